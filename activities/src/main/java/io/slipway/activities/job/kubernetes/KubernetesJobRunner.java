package io.slipway.activities.job.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.access.PodRef;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.await.ObjectWait;
import io.slipway.activities.cluster.manifest.Manifest;
import io.slipway.activities.cluster.manifest.Manifests;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.cluster.ready.StuckTree;
import io.slipway.activities.cluster.removal.Doomed;
import io.slipway.activities.cluster.removal.Removal;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.job.run.JobEnd;
import io.slipway.activities.job.run.JobFacts;
import io.slipway.activities.job.run.JobLog;
import io.slipway.activities.job.run.JobRunner;
import io.slipway.activities.job.run.PodFollowers;
import io.slipway.activities.job.run.Stuck;
import io.slipway.activities.job.run.TimeForJob;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.JobForm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Creates a Kubernetes Job once: its name is the key. */
public final class KubernetesJobRunner implements JobRunner {
    private static final ApiKind JOBS = ApiKind.namespaced("batch/v1", "Job", "jobs");
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    /** What is remembered of a Job that was made. */
    private static final String MADE = "made job";

    private final Reach reach;
    private final StepContext context;
    private final JobForm.Job form;
    private final JobLog log;

    /** A runner of one Job. */
    public KubernetesJobRunner(JobForm.Job form, Reach reach, JobLog log) {
        this.reach = reach;
        this.context = reach.context();
        this.form = form;
        this.log = log;
    }

    @Override
    public Calls calls() {
        String namespace = manifest().path("metadata").path("namespace").asText();
        return Calls.on(JOBS, namespace, "get", "create")
                .and(ObjectWait.calls(JOBS, namespace))
                .and(Calls.on(Cluster.PODS, namespace, "list"))
                .and(PodFollowers.calls(namespace))
                .and(StuckTree.calls(namespace));
    }

    @Override
    public Calls callsToCleanUp() {
        return Removal.calls(JOBS, manifest().path("metadata").path("namespace").asText());
    }

    @Override
    public JobEnd follow() throws InterruptedException {
        TimeForJob time = new TimeForJob(context);
        ObjectNode wanted = manifest();
        String namespace = wanted.path("metadata").path("namespace").asText();
        String name = wanted.path("metadata").path("name").asText();
        make(wanted, JOBS.ref(namespace, name));
        JobState last = JobState.NONE;
        Stuck stuck = new Stuck(reach, namespace);
        try (PodFollowers followers = new PodFollowers(reach.cluster(), log, context.recorder())) {
            while (!time.over()) {
                last = look(namespace, name, time);
                List<JsonNode> pods = pods(namespace, name);
                pods.forEach(pod -> followers.follow(container(pod, namespace)));
                context.progress("job " + name + " " + last.state());
                if (last.over()) {
                    followers.await();
                    return end(name, namespace, last, last.trouble(pods), time);
                }
                Optional<JobEnd.Trouble> trouble = stuck.look(last.tree(), pods);
                if (trouble.isPresent()) {
                    return end(name, namespace, last, trouble, time);
                }
            }
        }
        throw time.failure("job/" + name, last.state(), "");
    }

    private ObjectNode manifest() {
        List<Manifest> manifests = new Manifests(context, List.of())
                .read(form.manifest().stream().toList(), form.inline().stream().toList());
        if (manifests.size() != 1 || !manifests.getFirst().ref().kind().equals("Job")) {
            throw StepFailure.permanent(
                    "the manifest of the job must be exactly one Job",
                    "it contains "
                            + manifests.stream()
                                    .map(each -> each.ref().display())
                                    .toList(),
                    "write exactly one object of kind Job; deploy the others in an earlier step");
        }
        ObjectNode job = manifests.getFirst().tree().deepCopy();
        ObjectNode metadata = job.withObject("/metadata");
        metadata.put("name", context.task().objectName());
        metadata.remove("generateName");
        if (metadata.path("namespace").asText("").isEmpty()) {
            metadata.put("namespace", context.namespace());
        }
        Owner.of(context.task()).label(job, context.task());
        return job;
    }

    /** Makes it, unless a worker did so before under the same key; what that one had noted went with it. */
    private void make(ObjectNode job, ObjectRef ref) throws InterruptedException {
        Optional<JsonNode> known = reach.api().get(JOBS, ref.namespace(), ref.name());
        if (known.isEmpty() && !context.remembered().getOrDefault(MADE, "").isEmpty()) {
            throw StepFailure.of(
                    "how " + ref.place() + " ended is not known",
                    "it was created before the worker was lost, and is gone: it was deleted by someone or by its ttlSecondsAfterFinished",
                    "check what it did, then retry the step to run it again, or skip it; a longer"
                            + " ttlSecondsAfterFinished, or none, keeps it long enough");
        }
        JsonNode made = known.isPresent() ? known.get() : create(job, ref);
        context.remember(MADE, ref.name());
        JobFacts.created(
                context.recorder(), ref, made.path("metadata").path("uid").asText());
    }

    private JsonNode create(ObjectNode job, ObjectRef ref) throws InterruptedException {
        try {
            return reach.cluster().api(context).create(JOBS, ref.namespace(), job);
        } catch (ApiException refused) {
            Optional<JsonNode> there =
                    refused.code() == 409 ? reach.api().get(JOBS, ref.namespace(), ref.name()) : Optional.empty();
            return there.orElseThrow(() -> refused.passingOrFailure("create " + ref.place()));
        }
    }

    private JobState look(String namespace, String name, TimeForJob time) throws InterruptedException {
        Duration moment = LOOK_AGAIN.compareTo(time.left()) < 0 ? LOOK_AGAIN : time.left();
        JobState[] seen = {JobState.NONE};
        new ObjectWait(reach.cluster(), context).until(JOBS, namespace, moment, jobs -> {
            Optional<JsonNode> job = ObjectWait.named(jobs, name);
            // a watch that others share may lag behind what was just made
            seen[0] = (job.isPresent() ? job : reach.api().get(JOBS, namespace, name))
                    .map(JobState::new)
                    .orElse(JobState.NONE);
            return seen[0].over() ? Optional.of(seen[0]) : Optional.empty();
        });
        return seen[0];
    }

    private List<JsonNode> pods(String namespace, String name) throws InterruptedException {
        return reach.list("pods", namespace, "batch.kubernetes.io/job-name=" + name);
    }

    private static PodRef container(JsonNode pod, String namespace) {
        return new PodRef(
                namespace,
                pod.path("metadata").path("name").asText(),
                pod.path("spec").path("containers").path(0).path("name").asText());
    }

    private static JobEnd end(
            String name, String namespace, JobState job, Optional<JobEnd.Trouble> trouble, TimeForJob time) {
        return new JobEnd(
                name,
                job.state(),
                trouble,
                job.seconds().orElseGet(time::seconds),
                0,
                0,
                List.of(JOBS.ref(namespace, name)));
    }

    @Override
    public void cleanUp() throws InterruptedException {
        context.remember(MADE, "");
        String name = context.task().objectName();
        String namespace = manifest().path("metadata").path("namespace").asText();
        Optional<JsonNode> job = reach.api().get(JOBS, namespace, name);
        if (job.isPresent()) {
            String uid = job.get().path("metadata").path("uid").asText();
            new Removal(reach.cluster(), context)
                    .remove(List.of(new Doomed(JOBS, JOBS.ref(namespace, name), uid)), Removal.BACKGROUND);
        }
    }
}
