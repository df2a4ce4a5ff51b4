package io.slipway.crash;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.slipway.activities.store.JournalStore;
import io.slipway.activities.store.Stores;
import io.slipway.model.journal.JournalEvent;
import io.slipway.sandbox.api.AuditEvent;
import io.slipway.sandbox.api.AuditLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a rollout leaves on disk: its journal, and the sandbox's audit log. */
record Traces(Path folder) {
    private JournalStore journals() {
        return Stores.in(folder.resolve(".slipway")).journals();
    }

    /** The id of the only rollout. */
    String rollout() {
        List<String> all = journals().rollouts();
        if (all.size() != 1) {
            throw new AssertionError("one rollout was started, these are on disk: " + all);
        }
        return all.getFirst();
    }

    /** The journal so far, a line an event; empty before the rollout has begun. */
    String text() {
        List<String> all = journals().rollouts();
        return all.isEmpty() ? "" : journals().text(all.getFirst());
    }

    /** The journal's events so far; none before the rollout has begun. */
    List<JournalEvent> events() {
        List<String> all = journals().rollouts();
        return all.isEmpty() ? List.of() : journals().events(all.getFirst());
    }

    /** Every object that a client of the API created, with how often, as {@code resource/namespace/name}. */
    Map<String, Long> created() throws IOException {
        List<AuditEvent> all = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(".slipway/sandbox/audit.jsonl"))) {
            all.add(AuditLog.parse(line));
        }
        return all.stream()
                .filter(Traces::creates)
                .collect(groupingBy(
                        event -> event.resource() + "/" + event.namespace() + "/" + event.name(),
                        TreeMap::new,
                        counting()));
    }

    /** A successful POST of a stored object, or a server-side apply that made a new one. */
    private static boolean creates(AuditEvent event) {
        boolean made = event.verb().equals("create") || event.verb().equals("patch") && event.code() == 201;
        boolean stored = event.subresource().isEmpty() || event.subresource().equals("instantiate");
        return made && event.wrote() && stored && !event.group().equals("authorization.k8s.io");
    }
}
