package io.slipway.worker.engine;

import io.slipway.activities.step.Done;
import io.slipway.activities.step.Recorder;
import io.slipway.activities.step.StepActivities;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.activities.step.VerbHandler;
import io.slipway.model.action.Exec;
import io.slipway.model.action.Scale;
import io.slipway.model.action.WaitReady;
import io.slipway.model.journal.Change;
import io.slipway.model.journal.StepDetail;
import io.slipway.model.json.Json;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Verbs for tests of the engine. {@code exec} does what its words say: {@code ok}, {@code fail} (until the try in
 * the second word), {@code make X} (an object of that name and try, as {@code fail}; blocks when the third word is no number), {@code keep} (a blob), {@code log} (a line), {@code echo X} (output {@code said}), {@code interrupted} (when it is done), {@code stopped} (right after it remembered something, the first time), {@code lost} (an end of which no worker tells), {@code block} (until {@link #open}), {@code breaks} (fails then). {@code waitReady} waits
 * until its selector is opened. {@code scale} keeps a number, and says {@code unscaled} when it was put back; it fails to be
 * put back until {@code scalable} is opened when it is of {@code pod/stuck}. Every start is written down with its key.
 */
final class FakeVerbs {
    private final List<String> started = new CopyOnWriteArrayList<>();
    private final List<String> undone = new CopyOnWriteArrayList<>();
    private final List<String> takenBack = new CopyOnWriteArrayList<>();
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<String>> beside = new ConcurrentHashMap<>();
    private final Set<String> open = ConcurrentHashMap.newKeySet();

    Map<String, StepActivities.VerbRunner<?>> verbs() {
        return Map.of(
                "exec", new StepActivities.VerbRunner<>(Exec.class, new FakeExec()),
                "waitReady", new StepActivities.VerbRunner<>(WaitReady.class, this::await),
                "scale", new StepActivities.VerbRunner<>(Scale.class, new FakeScale()));
    }

    List<String> started() {
        return List.copyOf(started);
    }

    List<String> undone() {
        return List.copyOf(undone);
    }

    /** The objects that undone steps knew to have been made. */
    List<String> takenBack() {
        return List.copyOf(takenBack);
    }

    /** The steps that had not ended when that step started. */
    Set<String> runningAtTheStartOf(String step) {
        return beside.getOrDefault(step, Set.of());
    }

    void open(String gate) {
        open.add(gate);
    }

    private final class FakeExec implements VerbHandler<Exec> {
        @Override
        public Done run(Exec action, StepContext context) throws InterruptedException {
            return noted(context, () -> act(action, context));
        }

        private Done act(Exec action, StepContext context) throws InterruptedException {
            List<String> words = action.command().argv();
            return switch (words.getFirst()) {
                case "ok" -> Done.of("fine");
                case "echo" -> new Done("said " + words.get(1), Map.of("said", Json.tree(words.get(1))));
                case "fail" -> {
                    int until = words.size() > 1 ? Integer.parseInt(words.get(1)) : Integer.MAX_VALUE;
                    if (context.task().attempt() < until) {
                        throw StepFailure.of("it failed on purpose", "the test says so", "try again");
                    }
                    yield Done.of("fine at last");
                }
                case "make" -> make(words, context);
                case "keep" -> {
                    context.blobs().putText("kept by " + context.task().key());
                    yield Done.of("kept");
                }
                case "log" -> {
                    try (Recorder.LogSink log = context.recorder().log("it")) {
                        log.line("it ran");
                    }
                    yield Done.of("logged");
                }
                case "interrupted" -> {
                    Thread.currentThread().interrupt();
                    yield Done.of("fine, and too late to stop");
                }
                case "stopped" -> {
                    if (context.remembered().isEmpty()) {
                        context.remember("begun", "yes");
                        throw new InterruptedException("the worker stops right after");
                    }
                    yield Done.of("went on");
                }
                case "lost" -> throw ApplicationFailure.newNonRetryableFailure("nobody hears of it", "Lost");
                case "block" -> block(words.get(1), context);
                case "breaks" -> {
                    block(words.get(1), context);
                    throw StepFailure.of("it broke on purpose", "the test says so", "try again");
                }
                default -> throw new IllegalArgumentException(words.getFirst());
            };
        }

        @Override
        public Done undo(Exec action, StepContext context) {
            if (action.command().argv().contains("stubborn") && !open.contains("undoable")) {
                throw StepFailure.of("it cannot be undone", "the test says so", "open it");
            }
            undone.add(context.task().step());
            context.task().lostTries().forEach(lost -> takenBack.add("lost try " + lost));
            context.task().previousDetail().stream()
                    .flatMap(hash -> context.blobs().text(hash).stream())
                    .flatMap(text -> Json.read(text, StepDetail.class).changes().stream())
                    .forEach(change -> takenBack.add(change.name()));
            return Done.of("undone");
        }

        private Done make(List<String> words, StepContext context) throws InterruptedException {
            int attempt = context.task().attempt();
            context.recorder()
                    .change(new Change(
                            Change.Kind.CREATED,
                            "v1",
                            "ConfigMap",
                            "test",
                            words.get(1) + "-" + attempt,
                            "uid-" + attempt,
                            List.of(),
                            Optional.empty(),
                            true));
            String last = words.size() > 2 ? words.get(2) : "0";
            if (!last.matches("[0-9]+")) {
                return block(last, context);
            }
            if (attempt < Integer.parseInt(last)) {
                throw StepFailure.of("it failed on purpose", "the test says so", "try again");
            }
            return Done.of("made");
        }
    }

    private final class FakeScale implements VerbHandler<Scale> {
        @Override
        public Done run(Scale action, StepContext context) {
            started.add(context.task().step() + "/" + context.task().attempt());
            return Done.of("scaled to " + action.size());
        }

        @Override
        public Done undo(Scale action, StepContext context) {
            if (action.of().value().equals("pod/stuck") && !open.contains("scalable")) {
                throw StepFailure.of("it is stuck", "the test says so", "open it");
            }
            started.add(context.task().step() + " put back");
            return Done.of("put back");
        }
    }

    private Done await(WaitReady action, StepContext context) throws InterruptedException {
        return noted(context, () -> block(action.selector().orElseThrow(), context));
    }

    /** Something to do that may be interrupted. */
    private interface Work {
        Done run() throws InterruptedException;
    }

    private Done noted(StepContext context, Work work) throws InterruptedException {
        String step = context.task().step();
        started.add(step + "/" + context.task().attempt());
        beside.put(step, Set.copyOf(running));
        running.add(step);
        try {
            return work.run();
        } finally {
            running.remove(step);
        }
    }

    private Done block(String gate, StepContext context) throws InterruptedException {
        context.progress("waiting for " + gate);
        while (!open.contains(gate)) {
            if (context.left().isZero()) {
                throw StepFailure.of("gate " + gate + " did not open", "time is over", "open it");
            }
            context.pause(Duration.ofMillis(20));
        }
        return Done.of("gate " + gate + " opened");
    }
}
