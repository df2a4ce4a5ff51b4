package io.slipway.reports.words;

import io.slipway.model.journal.Ahead;
import io.slipway.model.journal.StepStatus;
import io.slipway.reports.Report;
import io.slipway.reports.words.Mark.Tone;
import java.util.List;
import java.util.stream.Stream;

/**
 * A step that asks for approval, with what is still to come.
 *
 * @param step its name
 * @param ahead what is shown
 */
public record Asked(String step, Ahead ahead) {

    /** The steps of a rollout that ask now and have something to show. */
    public static List<Asked> of(Report report) {
        return report.steps().stream()
                .filter(step ->
                        step.status() == StepStatus.PAUSED && step.verb().equals("approve"))
                .flatMap(step -> Ahead.of(step.outputs()).map(ahead -> new Asked(step.step(), ahead)).stream())
                .toList();
    }

    /** What it asks approval of, in one line. */
    public String headline() {
        return "'" + step + "' asks for approval of " + ahead.inShort();
    }

    /** The rest of the difference, at most so many lines. */
    public List<String> lines(int most) {
        List<String> all = ahead.difference().stream().skip(1).toList();
        return all.size() <= most
                ? all
                : Stream.concat(all.stream().limit(most), Stream.of("and " + (all.size() - most) + " lines more"))
                        .toList();
    }

    /** The tone of a line of a difference. */
    public static Tone tone(String line) {
        String bare = line.strip();
        return switch (bare.isEmpty() ? ' ' : bare.charAt(0)) {
            case '+' -> Tone.GOOD;
            case '-', '!' -> Tone.BAD;
            case '~', '?' -> Tone.WAITS;
            case '@' -> Tone.BUSY;
            default -> Tone.QUIET;
        };
    }
}
