package io.slipway.model.action;

import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Inline;
import io.slipway.model.spec.Key;
import io.slipway.model.spec.Late;
import io.slipway.model.spec.Literal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One named entry of a validation: what is asked, what is expected, what was seen.
 *
 * <pre>{@code
 * - check: event logs are in the bucket
 *   guide: validation-spark/9
 *   s3: { … }
 *   expect: "size(keys) > 0"
 *   within: 60s
 * }</pre>
 */
@Doc("One named check: a probe, what is expected of it, and how long it may take to come true.")
public record Check(
        @Doc("The check's name in the report; unique in its step.") @Key("check") @Literal
        String name,

        @Doc("What is asked.") @Inline Probe probe,

        @Doc("What must hold. What it sees depends on the probe; without it the probe's own rule decides.")
        Optional<Late> expect,

        @Doc("Keeps asking so long until it holds.") Optional<Duration> within,

        @Doc("What to do when it does not hold, for whoever reads the report; without it the report says how to look.")
        @Literal
        Optional<String> fix,

        @Doc("Whether a failure fails the step.") @Default("error")
        Severity severity,

        @Doc("Sections of the guide that ask for it.") @Literal
        List<String> guide) {

    /** What a failed check means. */
    public enum Severity {
        @Doc("The step fails.")
        ERROR,
        @Doc("The report shows it; the step goes on.")
        WARNING
    }
}
