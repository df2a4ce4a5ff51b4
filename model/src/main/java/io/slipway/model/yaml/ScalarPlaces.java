package io.slipway.model.yaml;

/**
 * Finds the place of a character of a value in the file, by walking along the value and the file side by side: quotes,
 * escapes and indentation of the file are passed over.
 */
final class ScalarPlaces {
    private ScalarPlaces() {}

    static Place place(YamlScalar scalar, int offset) {
        String raw = scalar.source().text();
        String text = scalar.text();
        int at = begin(scalar, raw);
        for (int i = 0; i < Math.min(offset, text.length()); i++) {
            at = after(raw, at, text.charAt(i));
        }
        if (offset < text.length()) {
            at = find(raw, at, text.charAt(offset));
        }
        return scalar.source().place(at);
    }

    private static int begin(YamlScalar scalar, String raw) {
        int start = scalar.source().indexOf(scalar.start());
        return switch (scalar.style()) {
            case PLAIN -> start;
            case QUOTED -> start + 1;
            case BLOCK -> Math.max(start, raw.indexOf('\n', start) + 1);
        };
    }

    private static int after(String raw, int at, char c) {
        return Character.isWhitespace(c) ? at : find(raw, at, c) + 1;
    }

    /** Where the character stands at or after {@code at}; {@code at} when only an escape can have made it. */
    private static int find(String raw, int at, char c) {
        if (Character.isWhitespace(c)) {
            return at;
        }
        int found = raw.indexOf(c, at);
        return found < 0 || found - at > 400 ? Math.min(at, raw.length()) : found;
    }
}
