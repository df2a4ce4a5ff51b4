package io.slipway.model.spec;

import java.util.Objects;

/**
 * A CEL expression that is evaluated in the workflow, before the step; bare or inside <code>${{ }}</code>.
 *
 * @param source the CEL source, without <code>${{ }}</code>
 */
public record Early(String source) {
    public Early {
        Objects.requireNonNull(source, "source");
    }
}
