package io.slipway.sandbox.flink;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The example's result, counted for real over a text of our own. */
final class WordCount {
    private static final List<String> TEXT = List.of(
            "A slipway carries a ship down to the water",
            "and the water carries the ship away",
            "A job carries its words to the count",
            "and the count carries the words away");

    private WordCount() {}

    /** A pair for each word as it comes, with the count so far. */
    static List<String> output() {
        Map<String, Integer> counts = new HashMap<>();
        List<String> lines = new ArrayList<>();
        for (String line : TEXT) {
            for (String word : line.toLowerCase(Locale.ROOT).split("\\W+")) {
                lines.add("(" + word + "," + counts.merge(word, 1, Integer::sum) + ")");
            }
        }
        return lines;
    }
}
