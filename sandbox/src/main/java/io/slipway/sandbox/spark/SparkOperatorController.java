package io.slipway.sandbox.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.controllers.Controller;
import io.slipway.sandbox.controllers.Key;
import io.slipway.sandbox.kube.Pods;
import io.slipway.sandbox.kube.Times;
import io.slipway.sandbox.operators.Installed;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.ResourceKind;
import io.slipway.sandbox.store.StatusException;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The Spark operator: makes a driver of each SparkApplication, and its status of the driver's pod. No restarts. */
public final class SparkOperatorController implements Controller {
    private static final ResourceKind KIND =
            new ResourceKind("sparkoperator.k8s.io", "v1beta2", "SparkApplication", "sparkapplications", true);
    private static final String IMAGE = "spark-operator/controller";
    private static final String APP = "sparkoperator.k8s.io/app-name";
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED");

    private final ObjectStore store;
    private final Installed operator;
    private final OperatorCounts counts;

    public SparkOperatorController(ObjectStore store) {
        this.store = store;
        this.operator = new Installed(store, IMAGE);
        this.counts = new OperatorCounts(store);
    }

    @Override
    public String name() {
        return "spark-operator";
    }

    @Override
    public List<Key> affected(StoreEvent event) {
        if (event.kind().sameResource(KIND)) {
            return List.of(new Key(event.namespace(), event.name()));
        }
        String app = event.kind().sameResource(Kinds.POD)
                ? Meta.labels(event.object()).getOrDefault(APP, "")
                : "";
        return app.isEmpty() ? List.of() : List.of(new Key(event.namespace(), app));
    }

    @Override
    public Optional<Duration> reconcile(Key key) {
        Optional<ObjectNode> found = store.view(KIND, key.namespace(), key.name());
        if (found.isEmpty() || Meta.deleting(found.get())) {
            return Optional.empty();
        }
        ObjectNode application = found.get();
        String state = application.at("/status/applicationState/state").asText("");
        if (ENDED.contains(state)) {
            return Optional.empty();
        }
        if (!operator.isRunning()) {
            return Optional.of(AGAIN);
        }
        if (state.isEmpty()) {
            submit(application);
        } else {
            follow(application, state);
        }
        return Optional.empty();
    }

    private void submit(ObjectNode application) {
        ApplicationSpec spec = new ApplicationSpec(application);
        DriverObjects driver = new DriverObjects(store, spec.conf(), Meta.namespace(application));
        try {
            driver.create(spec.args(), spec.driverTemplate(), Map.of());
            store.mutate(Kinds.POD, Meta.namespace(application), driver.podName(), pod -> {
                Meta.own(pod, KIND, application);
                return pod;
            });
            counts.add("SUBMITTED");
            status(application, "SUBMITTED", "", driver);
        } catch (StatusException refused) {
            status(application, "FAILED", "failed to run spark-submit: " + refused.getMessage(), driver);
        }
    }

    private void status(ObjectNode application, String state, String error, DriverObjects driver) {
        store.mutateStatus(KIND, Meta.namespace(application), Meta.name(application), now -> {
            ObjectNode status = now.withObject("/status");
            status.put("sparkApplicationId", driver.appId())
                    .put("lastSubmissionAttemptTime", Times.now())
                    .put("submissionAttempts", 1);
            status.withObject("/driverInfo").put("podName", driver.podName());
            write(status, state, error);
            return now;
        });
    }

    private void follow(ObjectNode application, String state) {
        String name = application.at("/status/driverInfo/podName").asText();
        Optional<ObjectNode> pod = store.view(Kinds.POD, Meta.namespace(application), name);
        String next = pod.map(SparkOperatorController::state).orElse("FAILED");
        if (!next.equals(state)) {
            String error = next.equals("FAILED")
                    ? pod.map(SparkOperatorController::error).orElse("driver pod not found")
                    : "";
            store.mutateStatus(KIND, Meta.namespace(application), Meta.name(application), now -> {
                write(now.withObject("/status"), next, error);
                return now;
            });
            counts.add(next);
        }
    }

    private static String state(ObjectNode pod) {
        return switch (Pods.phase(pod)) {
            case "Running" -> "RUNNING";
            case "Succeeded" -> "COMPLETED";
            case "Failed" -> "FAILED";
            default -> "SUBMITTED";
        };
    }

    private static String error(ObjectNode pod) {
        JsonNode end = pod.at("/status/containerStatuses/0/state/terminated");
        return "driver container failed with ExitCode: " + end.path("exitCode").asInt(1) + ", Reason: "
                + end.path("reason").asText("Error");
    }

    private static void write(ObjectNode status, String state, String error) {
        ObjectNode now = status.withObject("/applicationState").put("state", state);
        if (!error.isEmpty()) {
            now.put("errorMessage", error);
        }
        if (ENDED.contains(state)) {
            status.put("terminationTime", Times.now());
        }
    }
}
