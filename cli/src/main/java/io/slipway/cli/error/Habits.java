package io.slipway.cli.error;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;

/** Commands that people know from kubectl, Helm and Argo, and what they are called here. */
final class Habits {
    private static final Map<String, String> OURS = Map.ofEntries(
            entry("apply", "run"),
            entry("create", "run"),
            entry("deploy", "run"),
            entry("install", "run"),
            entry("start", "run"),
            entry("submit", "run"),
            entry("sync", "run"),
            entry("upgrade", "run"),
            entry("describe", "show"),
            entry("status", "show"),
            entry("get", "list"),
            entry("ls", "list"),
            entry("ps", "list"),
            entry("diff", "plan"),
            entry("template", "plan"),
            entry("lint", "check"),
            entry("validate", "check"),
            entry("continue", "resume"),
            entry("follow", "watch"),
            entry("stop", "cancel"),
            entry("terminate", "cancel"),
            entry("delete", "undo"),
            entry("revert", "undo"),
            entry("rollback", "undo"),
            entry("uninstall", "undo"));

    private Habits() {}

    /** The command of ours for a word of theirs. */
    static Optional<String> ours(String typed) {
        return Optional.ofNullable(OURS.get(typed));
    }
}
