package io.slipway.sandbox.flinkoperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.controllers.Controller;
import io.slipway.sandbox.controllers.Key;
import io.slipway.sandbox.kube.RandomNames;
import io.slipway.sandbox.net.Network;
import io.slipway.sandbox.operators.Installed;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Carries out FlinkSessionJobs: submits each to its session cluster, once that is ready. */
public final class FlinkSessionJobController implements Controller {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Set<String> ENDED = Set.of("FINISHED", "FAILED", "CANCELED");
    private static final int ID = 32;

    private final ObjectStore store;
    private final Network network;
    private final Installed operator;

    public FlinkSessionJobController(ObjectStore store, Network network) {
        this.store = store;
        this.network = network;
        this.operator = new Installed(store, FlinkKinds.IMAGE);
    }

    @Override
    public String name() {
        return "flink-session-jobs";
    }

    @Override
    public List<Key> affected(StoreEvent event) {
        return event.kind().sameResource(FlinkKinds.SESSION_JOB)
                ? List.of(new Key(event.namespace(), event.name()))
                : List.of();
    }

    @Override
    public Optional<Duration> reconcile(Key key) {
        Optional<ObjectNode> found = store.view(FlinkKinds.SESSION_JOB, key.namespace(), key.name());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (!operator.isRunning()) {
            return Optional.of(SOON);
        }
        ObjectNode job = found.get();
        ClusterRest rest = new ClusterRest(network, key.namespace(), cluster(job));
        if (Meta.deleting(job)) {
            rest.cancel(new OperatorStatus(job.deepCopy()).jobId());
            change(key, now -> Meta.removeFinalizer(now, FlinkKinds.SESSION_JOB_FINALIZER));
            return Optional.empty();
        }
        if (!Meta.finalizers(job).contains(FlinkKinds.SESSION_JOB_FINALIZER)) {
            change(key, now -> Meta.addFinalizer(now, FlinkKinds.SESSION_JOB_FINALIZER));
            return Optional.of(SOON);
        }
        return carryOut(job, rest);
    }

    private static String cluster(ObjectNode job) {
        return job.at("/spec/deploymentName").asText("");
    }

    private Optional<Duration> carryOut(ObjectNode job, ClusterRest rest) {
        Optional<ObjectNode> cluster = store.view(FlinkKinds.DEPLOYMENT, Meta.namespace(job), cluster(job));
        Optional<String> problem = problem(job, cluster);
        if (problem.isPresent()) {
            write(job, status -> status.error("ReconciliationException", problem.get()));
            return Optional.of(SOON);
        }
        boolean ready = cluster.filter(one ->
                        one.at("/status/jobManagerDeploymentStatus").asText().equals("READY"))
                .isPresent();
        if (!ready) {
            return Optional.of(SOON);
        }
        OperatorStatus status = new OperatorStatus(job.deepCopy());
        Optional<JsonNode> last = status.lastReconciled();
        boolean changed = last.isPresent() && !last.get().equals(job.path("spec"));
        if (last.isEmpty() || changed) {
            submit(job, rest, changed);
            return Optional.of(SOON);
        }
        write(job, new JobObserver(rest)::observe);
        return ENDED.contains(status.jobState()) ? Optional.empty() : Optional.of(SOON);
    }

    private static Optional<String> problem(ObjectNode job, Optional<ObjectNode> cluster) {
        if (!job.at("/spec/job").hasNonNull("jarURI")) {
            return Optional.of("Jar URI must be defined");
        }
        if (cluster.filter(one -> one.at("/spec").hasNonNull("job")).isPresent()) {
            return Optional.of("Can not submit to application cluster");
        }
        boolean available = cluster.map(DeploymentSpec::new)
                .filter(DeploymentSpec::isHighlyAvailable)
                .isPresent();
        return SpecProblems.job(job.at("/spec/job"), available || cluster.isEmpty());
    }

    private void submit(ObjectNode job, ClusterRest rest, boolean again) {
        OperatorStatus before = new OperatorStatus(job.deepCopy());
        JsonNode wanted = job.at("/spec/job");
        Optional<String> savepoint = Optional.empty();
        if (again && wanted.path("upgradeMode").asText("stateless").equals("stateless")) {
            rest.cancel(before.jobId());
        } else if (again) {
            savepoint = rest.stop(before.jobId());
        }
        Optional<String> path = savepoint;
        if (wanted.path("state").asText("running").equals("suspended")) {
            write(job, status -> {
                status.reconciled(OperatorStatus.DEPLOYED);
                path.ifPresent(where -> status.job().put("upgradeSavepointPath", where));
            });
            return;
        }
        String id = RandomNames.hex(ID);
        Optional<ClusterRest.Answer> answer = rest.submit(
                wanted.path("jarURI").asText(),
                wanted.path("entryClass").asText(""),
                wanted.path("parallelism").asInt(1),
                id);
        write(job, status -> {
            if (answer.filter(ClusterRest.Answer::ok).isPresent()) {
                status.reconciled(OperatorStatus.DEPLOYED);
                status.job().put("jobId", id).put("state", "RECONCILING");
                path.ifPresent(where -> status.job().put("upgradeSavepointPath", where));
            } else {
                answer.ifPresent(refused -> status.error("ReconciliationException", refused.error()));
            }
        });
    }

    private void change(Key key, Consumer<ObjectNode> change) {
        store.mutate(FlinkKinds.SESSION_JOB, key.namespace(), key.name(), now -> {
            change.accept(now);
            return now;
        });
    }

    private void write(ObjectNode job, Consumer<OperatorStatus> change) {
        OperatorStatus next = new OperatorStatus(job.deepCopy());
        change.accept(next);
        next.settle();
        store.mutateStatus(FlinkKinds.SESSION_JOB, Meta.namespace(job), Meta.name(job), now -> {
            now.set("status", next.object().get("status"));
            return now;
        });
    }
}
