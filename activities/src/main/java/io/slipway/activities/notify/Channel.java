package io.slipway.activities.notify;

import io.slipway.activities.reach.Reach;
import io.slipway.model.action.Notify;

/** A way to those who are told. */
sealed interface Channel permits HttpChannel, MailChannel {
    /** The way that a step names. */
    static Channel of(Notify notify) {
        return notify.email()
                .<Channel>map(MailChannel::new)
                .or(() -> notify.webhook().map(HttpChannel::webhook))
                .orElseGet(() -> HttpChannel.slack(notify.slack().orElseThrow()));
    }

    /** Where messages go, for people; nothing secret is in it. */
    String display();

    /**
     * Refuses what can never work.
     *
     * @throws io.slipway.activities.step.StepFailure when an address is none
     */
    void check();

    /**
     * Delivers a message.
     *
     * @throws io.slipway.activities.step.StepFailure when it is not taken
     */
    void deliver(Message message, Reach reach) throws InterruptedException;
}
