package io.slipway.model.pipeline;

import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Literal;
import io.slipway.model.spec.Refusals;
import io.slipway.model.spec.ShortForm;
import java.time.Duration;

/** How often and how soon a failed step is tried again. */
@Doc("How often and how soon to retry a failed step.")
@Literal
@ShortForm("attempts")
public record Retry(
        @Doc("Total number of tries.") @Default("3") int attempts,
        @Doc("Wait before the second try.") @Default("5s") Duration initial,

        @Doc("Factor by which each wait grows.") @Default("2")
        double factor,

        @Doc("Maximum wait.") @Default("1m") Duration max) {

    public Retry {
        new Refusals()
                .when(attempts < 1, () -> "'attempts' must be at least 1, but is " + attempts)
                .when(factor < 1, () -> "'factor' must be at least 1, but is " + factor)
                .raise();
    }

    /** One try and no more. */
    public static Retry once() {
        return new Retry(1, Duration.ofSeconds(5), 2, Duration.ofMinutes(1));
    }

    /** The wait before try {@code attempt + 1}, once {@code attempt} tries have failed. */
    public Duration waitAfter(int attempt) {
        double millis = initial.toMillis() * Math.pow(factor, attempt - 1.0);
        return millis >= max.toMillis() ? max : Duration.ofMillis((long) millis);
    }
}
