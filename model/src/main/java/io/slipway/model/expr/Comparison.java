package io.slipway.model.expr;

import java.util.List;

/**
 * A text that an expression holds a path of its scope against: {@code rollout.status == 'failed'}.
 *
 * @param path names, beginning at one of the scope
 * @param text what it is compared with
 * @param offset where the text begins in the source
 */
public record Comparison(List<String> path, String text, int offset) {
    public Comparison {
        path = List.copyOf(path);
    }
}
