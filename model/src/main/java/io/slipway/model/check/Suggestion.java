package io.slipway.model.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what the author may have meant. */
public final class Suggestion {
    private Suggestion() {}

    /** The known word nearest to a wrong one, when it is near enough. */
    public static Optional<String> nearest(String wrong, Collection<String> known) {
        String plain = plain(wrong);
        int most = plain.length() < 3 ? 0 : Math.min(3, plain.length() / 3);
        return known.stream()
                .filter(word -> !word.isEmpty() && distance(plain, plain(word), most) <= most)
                .min(Comparator.comparingInt((String word) -> distance(plain, plain(word), most))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code ". Did you mean 'x'?"}, or nothing. */
    public static String hint(String wrong, Collection<String> known) {
        return nearest(wrong, known)
                .map(word -> ". Did you mean '" + word + "'?")
                .orElse("");
    }

    private static String plain(String word) {
        String cut = word.length() > 60 ? word.substring(0, 60) : word;
        return cut.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** Levenshtein's distance, given up above {@code most}. */
    private static int distance(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
