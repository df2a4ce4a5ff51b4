package io.slipway.sandbox.flinkoperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.controllers.Controller;
import io.slipway.sandbox.controllers.Key;
import io.slipway.sandbox.kube.EventRecorder;
import io.slipway.sandbox.net.Network;
import io.slipway.sandbox.operators.Installed;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StatusException;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Carries out FlinkDeployments: clusters for sessions, and for one application each. No autoscaler, no rollbacks. */
public final class FlinkDeploymentController implements Controller {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration LATER = Duration.ofSeconds(60);

    private final ObjectStore store;
    private final Network network;
    private final Installed operator;
    private final EventRecorder events;

    public FlinkDeploymentController(ObjectStore store, Network network) {
        this.store = store;
        this.network = network;
        this.operator = new Installed(store, FlinkKinds.IMAGE);
        this.events = new EventRecorder(store, "Operator");
    }

    @Override
    public String name() {
        return "flink-deployments";
    }

    @Override
    public List<Key> affected(StoreEvent event) {
        if (event.kind().sameResource(FlinkKinds.DEPLOYMENT)) {
            return List.of(new Key(event.namespace(), event.name()));
        }
        var labels = Meta.labels(event.object());
        boolean cluster = labels.getOrDefault("type", "").startsWith("flink-");
        return cluster ? List.of(new Key(event.namespace(), labels.getOrDefault("app", ""))) : List.of();
    }

    @Override
    public Optional<Duration> reconcile(Key key) {
        Optional<ObjectNode> found = store.view(FlinkKinds.DEPLOYMENT, key.namespace(), key.name());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (!operator.isRunning()) {
            return Optional.of(SOON);
        }
        DeploymentSpec spec = new DeploymentSpec(found.get());
        if (Meta.deleting(found.get())) {
            return remove(spec);
        }
        if (!Meta.finalizers(found.get()).contains(FlinkKinds.DEPLOYMENT_FINALIZER)) {
            change(key, now -> Meta.addFinalizer(now, FlinkKinds.DEPLOYMENT_FINALIZER));
            return Optional.of(SOON);
        }
        Optional<String> problem = SpecProblems.of(spec);
        if (problem.isPresent()) {
            write(spec, status -> status.error("ReconciliationException", problem.get()));
            return Optional.empty();
        }
        return carryOut(spec);
    }

    private Optional<Duration> carryOut(DeploymentSpec spec) {
        OperatorStatus status = new OperatorStatus(spec.object().deepCopy());
        ClusterObjects objects = new ClusterObjects(store, spec);
        Optional<JsonNode> last = status.lastReconciled();
        boolean changed = last.isPresent() && !last.get().equals(spec.spec());
        if (changed) {
            halt(spec, status, last.get());
            return Optional.of(SOON);
        }
        if (last.isEmpty() || status.state().equals(OperatorStatus.UPGRADING)) {
            return last.isEmpty() || objects.areGone() ? deploy(spec, objects) : Optional.of(SOON);
        }
        return spec.isSuspended() ? Optional.empty() : observe(spec, objects);
    }

    /** Stops what runs, so that it comes up with the new spec: a job by its savepoint, its last state, or without. */
    private void halt(DeploymentSpec spec, OperatorStatus before, JsonNode last) {
        String mode = spec.spec().at("/job/upgradeMode").asText("stateless");
        Optional<String> savepoint = Optional.empty();
        if (last.hasNonNull("job") && before.jobState().equals("RUNNING")) {
            if (mode.equals("savepoint")) {
                savepoint = rest(spec).stop(before.jobId());
            } else if (mode.equals("stateless")) {
                rest(spec).cancel(before.jobId());
            }
        }
        Optional<String> path = savepoint;
        ClusterObjects objects = new ClusterObjects(store, spec);
        objects.stop();
        if (!spec.isSession() && !mode.equals("last-state")) {
            objects.forgetJobs();
        }
        write(spec, status -> {
            status.reconciled(OperatorStatus.UPGRADING);
            status.status().put("jobManagerDeploymentStatus", "MISSING");
            path.ifPresent(where -> status.job().put("upgradeSavepointPath", where));
            if (!spec.isSession() && !mode.equals("last-state")) {
                status.job().remove("jobId");
                status.job().put("state", "FINISHED");
            }
        });
    }

    private Optional<Duration> deploy(DeploymentSpec spec, ClusterObjects objects) {
        if (spec.isSuspended()) {
            write(spec, status -> status.reconciled(OperatorStatus.DEPLOYED));
            return Optional.empty();
        }
        try {
            objects.create();
        } catch (StatusException refused) {
            write(spec, status -> status.error("ReconciliationException", refused.getMessage()));
            return Optional.of(LATER);
        }
        events.normal(FlinkKinds.DEPLOYMENT, spec.object(), "SUBMIT", "Starting deployment");
        write(spec, status -> {
            status.reconciled(OperatorStatus.DEPLOYED);
            status.status().put("jobManagerDeploymentStatus", "DEPLOYING");
            if (!spec.isSession()) {
                status.job().put("state", "RECONCILING");
            }
        });
        return Optional.of(SOON);
    }

    private Optional<Duration> observe(DeploymentSpec spec, ClusterObjects objects) {
        ClusterRest rest = rest(spec);
        Optional<ObjectNode> jobManager = objects.jobManager();
        JobManagerHealth.Health health = new JobManagerHealth(store, spec, rest).look(jobManager);
        if (jobManager.isEmpty()) {
            events.warning(FlinkKinds.DEPLOYMENT, spec.object(), "MISSING", "Missing JobManager deployment");
            objects.create();
        }
        boolean ready = health.status().equals("READY");
        Optional<String> refused = ready && !spec.isStandalone()
                ? new TaskManagerPods(store, spec)
                        .settle(
                                jobManager.orElseThrow(),
                                rest.get("/jobs/overview").orElseThrow().path("jobs"))
                : Optional.empty();
        write(spec, status -> {
            status.status().put("jobManagerDeploymentStatus", health.status());
            health.error().or(() -> refused).ifPresent(why -> status.error("DeploymentFailedException", why));
            if (ready) {
                new ClusterFacts(rest, spec).write(status, refused.isEmpty());
            }
        });
        return Optional.of(ready ? LATER : SOON);
    }

    private Optional<Duration> remove(DeploymentSpec spec) {
        List<String> jobs = store.views(FlinkKinds.SESSION_JOB, spec.namespace()).objects().stream()
                .filter(job -> job.at("/spec/deploymentName").asText().equals(spec.name()))
                .map(Meta::name)
                .toList();
        if (!jobs.isEmpty()) {
            events.warning(
                    FlinkKinds.DEPLOYMENT,
                    spec.object(),
                    "CLEANUPFAILED",
                    "The session jobs " + jobs + " should be deleted first");
            return Optional.of(LATER);
        }
        ClusterObjects objects = new ClusterObjects(store, spec);
        objects.stop();
        if (!objects.areGone()) {
            return Optional.of(SOON);
        }
        objects.forgetJobs();
        change(
                new Key(spec.namespace(), spec.name()),
                now -> Meta.removeFinalizer(now, FlinkKinds.DEPLOYMENT_FINALIZER));
        return Optional.empty();
    }

    private ClusterRest rest(DeploymentSpec spec) {
        return new ClusterRest(network, spec.namespace(), spec.name());
    }

    private void change(Key key, Consumer<ObjectNode> change) {
        store.mutate(FlinkKinds.DEPLOYMENT, key.namespace(), key.name(), now -> {
            change.accept(now);
            return now;
        });
    }

    /** Writes a status that was thought out beforehand: nothing may block under the store's lock. */
    private void write(DeploymentSpec spec, Consumer<OperatorStatus> change) {
        OperatorStatus next = new OperatorStatus(spec.object().deepCopy());
        change.accept(next);
        next.settle();
        store.mutateStatus(FlinkKinds.DEPLOYMENT, spec.namespace(), spec.name(), now -> {
            now.set("status", next.object().get("status"));
            return now;
        });
    }
}
