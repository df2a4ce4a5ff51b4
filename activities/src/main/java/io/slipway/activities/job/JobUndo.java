package io.slipway.activities.job;

import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.removal.Doomed;
import io.slipway.activities.cluster.removal.Removal;
import io.slipway.activities.job.run.JobFacts;
import io.slipway.activities.job.run.JobLog;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.JobForm;
import io.slipway.model.journal.Change;
import io.slipway.model.journal.StepDetail;
import io.slipway.model.json.Json;
import java.util.List;

/**
 * Ends the jobs that the tries of a step started: Flink's with a savepoint. The journal notes them, but for tries whose
 * worker was lost; theirs are found by the key of the try.
 */
final class JobUndo {
    private JobUndo() {}

    static Done of(JobForm form, Clusters clusters, StepContext context) throws InterruptedException {
        List<Change> started = started(context);
        try (Reach reach = Reach.of(clusters, context)) {
            for (Change job : started) {
                if (job.objectKind().equals(JobFacts.FLINK_JOB)) {
                    JobRunners.of(form, reach, new JobLog(context.recorder()), job.name())
                            .stop();
                } else {
                    remove(job, reach);
                }
            }
        }
        List<Integer> lost = context.task().lostTries();
        for (int attempt : lost) {
            stop(form, clusters, new PastTry(context, attempt));
        }
        return Done.of(summary(started.size(), lost.size()));
    }

    private static void stop(JobForm form, Clusters clusters, StepContext lost) throws InterruptedException {
        try (Reach reach = Reach.of(clusters, lost)) {
            JobRunners.of(form, reach, new JobLog(lost.recorder()), lost.task().flinkJobId())
                    .stop();
        }
    }

    private static String summary(int ended, int lost) {
        if (lost == 0) {
            return ended == 0 ? "no job was started" : ended + " jobs ended";
        }
        return (ended == 0 ? "" : ended + " jobs ended, ") + "nothing is left of " + lost
                + (lost == 1 ? " try" : " tries") + " whose worker was lost";
    }

    private static List<Change> started(StepContext context) {
        return context.task().previousDetail().stream()
                .map(hash -> context.blobs().text(hash).orElseThrow(() -> missing(hash)))
                .map(text -> Json.read(text, StepDetail.class))
                .flatMap(detail -> detail.changes().stream())
                .filter(change -> change.kind() == Change.Kind.CREATED)
                .toList();
    }

    private static StepFailure missing(String hash) {
        return StepFailure.permanent(
                "the record of what the step did is gone",
                "blob " + hash + " is not in the worker's blob store",
                "let all workers use the same blob store; end the job by hand, then skip this undo");
    }

    private static void remove(Change job, Reach reach) throws InterruptedException {
        Cluster cluster = reach.cluster();
        ObjectRef ref = new ObjectRef(job.apiVersion(), job.objectKind(), job.namespace(), job.name());
        ApiKind kind = cluster.kinds().of(ref);
        new Removal(cluster, reach.context()).remove(List.of(new Doomed(kind, ref, job.uid())), Removal.BACKGROUND);
    }
}
