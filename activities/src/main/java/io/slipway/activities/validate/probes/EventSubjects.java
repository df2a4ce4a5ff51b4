package io.slipway.activities.validate.probes;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.IfAllowed;
import io.slipway.activities.cluster.api.Selector;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells whether an event's object has labels. An event names its object by kind and name only, so the objects of each
 * kind are listed once. Pods that are gone count when their ReplicaSet, StatefulSet, DaemonSet or Job has the labels.
 */
final class EventSubjects {
    private static final List<String> POD_OWNERS = List.of("replicasets", "statefulsets", "daemonsets", "jobs");

    private final Reach reach;
    private final String namespace;
    private final String selector;
    private final Map<String, Set<String>> names = new HashMap<>();

    EventSubjects(Reach reach, String namespace, String selector) {
        this.reach = reach;
        this.namespace = namespace;
        this.selector = Selector.parse(selector).toString();
    }

    /** Events may be about objects of any kind; which, nobody knows before. What may not be listed is left out. */
    static Calls calls(Reach reach, String namespace) throws InterruptedException {
        Calls all = reach.callsOn("pods", namespace, "list");
        for (String owner : POD_OWNERS) {
            all = all.and(reach.callsOn(owner, namespace, "list"));
        }
        return all.ifGranted();
    }

    boolean include(String kind, String name) throws InterruptedException {
        if (names(kind).contains(name)) {
            return true;
        }
        if (!kind.equals("Pod")) {
            return false;
        }
        for (String owner : POD_OWNERS) {
            if (names(owner).stream().anyMatch(prefix -> name.startsWith(prefix + "-"))) {
                return true;
            }
        }
        return false;
    }

    private Set<String> names(String kind) throws InterruptedException {
        Set<String> known = names.get(kind);
        if (known == null) {
            known = listed(kind);
            names.put(kind, known);
        }
        return known;
    }

    private Set<String> listed(String kind) throws InterruptedException {
        Optional<ApiKind> served = reach.cluster().kinds().perhaps(kind);
        if (served.isEmpty()) {
            // An event may outlive the kind it is about: such an object has no labels any more.
            return Set.of();
        }
        Optional<List<JsonNode>> objects = IfAllowed.ask(() -> reach.list(kind, namespace, selector));
        if (objects.isEmpty()) {
            String plural = served.get().plural();
            reach.context()
                    .recorder()
                    .warning(
                            "warning events about " + plural + ", and about pods of theirs that are gone, do not count:"
                                    + " the account may not list " + plural + " in namespace " + namespace);
            return Set.of();
        }
        return objects.get().stream()
                .map(object -> object.path("metadata").path("name").asText())
                .collect(Collectors.toSet());
    }
}
