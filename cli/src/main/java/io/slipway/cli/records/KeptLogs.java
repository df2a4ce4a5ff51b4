package io.slipway.cli.records;

import io.slipway.cli.home.Home;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.StepResult;
import io.slipway.reports.LogReport;
import io.slipway.reports.StepReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The logs that steps of a rollout kept in the blob store of the home folder. */
final class KeptLogs {
    private final Home home;
    private final Optional<String> step;
    private final Set<String> told = new HashSet<>();

    /** Those of all steps, or of one. */
    KeptLogs(Home home, Optional<String> step) {
        this.home = home;
        this.step = step;
    }

    /** All that there are. */
    List<KeptLog> of(Journal journal) {
        List<KeptLog> all = new ArrayList<>();
        for (StepReport one : steps(journal)) {
            for (LogReport log : one.logs()) {
                all.add(read(one, log));
            }
        }
        return all;
    }

    /** Those that this method has not given yet. */
    List<KeptLog> newOf(Journal journal) {
        List<KeptLog> fresh = new ArrayList<>();
        for (StepReport one : steps(journal)) {
            for (LogReport log : one.logs()) {
                if (told.add(one.step() + " " + one.tries().size() + " " + log.name() + " " + log.hash())) {
                    fresh.add(read(one, log));
                }
            }
        }
        return fresh;
    }

    /** Whether the plan has the step, even if it has not begun. */
    boolean planned(Journal journal) {
        return !steps(journal).isEmpty();
    }

    /** Whether steps kept evidence in a folder that is not this one. */
    boolean elsewhere(Journal journal) {
        return journal.steps().values().stream()
                .flatMap(record -> record.result().stream())
                .map(StepResult::detail)
                .flatMap(Optional::stream)
                .anyMatch(hash -> home.blobs().get(hash).isEmpty());
    }

    private List<StepReport> steps(Journal journal) {
        return home.report(journal).steps().stream()
                .filter(one -> step.isEmpty() || one.step().equals(step.get()))
                .toList();
    }

    private KeptLog read(StepReport one, LogReport log) {
        String text = home.blobs().text(log.hash()).orElse("(the blob store no longer has this log)");
        return new KeptLog(one.step(), log.name(), text.stripTrailing().lines().toList());
    }
}
