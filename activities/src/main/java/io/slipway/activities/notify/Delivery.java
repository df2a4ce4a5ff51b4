package io.slipway.activities.notify;

import io.slipway.activities.reach.HttpSender;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.secrets.Masker;
import java.time.Duration;

/**
 * What a channel delivers with.
 *
 * @param http sends requests
 * @param masker hides the values of secrets in what the other side says
 * @param left how much time there is
 * @param simulated whether the message comes from the sandbox
 */
record Delivery(HttpSender http, Masker masker, Duration left, boolean simulated) {
    /** From a step. */
    static Delivery of(Reach reach) {
        return new Delivery(
                reach.http(),
                reach.context().masker(),
                reach.context().left(),
                reach.context().target().simulated());
    }
}
