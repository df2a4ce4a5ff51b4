package io.slipway.reports;

import static io.slipway.reports.Story.json;

import io.slipway.model.journal.Change;
import io.slipway.model.journal.CheckResult;
import io.slipway.model.journal.Decision;
import io.slipway.model.journal.Failure;
import io.slipway.model.journal.Finding;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepDetail;
import io.slipway.model.journal.StepStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rollouts as they happen: one that went well, one that failed, one that waits for a person, one that has just begun. */
final class Samples {
    private Samples() {}

    static Map<String, Story> all() {
        return Map.of("succeeded", succeeded(), "failed", failed(), "paused", paused(), "begun", begun());
    }

    static Report report(Story story) {
        return Report.of(story.journal(), Optional.of(SamplePlan.plan()), story::blob);
    }

    private static Story images(Story story) {
        return story.starts("images", "spark-image", "build", 1, 0.2)
                .starts("images", "flink-image", "build", 1, 0.2)
                .succeeds(
                        "flink-image",
                        1,
                        2.9,
                        "build flink-connectors-1 complete",
                        Story.objects(Change.Kind.CREATED, "BuildConfig/flink-connectors", "Build/flink-connectors-1"),
                        Map.of("build", json("flink-connectors-1")))
                .succeeds(
                        "spark-image",
                        1,
                        4.1,
                        "build spark-iceberg-1 complete",
                        Story.objects(Change.Kind.CREATED, "BuildConfig/spark-iceberg", "Build/spark-iceberg-1"),
                        Map.of("build", json("spark-iceberg-1")));
    }

    private static Story deployed(Story story) {
        return images(story)
                .starts("flink", "flink-deploy", "deploy", 1, 4.2)
                .succeeds(
                        "flink-deploy",
                        1,
                        5.0,
                        "2 created, 1 configured",
                        new StepDetail(
                                List.of(
                                        Story.objects(Change.Kind.CREATED, "Deployment/flink-jobmanager")
                                                .changes()
                                                .getFirst(),
                                        Story.objects(Change.Kind.CREATED, "Deployment/flink-taskmanager")
                                                .changes()
                                                .getFirst(),
                                        Story.objects(Change.Kind.CONFIGURED, "ConfigMap/flink-k8s-config")
                                                .changes()
                                                .getFirst()),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of("3 objects in 3 groups")),
                        Map.of("created", json(2)));
    }

    static Story succeeded() {
        return deployed(new Story("datalyptica-0105-090000", "datalyptica", true))
                .starts("flink", "flink-ready", "waitReady", 1, 5.1)
                .succeeds("flink-ready", 1, 8.4, "2 of 2 ready", StepDetail.empty(), Map.of("ready", json(2)))
                .starts("flink", "flink-checks", "validate", 1, 8.5)
                .succeeds(
                        "flink-checks",
                        1,
                        9.7,
                        "3 of 3 checks passed",
                        Story.checks(
                                slots(true, "8"),
                                new CheckResult(
                                        "the JobManager's REST server listens",
                                        "logs",
                                        true,
                                        false,
                                        "a line that contains \"Rest endpoint listening\"",
                                        "2026-01-05 09:00:06 INFO Rest endpoint listening at 10.1.0.7:8081",
                                        112,
                                        1,
                                        "",
                                        "",
                                        List.of("flink/validation/2")),
                                new CheckResult(
                                        "Kafka runs",
                                        "objects",
                                        false,
                                        true,
                                        "size(objects) > 0",
                                        "no pods with app.kubernetes.io/name=kafka",
                                        40,
                                        1,
                                        "Kafka is not installed",
                                        "Install it, or leave the Kafka connector unused.",
                                        List.of())),
                        Map.of("passed", json(2)))
                .moves("trial", "load-test", "testJob", StepStatus.SKIPPED, "when: params.loadTest is false", 9.8)
                .ends(
                        RolloutStatus.SUCCEEDED,
                        "",
                        Map.of("flinkUi", json("https://flink-jobmanager.apps.sandbox.local")),
                        9.9);
    }

    private static CheckResult slots(boolean passed, String seen) {
        return new CheckResult(
                "all slots are registered",
                "http",
                passed,
                false,
                "body['slots-total'] == params.taskManagers * 4",
                "slots-total: " + seen,
                880,
                passed ? 3 : 60,
                passed ? "" : "only one TaskManager has registered",
                passed ? "" : "Compare jobmanager.rpc.address of both with the Service's name.",
                List.of("flink/validation/4"));
    }

    static Failure imagePull() {
        return new Failure(
                "deployment/flink-taskmanager is not ready",
                "deployment/flink-taskmanager",
                "pod flink-taskmanager-6d5f-x2x9v cannot pull flink-connectors:1.20.0 (ImagePullBackOff)",
                "Check the image's name and that the build pushed it: oc get istag -n datalyptica",
                List.of(new Finding(
                        "image-pull",
                        "pod/flink-taskmanager-6d5f-x2x9v",
                        "the image does not exist or the registry refuses it",
                        "Correct the image or the pull secret.",
                        "troubleshooting/flink-1",
                        List.of(
                                "Failed to pull image \"flink-connectors:1.20.0\": <manifest unknown>",
                                "Back-off pulling image & waiting"))),
                true);
    }

    static Story failed() {
        Story story = deployed(new Story("datalyptica-0105-091500", "datalyptica", false));
        String log = story.keepText(
                "starting\nline with <b>markup</b> & `ticks` | pipes\n\u001b[31mred\u001b[0m\nlast words");
        StepDetail detail = new StepDetail(
                List.of(),
                List.of(),
                List.of(),
                List.of(new StepDetail.LogRef("pod/flink-taskmanager-6d5f-x2x9v", log, 4)),
                List.of());
        return story.starts("flink", "flink-ready", "waitReady", 1, 5.1)
                .fails("flink-ready", 1, 35.2, imagePull(), List.of(), StepDetail.empty())
                .starts("flink", "flink-ready", "waitReady", 2, 40.2)
                .fails("flink-ready", 2, 78.0, imagePull(), List.of("3 warning events since the start"), detail)
                .moves("flink", "flink-ready", "waitReady", StepStatus.FAILED, "", 78.0)
                .starts("finally", "bundle", "diagnose", 1, 78.1)
                .succeeds("bundle", 1, 79.5, "1 finding, bundle of 14 files", StepDetail.empty(), Map.of())
                .ends(RolloutStatus.FAILED, "step flink-ready failed after 2 tries", Map.of(), 79.6);
    }

    static Story paused() {
        return deployed(new Story("datalyptica-0105-093000", "datalyptica", false))
                .starts("flink", "flink-ready", "waitReady", 1, 5.1)
                .succeeds("flink-ready", 1, 8.4, "2 of 2 ready", StepDetail.empty(), Map.of())
                .starts("flink", "flink-checks", "validate", 1, 8.5)
                .fails(
                        "flink-checks",
                        1,
                        68.5,
                        Failure.of(
                                "1 of 1 checks failed: all slots are registered",
                                "only one TaskManager has registered",
                                "Compare jobmanager.rpc.address of both with the Service's name."),
                        List.of(),
                        Story.checks(slots(false, "4")))
                .moves("flink", "flink-checks", "validate", StepStatus.PAUSED, "failed; waits for a decision", 68.6)
                .decides(Decision.Kind.APPROVE, "go-live", "after the stand-up", 70)
                .ends(RolloutStatus.PAUSED, "flink-checks failed and waits for a decision", Map.of(), 70.1);
    }

    static Story begun() {
        return new Story("datalyptica-0105-094500", "datalyptica", true)
                .starts("images", "spark-image", "build", 1, 0.2);
    }
}
