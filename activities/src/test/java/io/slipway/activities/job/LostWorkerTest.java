package io.slipway.activities.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.cluster.removal.Doomed;
import io.slipway.activities.cluster.removal.Removal;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.FakeBlobs;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.RunJob;
import io.slipway.model.journal.Change;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Binder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a successor of a lost worker knows of a Job that the lost one had made. */
class LostWorkerTest {
    private static final ApiKind JOBS = ApiKind.namespaced("batch/v1", "Job", "jobs");

    private static TestCluster cluster;
    private static RunJobHandler handler;

    @BeforeAll
    static void start() {
        cluster = TestCluster.working();
        handler = new RunJobHandler(cluster.clusters(), Diagnostician.none());
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    /** What the lost worker had noted went with it, and the journal has the successor's details only. */
    @Test
    void undoEndsTheJobOfALostWorker() throws InterruptedException {
        FakeBlobs blobs = new FakeBlobs();
        FakeTask task = task("found");
        handler.run(job(), cluster.step(task, blobs));
        FakeStepContext successor = cluster.step(task, blobs);
        handler.run(job(), successor);
        assertThat(successor.writes()).isZero();
        assertThat(successor.recorder().changes()).extracting(Change::kind).containsExactly(Change.Kind.CREATED);

        String detail = blobs.putText(Json.write(successor.recorder().detail()));
        handler.undo(job(), cluster.step(task.undo(List.of(detail)), blobs));
        assertThat(exists(successor)).isFalse();
    }

    /** No other worker took the step up in time, so that there are no details at all. */
    @Test
    void undoEndsTheJobOfATryThatNobodyEnded() throws InterruptedException {
        FakeStepContext lost = cluster.step(task("unheard"));
        handler.run(job(), lost);
        Done undone = handler.undo(job(), cluster.step(task("unheard").undoOfALostTry()));
        assertThat(exists(lost)).isFalse();
        assertThat(undone.summary()).isEqualTo("nothing is left of 1 try whose worker was lost");
    }

    /** Such as one whose ttlSecondsAfterFinished was over before anybody took it up again. */
    @Test
    void aJobThatIsGoneIsNotRunASecondTime() throws InterruptedException {
        FakeStepContext lost = cluster.step(task("gone"));
        handler.run(job(), lost);
        ObjectRef ref = JOBS.ref(cluster.namespace(), lost.task().objectName());
        new Removal(cluster.cluster(), lost).remove(List.of(new Doomed(JOBS, ref, "")), Removal.BACKGROUND);
        FakeStepContext successor = cluster.step(task("gone"));
        lost.remembered().forEach(successor::remember);
        StepFailure failure = catchThrowableOfType(StepFailure.class, () -> handler.run(job(), successor));
        assertThat(failure.failure().message()).contains(lost.task().objectName(), "is not known");
        assertThat(exists(successor)).isFalse();
    }

    @Test
    void anUndoThatCannotReadWhatWasDoneSaysSo() {
        FakeTask task = task("unknown").undo(List.of("0".repeat(64)));
        StepFailure failure = catchThrowableOfType(StepFailure.class, () -> handler.undo(job(), cluster.step(task)));
        assertThat(failure.failure().message()).isEqualTo("the record of what the step did is gone");
    }

    private static boolean exists(FakeStepContext context) throws InterruptedException {
        return cluster.cluster()
                .api()
                .get(JOBS, cluster.namespace(), context.task().objectName())
                .isPresent();
    }

    private static FakeTask task(String step) {
        return new FakeTask().step(step).timeout(Duration.ofMinutes(1));
    }

    private static RunJob job() {
        Map<String, Object> pod = Map.of(
                "restartPolicy",
                "Never",
                "containers",
                List.of(Map.of("name", "main", "image", "busybox:1.36", "command", List.of("true"))));
        Map<String, Object> job = Map.of(
                "apiVersion",
                "batch/v1",
                "kind",
                "Job",
                "metadata",
                Map.of("name", "any"),
                "spec",
                Map.of("template", Map.of("spec", pod)));
        return Binder.read(RunJob.class, Json.tree(Map.of("job", Map.of("inline", job))));
    }
}
