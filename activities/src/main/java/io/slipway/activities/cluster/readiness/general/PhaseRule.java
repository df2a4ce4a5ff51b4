package io.slipway.activities.cluster.readiness.general;

import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Judges the words of {@code status.phase}, {@code status.state} and the like; the worst of them counts. */
final class PhaseRule implements ReadinessRule {

    private static final List<String> PATHS = List.of(
            "status.phase",
            "status.state",
            "status.health",
            "status.status",
            "status.currentState",
            "status.currentStatus",
            "status.overallStatus",
            "status.clusterStatus",
            "status.deploymentStatus",
            "status.currentPhase",
            "status.stage",
            "status.result",
            "status.syncStatus",
            "status.sync.status",
            "status.health.status",
            "status.compliant",
            "status.lifecycleState",
            "status.updateStatus");

    /** Kinds that are to end: while they run they are not done. */
    private static final Pattern TASK = Pattern.compile(
            ".*(Job|Run|Task|Backup|Restore|Workflow|Migration|Test|Execution|Build|Scan|Experiment|Analysis|Operation|Request"
                    + "|Import|Export|Upgrade|Rebalance|Pipeline[A-Z]\\w*|Snapshot|Plan|Benchmark|Dump|Command|Hook)");

    @Override
    public Optional<Readiness> judge(KubeObject object) {
        Optional<Readiness> best = Optional.empty();
        for (String path : PATHS) {
            if (!object.at(path).isValueNode()) {
                continue;
            }
            Optional<Readiness> verdict = word(object, path);
            if (verdict.isPresent() && (best.isEmpty() || Severity.of(verdict.get()) > Severity.of(best.get()))) {
                best = verdict;
            }
        }
        return best;
    }

    private static Optional<Readiness> word(KubeObject object, String path) {
        String phase = object.text(path);
        if (phase.isEmpty()) {
            return Optional.empty();
        }
        String text = path + " is " + phase + message(object);
        return Optional.of(PhaseWords.of(phase)
                .<Readiness>map(meaning -> switch (meaning) {
                    case DONE -> new Readiness.Ready(text);
                    case ONGOING -> isTask(object.kind()) ? new Readiness.Progressing(text) : new Readiness.Ready(text);
                    case BUSY -> new Readiness.Progressing(text);
                    case BROKEN -> new Readiness.Failed(text);
                })
                .orElseGet(() -> new Readiness.Progressing(text)));
    }

    /** Whether objects of this kind are to end by themselves. */
    static boolean isTask(String kind) {
        return TASK.matcher(kind).matches();
    }

    private static String message(KubeObject object) {
        String message = object.text("status.message");
        return message.isEmpty() ? "" : ": " + message;
    }
}
