package io.slipway.crash;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.slipway.activities.store.JournalStore;
import io.slipway.activities.store.Stores;
import io.slipway.model.journal.JournalEvent;
import io.slipway.sandbox.api.AuditEvent;
import io.slipway.sandbox.api.AuditLog;
import io.slipway.sandbox.store.KindRegistry;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.ServedKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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

    /** Every object in the sandbox's store, as {@code resource/namespace/name}. No process may have it open. */
    Set<String> stored() throws IOException {
        Set<String> all = new TreeSet<>();
        try (ObjectStore store = ObjectStore.open(folder.resolve(".slipway/sandbox/store"))) {
            for (ServedKind served : new KindRegistry().all()) {
                store.list(served.kind(), "")
                        .forEach(object -> all.add(
                                served.kind().plural() + "/" + Meta.namespace(object) + "/" + Meta.name(object)));
            }
        }
        return all;
    }

    /** A successful POST of a stored object, or a server-side apply that made a new one. */
    private static boolean creates(AuditEvent event) {
        boolean made = event.verb().equals("create") || event.verb().equals("patch") && event.code() == 201;
        boolean stored = event.subresource().isEmpty() || event.subresource().equals("instantiate");
        return made && event.wrote() && stored && !event.group().equals("authorization.k8s.io");
    }
}
