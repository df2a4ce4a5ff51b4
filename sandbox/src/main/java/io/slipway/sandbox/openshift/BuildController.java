package io.slipway.sandbox.openshift;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.controllers.Controller;
import io.slipway.sandbox.controllers.Key;
import io.slipway.sandbox.controllers.PodFactory;
import io.slipway.sandbox.faults.Faults;
import io.slipway.sandbox.kube.EventRecorder;
import io.slipway.sandbox.kube.Pods;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StatusException;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Carries Builds through their phases: one pod a build, one build of a BuildConfig at a time. */
public final class BuildController implements Controller {
    private static final Set<String> ENDED = Set.of("Complete", "Failed", "Error", "Cancelled");

    private final ObjectStore store;
    private final EventRecorder events;
    private final BuildStatus status;
    private final PodFactory pods;

    public BuildController(ObjectStore store, BuildStatus status, Faults faults) {
        this.store = store;
        this.status = status;
        this.events = new EventRecorder(store, "build-controller");
        this.pods = new PodFactory(store, faults, events);
    }

    @Override
    public String name() {
        return "build-controller";
    }

    @Override
    public List<Key> affected(StoreEvent event) {
        if (event.kind().sameResource(Kinds.BUILD)) {
            return List.of(new Key(event.namespace(), event.name()));
        }
        if (event.kind().sameResource(Kinds.POD)) {
            String build = Meta.labels(event.object()).getOrDefault(BuildPods.LABEL, "");
            return build.isEmpty() ? List.of() : List.of(new Key(event.namespace(), build));
        }
        return List.of();
    }

    @Override
    public Optional<Duration> reconcile(Key key) {
        ObjectNode build = store.get(Kinds.BUILD, key.namespace(), key.name()).orElse(null);
        if (build == null || Meta.deleting(build) || ended(build)) {
            return Optional.empty();
        }
        Optional<ObjectNode> pod = store.get(Kinds.POD, key.namespace(), BuildPods.name(build));
        if (build.path("status").path("cancelled").asBoolean()) {
            cancel(build, pod);
            return Optional.empty();
        }
        if (pod.isEmpty()) {
            return start(build);
        }
        follow(build, pod.get());
        return Optional.empty();
    }

    private static boolean ended(ObjectNode build) {
        return ENDED.contains(build.path("status").path("phase").asText());
    }

    private Optional<Duration> start(ObjectNode build) {
        if (!build.path("status").path("phase").asText("New").equals("New")) {
            status.error(build, "BuildPodDeleted", "The pod for this build was deleted before the build completed.");
            return Optional.empty();
        }
        if (waits(build)) {
            return Optional.of(Duration.ofSeconds(5));
        }
        if (!status.outputExists(build)) {
            status.invalidOutput(build);
            return Optional.of(Duration.ofSeconds(5));
        }
        if (pods.create(Kinds.BUILD, build, BuildPods.pod(build)).isPresent()) {
            status.refused(build);
            return Optional.of(Duration.ofSeconds(5));
        }
        status.pending(build);
        return Optional.empty();
    }

    /** Serial builds wait for the builds of the same configuration that came before. */
    private boolean waits(ObjectNode build) {
        if (!Meta.labels(build)
                .getOrDefault("openshift.io/build.start-policy", "")
                .equals("Serial")) {
            return false;
        }
        String config = build.path("status").path("config").path("name").asText();
        return store.views(Kinds.BUILD, Meta.namespace(build)).objects().stream()
                .filter(other -> other.path("status")
                        .path("config")
                        .path("name")
                        .asText()
                        .equals(config))
                .anyMatch(other -> !ended(other) && number(other) < number(build));
    }

    private static long number(ObjectNode build) {
        return Long.parseLong(Meta.annotations(build).getOrDefault("openshift.io/build.number", "0"));
    }

    private void follow(ObjectNode build, ObjectNode pod) {
        String phase = build.path("status").path("phase").asText();
        switch (Pods.phase(pod)) {
            case "Running" -> {
                if (!phase.equals("Running")) {
                    status.running(build);
                    events.normal(Kinds.BUILD, build, "BuildStarted", "Build " + where(build) + " is now running");
                }
            }
            case "Succeeded" -> {
                status.complete(build);
                events.normal(
                        Kinds.BUILD, build, "BuildCompleted", "Build " + where(build) + " completed successfully");
            }
            case "Failed" -> {
                status.failed(build, pod);
                events.normal(Kinds.BUILD, build, "BuildFailed", "Build " + where(build) + " failed");
            }
            default -> {
                // Pending: the build says so already.
            }
        }
    }

    private static String where(ObjectNode build) {
        return Meta.namespace(build) + "/" + Meta.name(build);
    }

    private void cancel(ObjectNode build, Optional<ObjectNode> pod) {
        pod.ifPresent(one -> {
            try {
                store.delete(Kinds.POD, Meta.namespace(one), Meta.name(one), Deletion.BACKGROUND);
            } catch (StatusException gone) {
                // The pod ended by itself in the meantime.
                events.normal(Kinds.BUILD, build, "BuildPodGone", "the build pod was gone already");
            }
        });
        status.cancelled(build);
        events.normal(Kinds.BUILD, build, "BuildCancelled", "Build " + where(build) + " has been cancelled");
    }
}
