package io.slipway.sandbox.api.pods;

import io.slipway.sandbox.api.LogLine;
import io.slipway.sandbox.api.http.Exchange;
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

    static LogOptions of(Exchange exchange) {
        Optional<Instant> since = exchange.query("sinceSeconds")
                .map(seconds -> Instant.now().minusSeconds(Long.parseLong(seconds)))
                .or(() -> exchange.query("sinceTime").map(Instant::parse));
        return new LogOptions(
                exchange.flag("follow"),
                exchange.flag("previous"),
                exchange.flag("timestamps"),
                exchange.query("tailLines").map(Integer::valueOf),
                since);
    }

    /** The lines to begin with, of those there are. */
    List<LogLine> first(List<LogLine> present) {
        List<LogLine> young = present.stream()
                .filter(line -> since.isEmpty() || !line.time().isBefore(since.get()))
                .toList();
        int count = Math.min(tail.orElse(young.size()), young.size());
        return young.subList(young.size() - count, young.size());
    }

    String text(LogLine line) {
        return timestamps ? line.time() + " " + line.text() + "\n" : line.text() + "\n";
    }
}
