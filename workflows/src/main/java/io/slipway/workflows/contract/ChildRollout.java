package io.slipway.workflows.contract;

import io.slipway.model.json.Hash;

/** The rollout that a step with the verb {@code pipeline} runs. */
public final class ChildRollout {
    private static final int SHORT = 6;

    private ChildRollout() {}

    /**
     * Its id. Each element of a loop has one of its own; with a shared one, the second would go on from the journal of
     * the first.
     *
     * @param rollout the rollout of the step
     * @param instance the step, or {@code step[element]}
     * @param attempt which try of the step
     */
    public static String id(String rollout, String instance, int attempt) {
        return rollout + "." + (instance.contains("[") ? element(instance) : instance) + "." + attempt;
    }

    /** A file name, although an element may be any text. */
    private static String element(String instance) {
        String words = instance.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
        return words.substring(0, Math.min(words.length(), 40)) + "-"
                + Hash.of(instance).substring(0, SHORT);
    }
}
