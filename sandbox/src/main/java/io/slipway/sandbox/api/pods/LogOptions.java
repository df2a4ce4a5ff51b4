package io.slipway.sandbox.api.pods;

import io.slipway.sandbox.api.LogLine;
import io.slipway.sandbox.api.http.Exchange;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.Status.Cause;
import io.slipway.sandbox.store.Status.Details;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which lines of a log, and how.
 *
 * @param follow whether to wait for more
 * @param previous the instance before the last restart
 * @param timestamps whether each line begins with its time
 * @param tail how many of the last lines
 * @param since only lines from then on
 */
record LogOptions(
        boolean follow, boolean previous, boolean timestamps, Optional<Integer> tail, Optional<Instant> since) {

    static LogOptions of(Exchange exchange, String pod) {
        Optional<Instant> since = number(exchange, pod, "sinceSeconds", 1, "must be greater than 0")
                .map(seconds -> Instant.now().minusSeconds(seconds))
                .or(() -> exchange.query("sinceTime").map(Instant::parse));
        return new LogOptions(
                exchange.flag("follow"),
                exchange.flag("previous"),
                exchange.flag("timestamps"),
                number(exchange, pod, "tailLines", 0, "must be greater than or equal to 0"),
                since);
    }

    private static Optional<Integer> number(Exchange exchange, String pod, String field, int least, String must) {
        Optional<Long> number = exchange.number(field);
        number.filter(value -> value < least).ifPresent(value -> {
            Cause cause = new Cause("FieldValueInvalid", "Invalid value: %d: %s".formatted(value, must), field);
            throw Refusals.refusal(
                    422,
                    "Invalid",
                    "PodLogOptions \"%s\" is invalid: %s: %s".formatted(pod, field, cause.message()),
                    new Details("", "PodLogOptions", pod, "", List.of(cause), 0));
        });
        return number.map(value -> (int) Math.min(value, Integer.MAX_VALUE));
    }

    /** The lines to begin with, of those there are. */
    List<LogLine> first(List<LogLine> present) {
        List<LogLine> young = present.stream()
                .filter(line -> since.isEmpty() || !line.time().isBefore(since.get()))
                .toList();
        int count = Math.min(tail.orElse(young.size()), young.size());
        return young.subList(young.size() - count, young.size());
    }

    String text(List<LogLine> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(timestamps ? line.time() + " " : "")
                .append(line.text())
                .append('\n'));
        return text.toString();
    }
}
