package io.slipway.activities.secrets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Hides the values it has learnt, in every form of {@link SecretForms}. A text is gone through once, however many values
 * are known, so that none has to be forgotten: what was a secret an hour ago may still turn up in a log.
 */
public final class ValueMasker implements Masker {
    /** What stands in place of a secret. */
    public static final String MASK = "***";
    /** Shorter values would shred the output; they are not hidden, and whoever resolves one warns. */
    public static final int SHORTEST = 6;

    /** What the first of so many characters weighs in their hash, which is that of {@link String#hashCode}. */
    private static final int FIRST_WEIGHT = weight(SHORTEST - 1);

    private final Set<String> known = ConcurrentHashMap.newKeySet();
    /** Forms by the hash of their first characters, the longest first. */
    private final Map<Integer, List<String>> forms = new ConcurrentHashMap<>();
    /** Not zero where such a hash may be one of {@link #forms}: spares most places of a text the look there. */
    private final AtomicIntegerArray sieve = new AtomicIntegerArray(1 << 12);

    private static int weight(int place) {
        return place == 0 ? 1 : 31 * weight(place - 1);
    }

    @Override
    public void learn(String value) {
        if (value.length() >= SHORTEST && known.add(value)) {
            SecretForms.of(value).stream()
                    .filter(form -> form.length() >= SHORTEST)
                    .forEach(this::add);
        }
    }

    private void add(String form) {
        int hash = form.substring(0, SHORTEST).hashCode();
        forms.merge(hash, List.of(form), ValueMasker::together);
        sieve.set(hole(hash), 1);
    }

    private int hole(int hash) {
        return (hash ^ (hash >>> 16)) & (sieve.length() - 1);
    }

    private static List<String> together(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all.stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    @Override
    public boolean knowsAny() {
        return !forms.isEmpty();
    }

    @Override
    public String mask(String text) {
        if (text.length() < SHORTEST || forms.isEmpty()) {
            return text;
        }
        Masked masked = new Masked(text);
        int hash = text.substring(0, SHORTEST).hashCode();
        for (int at = 0; ; at++) {
            if (sieve.get(hole(hash)) != 0) {
                masked.hide(at, forms.getOrDefault(hash, List.of()));
            }
            int next = at + SHORTEST;
            if (next >= text.length()) {
                return masked.text();
            }
            hash = 31 * (hash - FIRST_WEIGHT * text.charAt(at)) + text.charAt(next);
        }
    }

    /** A text of which parts are hidden, from its beginning to its end; parts that overlap are hidden together. */
    private static final class Masked {
        private final String text;
        private final StringBuilder shown = new StringBuilder();
        private int hidden;

        Masked(String text) {
            this.text = text;
        }

        void hide(int at, List<String> candidates) {
            for (String form : candidates) {
                if (text.startsWith(form, at)) {
                    if (at >= hidden) {
                        shown.append(text, hidden, at).append(MASK);
                    }
                    hidden = Math.max(hidden, at + form.length());
                    return;
                }
            }
        }

        String text() {
            return hidden == 0
                    ? text
                    : shown.append(text, hidden, text.length()).toString();
        }
    }
}
