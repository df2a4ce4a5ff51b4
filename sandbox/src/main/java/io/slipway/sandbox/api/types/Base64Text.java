package io.slipway.sandbox.api.types;

import java.util.OptionalInt;

/** Text in Base64, as strictly as the API server's decoder reads it: with its padding, and nothing in between but line ends. */
public final class Base64Text {

    private static final int GROUP = 4;

    private Base64Text() {}

    /**
     * Where a text ceases to be Base64.
     *
     * @param text the text
     * @return the place that the decoder complains about, empty for a text that it reads
     */
    public static OptionalInt illegalAt(String text) {
        int group = 0;
        boolean padded = false;
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next == '\n' || next == '\r') {
                continue;
            }
            boolean fits = next == '=' ? group >= 2 : !padded && isDigit(next);
            if (!fits) {
                return OptionalInt.of(at);
            }
            padded |= next == '=';
            group = (group + 1) % GROUP;
        }
        return group == 0 ? OptionalInt.empty() : OptionalInt.of(padded ? text.length() : text.length() - group);
    }

    private static boolean isDigit(char one) {
        return one >= 'A' && one <= 'Z'
                || one >= 'a' && one <= 'z'
                || one >= '0' && one <= '9'
                || one == '+'
                || one == '/';
    }
}
