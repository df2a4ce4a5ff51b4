package io.slipway.reports;

import io.slipway.model.journal.StepDetail;
import io.slipway.model.journal.StepResult;
import io.slipway.model.json.Json;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the evidence of a try from the blob store. What cannot be read is said so in a note, it fails no report. */
final class Evidence {
    private static final int TAIL_LINES = 20;
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;?]*[A-Za-z]");

    private final Function<String, Optional<String>> blobs;

    Evidence(Function<String, Optional<String>> blobs) {
        this.blobs = blobs;
    }

    /** The evidence of a try; empty when it left none. */
    StepDetail detail(StepResult result) {
        return result.detail().map(this::read).orElseGet(StepDetail::empty);
    }

    private StepDetail read(String hash) {
        Optional<String> text = blobs.apply(hash);
        if (text.isEmpty()) {
            return missing("the blob store no longer has the evidence of this step (" + hash + ")");
        }
        try {
            return Json.read(text.get(), StepDetail.class);
        } catch (UncheckedIOException e) {
            return missing("the evidence of this step (" + hash + ") cannot be read");
        }
    }

    private static StepDetail missing(String note) {
        return new StepDetail(List.of(), List.of(), List.of(), List.of(), List.of(note));
    }

    /** A log, with its last lines when they are asked for. */
    LogReport log(StepDetail.LogRef ref, boolean withTail) {
        List<String> tail =
                withTail ? blobs.apply(ref.hash()).map(Evidence::lastLines).orElseGet(List::of) : List.of();
        return new LogReport(ref.name(), ref.hash(), ref.lines(), tail);
    }

    private static List<String> lastLines(String text) {
        List<String> lines = COLOURS.matcher(text).replaceAll("").lines().toList();
        return lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
    }
}
