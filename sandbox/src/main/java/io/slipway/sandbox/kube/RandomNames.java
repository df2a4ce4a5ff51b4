package io.slipway.sandbox.kube;

import java.util.concurrent.ThreadLocalRandom;

/** Random parts of names, from the letters Kubernetes uses: no vowels, no look-alikes. */
public final class RandomNames {
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    private RandomNames() {}

    /** A suffix of this many letters. */
    public static String suffix(int length) {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < length; index++) {
            text.append(LETTERS.charAt(ThreadLocalRandom.current().nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** A number in the same letters: the same text for the same number. */
    public static String encode(long number) {
        StringBuilder text = new StringBuilder();
        long left = number & Long.MAX_VALUE;
        for (int index = 0; index < 10; index++) {
            text.append(LETTERS.charAt((int) (left % LETTERS.length())));
            left /= LETTERS.length();
        }
        return text.toString();
    }

    /** Lower-case hexadecimal digits. */
    public static String hex(int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(Long.toHexString(ThreadLocalRandom.current().nextLong() | 1L << 62));
        }
        return text.substring(0, length);
    }
}
