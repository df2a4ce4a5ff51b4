package io.slipway.bench.revalidation;

import io.slipway.model.journal.Journal;
import java.util.stream.Collectors;

/** What failed in a journal. */
final class Said {
    private Said() {}

    /** A line each: the step, the object and the cause. */
    static String of(Journal journal) {
        return journal.steps().values().stream()
                .flatMap(step -> step.result().stream()
                        .flatMap(result -> result.failure().stream())
                        .map(failure -> step.step() + ": " + failure.object() + " " + failure.cause()))
                .map(line -> line.replace('\n', ' '))
                .collect(Collectors.joining("\n"));
    }
}
