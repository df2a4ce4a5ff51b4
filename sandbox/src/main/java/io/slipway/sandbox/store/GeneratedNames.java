package io.slipway.sandbox.store;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/** Names made from {@code generateName}: the prefix and five characters that form no words. */
final class GeneratedNames {

    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";
    private static final int LENGTH = 5;
    private static final int LONGEST_PREFIX = 58;

    private GeneratedNames() {}

    static String unused(String prefix, Predicate<String> taken) {
        if (prefix.isEmpty()) {
            return "";
        }
        String name;
        do {
            name = prefix.substring(0, Math.min(prefix.length(), LONGEST_PREFIX)) + suffix();
        } while (taken.test(name));
        return name;
    }

    private static String suffix() {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(ThreadLocalRandom.current().nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
