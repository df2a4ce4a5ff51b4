package io.slipway.cli.error;

import java.util.Comparator;
import java.util.List;

/** What was probably meant. */
public final class Suggestions {
    private Suggestions() {}

    /** The names that are near, the nearest first. */
    public static List<String> near(String typed, List<String> names) {
        return names.stream()
                .filter(name -> distance(typed, name) <= (name.length() < 4 ? 1 : Math.max(2, name.length() / 3)))
                .sorted(Comparator.comparingInt(name -> distance(typed, name)))
                .toList();
    }

    /** How many letters must be added, taken away or changed (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
