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
@Doc("A named check: a probe, the expected result, and how long it may take to be met.")
public record Check(
        @Doc("Name in the report; unique in its step.") @Key("check") @Literal
        String name,

        @Doc("The probe.") @Inline Probe probe,

        @Doc("Condition that must be true. What it sees depends on the probe (default: the probe's own rule).")
        Optional<Late> expect,

        @Doc("Repeat the probe for up to this long until the condition is true.")
        Optional<Duration> within,

        @Doc("What to do if the check fails, shown in the report (default: how to inspect it by hand).") @Literal
        Optional<String> fix,

        @Doc("Whether a failure fails the step.") @Default("error")
        Severity severity,

        @Doc("Sections of the guide it covers.") @Literal List<String> guide) {

    /** What a failed check means. */
    public enum Severity {
        @Doc("The step fails.")
        ERROR,
        @Doc("The failure is reported; the step continues.")
        WARNING
    }
}
