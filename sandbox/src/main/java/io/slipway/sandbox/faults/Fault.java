package io.slipway.sandbox.faults;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One scripted fault.
 *
 * @param script the text it was read from, for messages
 * @param times how many occurrences it strikes; a very large number when the script says nothing
 * @param after simulated time between the first sight of its target and the first strike
 * @param lasts simulated time from the first strike until it heals by itself, empty for never
 */
public record Fault(
        String script,
        FaultTarget target,
        FaultKind kind,
        List<String> args,
        int times,
        Duration after,
        Optional<Duration> lasts) {
    public Fault {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(kind, "kind");
        args = List.copyOf(args);
        if (times < 1) {
            throw new FaultSyntaxException("'" + script + "': times must be 1 or more");
        }
    }

    /** The argument at this place, or the fallback when the script does not give it. */
    public String arg(int index, String fallback) {
        return index < args.size() ? args.get(index) : fallback;
    }

    /** A duration argument, or the fallback when the script does not give it. */
    public Duration duration(int index, Duration fallback) {
        return index < args.size() ? FaultDuration.parse(args.get(index)).orElse(fallback) : fallback;
    }

    /** A whole number argument, or the fallback when the script does not give one. */
    public int number(int index, int fallback) {
        String text = arg(index, "");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : fallback;
    }
}
