package io.slipway.model.spec;

import java.util.Objects;

/**
 * A CEL expression that is evaluated in the activity, over what the step saw; bare or inside <code>${{ }}</code>.
 * Its result must be a bool.
 *
 * @param source the CEL source, without <code>${{ }}</code>
 */
public record Late(String source) {
    public Late {
        Objects.requireNonNull(source, "source");
    }
}
