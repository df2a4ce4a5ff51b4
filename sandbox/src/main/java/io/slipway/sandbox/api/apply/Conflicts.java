package io.slipway.sandbox.api.apply;

import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.Status;
import io.slipway.sandbox.store.StatusException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Fields an apply would change although others own them. */
final class Conflicts {

    private record Conflict(String manager, String path) {}

    private final List<Conflict> conflicts = new ArrayList<>();

    void add(Manager manager, FieldSet fields) {
        fields.paths().forEach(path -> conflicts.add(new Conflict(manager.show(), Elements.show(path))));
    }

    boolean any() {
        return !conflicts.isEmpty();
    }

    /** The refusal in the API server's words. */
    StatusException refusal() {
        List<Status.Cause> causes = conflicts.stream()
                .map(one -> new Status.Cause("FieldManagerConflict", "conflict with " + one.manager(), one.path()))
                .toList();
        return Refusals.refusal(409, "Conflict", message(), new Status.Details("", "", "", "", causes, 0));
    }

    private String message() {
        if (conflicts.size() == 1) {
            Conflict only = conflicts.getFirst();
            return "Apply failed with 1 conflict: conflict with %s: %s".formatted(only.manager(), only.path());
        }
        TreeMap<String, List<String>> byManager = new TreeMap<>();
        conflicts.forEach(one -> byManager
                .computeIfAbsent(one.manager(), key -> new ArrayList<>())
                .add(one.path()));
        List<String> lines = new ArrayList<>();
        byManager.forEach((manager, paths) -> {
            lines.add("conflicts with " + manager + ":");
            paths.forEach(path -> lines.add("- " + path));
        });
        return "Apply failed with %d conflicts: %s".formatted(conflicts.size(), String.join("\n", lines));
    }
}
