package io.slipway.model.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is still to come, as it is shown to those who are asked to approve.
 *
 * @param plan hash by which it is named and kept; empty when nothing could be looked at
 * @param difference what the steps that wait would do, a line each, the first one in short; of a long one the beginning
 * @param moved what is different from what was shown before, a line each
 */
public record Ahead(String plan, List<String> difference, List<String> moved) {
    /** Nothing was looked at. */
    public static final Ahead NOTHING = new Ahead("", List.of(), List.of());

    private static final String PLAN = "plan";
    private static final String DIFFERENCE = "difference";
    private static final int NAME = 12;
    private static final int LEAST = 8;

    public Ahead {
        difference = List.copyOf(difference);
        moved = List.copyOf(moved);
    }

    /** Nothing could be looked at, and here is why. */
    public static Ahead unknown(String why) {
        return new Ahead("", List.of("what is still to come could not be looked at: " + why), List.of());
    }

    /** What a step's outputs tell of it; empty when nothing was shown. */
    public static Optional<Ahead> of(Map<String, JsonNode> outputs) {
        if (!outputs.containsKey(PLAN) || !outputs.containsKey(DIFFERENCE)) {
            return Optional.empty();
        }
        List<String> lines = outputs.get(DIFFERENCE).asText().lines().toList();
        return Optional.of(new Ahead(outputs.get(PLAN).asText(), lines, List.of()));
    }

    /** As outputs of the step that asks. */
    public Map<String, JsonNode> outputs() {
        return difference.isEmpty()
                ? Map.of()
                : Map.of(PLAN, TextNode.valueOf(plan), DIFFERENCE, TextNode.valueOf(String.join("\n", difference)));
    }

    /** The hash as people type it: its first twelve characters. */
    public static String name(String plan) {
        return plan.substring(0, Math.min(NAME, plan.length()));
    }

    /** Whether somebody means this one by the beginning of a hash, at least eight characters. */
    public boolean isNamed(String typed) {
        return typed.length() >= LEAST && plan.startsWith(typed);
    }

    /** Name and difference in one line; empty when nothing was looked at. */
    public String inShort() {
        String what = difference.isEmpty() ? "" : difference.getFirst();
        return plan.isEmpty() ? what : "plan " + name(plan) + ": " + what;
    }
}
