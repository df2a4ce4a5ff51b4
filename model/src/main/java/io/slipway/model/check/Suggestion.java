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
        int most = plain.length() < 3 ? 0 : Math.min(3, (plain.length() + 1) / 3);
        return known.stream()
                .filter(word -> !word.isEmpty() && slips(plain, plain(word)) <= most)
                .min(Comparator.comparingInt((String word) -> slips(plain, plain(word)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code ". Did you mean 'x'?"}, or nothing. */
    public static String hint(String wrong, Collection<String> known) {
        return nearest(wrong, known)
                .map(word -> ". Did you mean '" + word + "'?")
                .orElse("");
    }

    /** {@code "; it has a, b"}, after the one that was probably meant when there is one; for the end of a message. */
    public static String among(String wrong, Collection<String> known) {
        String hint = hint(wrong, known);
        return (hint.isEmpty() ? "; it has " : hint + " It has ")
                + (known.isEmpty() ? "none" : String.join(", ", known));
    }

    private static String plain(String word) {
        String cut = word.length() > 60 ? word.substring(0, 60) : word;
        return cut.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** How many letters must be added, taken away or changed, or swapped with the next (optimal string alignment). */
    private static int slips(String a, String b) {
        int[][] rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : least(rows, a, i, b, j);
            }
        }
        return rows[a.length()][b.length()];
    }

    private static int least(int[][] rows, String a, int i, String b, int j) {
        int change = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(change, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }
}
