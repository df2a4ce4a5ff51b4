package io.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.faults.Faults;
import io.slipway.sandbox.kube.EventRecorder;
import io.slipway.sandbox.kube.Pods;
import io.slipway.sandbox.kube.RandomNames;
import io.slipway.sandbox.kube.Selectors;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps one pod of each DaemonSet on every node its selector admits. */
public final class DaemonSetController implements Controller {
    private static final String REVISION = "controller-revision-hash";

    private final ObjectStore store;
    private final PodFactory pods;
    private final BackOff backOff = new BackOff();

    public DaemonSetController(ObjectStore store, Faults faults) {
        this.store = store;
        this.pods = new PodFactory(store, faults, new EventRecorder(store, "daemonset-controller"));
    }

    @Override
    public String name() {
        return "daemonset-controller";
    }

    @Override
    public List<Key> affected(StoreEvent event) {
        if (event.kind().sameResource(Kinds.NODE)) {
            return store.views(Kinds.DAEMON_SET, "").objects().stream()
                    .map(set -> new Key(Meta.namespace(set), Meta.name(set)))
                    .toList();
        }
        return Affected.selfOrOwner(event, Kinds.DAEMON_SET);
    }

    @Override
    public Optional<Duration> reconcile(Key key) {
        ObjectNode set =
                store.get(Kinds.DAEMON_SET, key.namespace(), key.name()).orElse(null);
        if (set == null || Meta.deleting(set)) {
            return backOff.after(key, false);
        }
        String revision = TemplateHash.of(set.path("spec").path("template"));
        List<String> nodes = nodes(set);
        boolean refused = false;
        for (String node : nodes) {
            refused |= place(set, node, revision);
        }
        removeElsewhere(set, nodes);
        writeStatus(set, nodes, revision);
        return backOff.after(key, refused);
    }

    private List<String> nodes(ObjectNode set) {
        var wanted = set.path("spec").path("template").path("spec").path("nodeSelector");
        return store.views(Kinds.NODE, "").objects().stream()
                .filter(node -> Selectors.plain(wanted, Meta.labels(node)))
                .map(Meta::name)
                .toList();
    }

    private static String nodeOf(ObjectNode pod) {
        return pod.path("spec").path("nodeName").asText();
    }

    /** Places the pod of a node; true when it was refused. */
    private boolean place(ObjectNode set, String node, String revision) {
        List<ObjectNode> here = Pods.ownedBy(store, set).stream()
                .filter(pod -> nodeOf(pod).equals(node))
                .toList();
        List<ObjectNode> active = here.stream().filter(Pods::active).toList();
        here.stream().filter(Pods::finished).forEach(pod -> pods.delete(Kinds.DAEMON_SET, set, pod));
        for (ObjectNode pod : active) {
            boolean outdated = !revision.equals(Meta.labels(pod).get(REVISION));
            if (outdated
                    && !set.path("spec")
                            .path("updateStrategy")
                            .path("type")
                            .asText()
                            .equals("OnDelete")) {
                pods.delete(Kinds.DAEMON_SET, set, pod);
            }
        }
        if (!active.isEmpty() || here.stream().anyMatch(Meta::deleting)) {
            return false;
        }
        ObjectNode pod = pods.pod(
                Kinds.DAEMON_SET, set, set.path("spec").path("template"), Meta.name(set) + "-" + RandomNames.suffix(5));
        pod.withObject("/metadata").withObject("/labels").put(REVISION, revision);
        pod.withObject("/spec").put("nodeName", node);
        return pods.create(Kinds.DAEMON_SET, set, pod).isPresent();
    }

    private void removeElsewhere(ObjectNode set, List<String> nodes) {
        Pods.ownedBy(store, set).stream()
                .filter(pod -> !nodes.contains(nodeOf(pod)) && !Meta.deleting(pod))
                .forEach(pod -> pods.delete(Kinds.DAEMON_SET, set, pod));
    }

    private void writeStatus(ObjectNode set, List<String> nodes, String revision) {
        List<ObjectNode> active =
                Pods.ownedBy(store, set).stream().filter(Pods::active).toList();
        Stream<ObjectNode> updated =
                active.stream().filter(pod -> revision.equals(Meta.labels(pod).get(REVISION)));
        long ready = active.stream().filter(Pods::ready).count();
        long updatedCount = updated.count();
        store.mutateStatus(Kinds.DAEMON_SET, Meta.namespace(set), Meta.name(set), now -> {
            ObjectNode status = now.withObject("/status");
            status.put("desiredNumberScheduled", nodes.size()).put("currentNumberScheduled", active.size());
            status.put("numberReady", ready).put("numberAvailable", ready).put("numberMisscheduled", 0);
            status.put("numberUnavailable", nodes.size() - ready).put("updatedNumberScheduled", updatedCount);
            status.put(
                    "observedGeneration",
                    set.path("metadata").path("generation").asLong());
            return now;
        });
    }
}
