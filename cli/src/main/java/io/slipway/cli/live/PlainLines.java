package io.slipway.cli.live;

import io.slipway.activities.step.VerbHandler;
import io.slipway.model.journal.Failure;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepResult;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.journal.Try;
import io.slipway.reports.words.Elapsed;
import io.slipway.reports.words.Mark;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** One line for each transition, with the time at which it happened: for logs, CI systems and pipes. */
public final class PlainLines implements Progress {
    private final PrintStream out;
    private final DateTimeFormatter clock;
    private final Set<String> said = new HashSet<>();

    /** Lines on that stream, with times of that zone. */
    public PlainLines(PrintStream out, ZoneId zone) {
        this.out = out;
        this.clock = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(zone);
    }

    /** The same, without the lines of what was shown before. */
    PlainLines after(Journal shown) {
        PlainLines before = new PlainLines(new PrintStream(OutputStream.nullOutputStream()), clock.getZone());
        before.journal(shown);
        said.addAll(before.said);
        return this;
    }

    @Override
    public void show(Snapshot snapshot) {
        journal(snapshot.journal());
    }

    private void journal(Journal journal) {
        if (journal.runs() == 0) {
            return;
        }
        Instant start = journal.started().orElseThrow();
        if (said.add("run " + journal.runs())) {
            String simulation = journal.simulated() ? ", SIMULATION (sandbox)" : "";
            line(start, "▶", "rollout " + journal.rollout() + " on " + journal.target() + simulation);
        }
        journal.steps().values().forEach(step -> step(step, start));
        moved(journal);
    }

    private void step(StepRecord step, Instant start) {
        for (Try attempt : step.tries()) {
            attempt(step, attempt);
        }
        Instant at = step.moved().or(step::finished).or(step::started).orElse(start);
        if (step.wasPutBack()) {
            once("restored " + step.attempt(), step, at, "↺", step.putBack());
        }
        Mark mark = Mark.of(step.status());
        String reason = step.reason().isEmpty() ? "" : ": " + step.reason();
        if (step.kept()) {
            once("kept", step, at, mark.sign(), "kept from an earlier run" + reason);
            return;
        }
        boolean byTries = step.status() == StepStatus.RUNNING
                || step.status() == StepStatus.SUCCEEDED
                || step.status() == StepStatus.PENDING
                || step.status() == StepStatus.RETRYING
                || wasDeclined(step);
        if (!byTries && !hadNothingToUndo(step) && !(step.status() == StepStatus.FAILED && step.attempt() > 0)) {
            once(mark.word() + step.attempt(), step, at, mark.sign(), mark.word() + reason);
        }
    }

    private static boolean hadNothingToUndo(StepRecord step) {
        return step.status() == StepStatus.UNDONE && step.reason().equals(VerbHandler.NOTHING_TO_UNDO);
    }

    /** Whether a person skipped it when it asked; of one that is skipped after a failure the reason is still to be told. */
    private static boolean wasDeclined(StepRecord step) {
        return step.status() == StepStatus.SKIPPED
                && step.result().filter(StepResult::ok).isPresent();
    }

    private void attempt(StepRecord step, Try attempt) {
        String number = attempt.attempt() > 1 ? " (try " + attempt.attempt() + ")" : "";
        once("start " + attempt.attempt(), step, attempt.started(), "▶", step.verb() + number);
        if (attempt.finished().isEmpty() || attempt.result().isEmpty()) {
            return;
        }
        Instant end = attempt.finished().get();
        Mark mark = Mark.of(attempt.result().get().status());
        double seconds = Duration.between(attempt.started(), end).toMillis() / 1000.0;
        String summary = attempt.result().get().summary();
        once(
                "end " + attempt.attempt(),
                step,
                end,
                mark.sign(),
                mark.word() + " in " + Elapsed.of(seconds) + (summary.isEmpty() ? "" : ": " + summary));
        attempt.result().get().failure().ifPresent(failure -> explain(step, failure, end));
    }

    /** Why it failed and what to do: who reads a log may have nothing else. The same words are said once for a step. */
    private void explain(StepRecord step, Failure failure, Instant end) {
        if (!failure.cause().isEmpty()) {
            once("cause " + failure.cause(), step, end, " ", "cause: " + failure.cause());
        }
        if (!failure.fix().isEmpty()) {
            once("fix " + failure.fix(), step, end, " ", "fix: " + failure.fix());
        }
    }

    private void moved(Journal journal) {
        RolloutStatus status = journal.status();
        String key = journal.runs() + " " + status + " " + journal.message() + " "
                + journal.decisions().size();
        if (status != RolloutStatus.RUNNING && !isDecided(journal) && said.add(key)) {
            Mark mark = Mark.of(status);
            String message = journal.message().isEmpty() ? "" : ": " + journal.message();
            line(journal.finished().orElse(Instant.now()), mark.sign(), "rollout " + mark.word() + message);
        }
    }

    /** Whether somebody has decided since the last step paused: it is about to go on, and does not pause anew. */
    private static boolean isDecided(Journal journal) {
        Optional<Instant> paused = journal.steps().values().stream()
                .filter(step -> step.status() == StepStatus.PAUSED)
                .flatMap(step -> step.moved().stream())
                .max(Comparator.naturalOrder());
        return journal.status() == RolloutStatus.PAUSED
                && paused.isPresent()
                && journal.decisions().stream()
                        .anyMatch(decision -> decision.at().isAfter(paused.get()));
    }

    private void once(String what, StepRecord step, Instant at, String sign, String text) {
        if (said.add(step.step() + " " + what)) {
            line(at, sign, step.stage() + "/" + step.step() + " " + text);
        }
    }

    private void line(Instant at, String sign, String text) {
        out.println(clock.format(at) + " " + sign + " " + text.replaceAll("\\s*\\R\\s*", " | "));
    }

    @Override
    public void close() {
        out.flush();
    }
}
