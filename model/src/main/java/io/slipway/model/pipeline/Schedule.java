package io.slipway.model.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Key;
import io.slipway.model.spec.Literal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** When a rollout is repeated or re-validated. */
@Doc("When to repeat or re-validate the rollout.")
@Literal
public record Schedule(
        @Doc("Cron expression of five fields.") String cron,

        @Doc("Whether to only re-validate.") @Default("false")
        boolean revalidate,

        @Doc("Time zone of the cron expression.") @Default("UTC")
        String timezone,

        @Doc("Maximum random delay.") Optional<Duration> jitter,

        @Doc("What happens if the previous run is still running.") @Default("skip")
        Overlap overlap,

        @Doc("How late a missed run may still start.") Optional<Duration> catchUp,
        @Doc("Parameters.") Map<String, JsonNode> params,
        @Doc("Profile.") Optional<String> profile,
        @Doc("Target.") Optional<String> target) {

    /** What happens when the one before still runs. The names are Temporal's. */
    public enum Overlap {
        @Doc("The new run is skipped.")
        SKIP,
        @Doc("One run waits.")
        @Key("bufferOne")
        BUFFER_ONE,
        @Doc("The old run is cancelled.")
        @Key("cancelOther")
        CANCEL_OTHER,
        @Doc("Both run.")
        @Key("allowAll")
        ALLOW_ALL
    }
}
