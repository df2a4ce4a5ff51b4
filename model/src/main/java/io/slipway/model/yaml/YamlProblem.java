package io.slipway.model.yaml;

/**
 * Why a file cannot be read.
 *
 * @param kind what kind of mistake
 * @param place where
 * @param message cause and what to do
 */
public record YamlProblem(Kind kind, Place place, String message) {
    /** Kinds of mistakes. */
    public enum Kind {
        /** The text is not YAML. */
        SYNTAX,
        /** A key stands twice in a map. */
        DUPLICATE_KEY,
        /** The file is above a limit. */
        TOO_LARGE,
        /** The file is not text in UTF-8. */
        ENCODING,
        /** Something YAML has and Slipway does not take: tags, keys that are no scalars, several documents. */
        UNSUPPORTED
    }
}
