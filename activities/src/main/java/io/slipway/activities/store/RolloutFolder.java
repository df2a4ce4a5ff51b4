package io.slipway.activities.store;

import java.nio.file.Path;

/** Where the files of a rollout are on this machine: its reports, and its journal unless that is kept elsewhere. */
public final class RolloutFolder {
    private RolloutFolder() {}

    /**
     * The folder of one rollout.
     *
     * @param rollouts the folder of all of them
     * @throws IllegalArgumentException when the id cannot be one
     */
    public static Path of(Path rollouts, String rollout) {
        return rollouts.resolve(name(rollout));
    }

    /**
     * An id as the name of a file or a part of a key: ids that were typed by hand may hold anything.
     *
     * @throws IllegalArgumentException when it would name a folder above
     */
    public static String name(String rollout) {
        if (rollout.matches("\\.{0,2}")) {
            throw new IllegalArgumentException("'" + rollout + "' is no id of a rollout");
        }
        return rollout.replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
