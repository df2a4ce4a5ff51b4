package io.slipway.activities.store;

import java.nio.file.Path;

/** Where the files of a run are on this machine: its reports, and its journal unless that is kept elsewhere. */
public final class LogFolder {
    private LogFolder() {}

    /**
     * The folder of one run.
     *
     * @param all the folder of all of them
     * @throws IllegalArgumentException when the id cannot be one
     */
    public static Path of(Path all, String id) {
        return all.resolve(name(id));
    }

    /**
     * An id as the name of a file or a part of a key: ids that were typed by hand may hold anything.
     *
     * @throws IllegalArgumentException when it would name a folder above
     */
    public static String name(String id) {
        if (id.matches("\\.{0,2}")) {
            throw new IllegalArgumentException("'" + id + "' is not the ID of a rollout or fleet");
        }
        return id.replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
