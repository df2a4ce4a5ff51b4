package io.slipway.activities.notify;

import io.slipway.model.action.Notify;
import io.slipway.model.pipeline.Notice;
import java.util.Optional;

/** A way to those who are told. */
sealed interface Channel permits HttpChannel, MailChannel {
    /** The way that a notice names. */
    static Channel of(Notice notice) {
        return of(notice.email(), notice.webhook(), notice.slack());
    }

    /** The way that a step names. */
    static Channel of(Notify notify) {
        return of(notify.email(), notify.webhook(), notify.slack());
    }

    private static Channel of(Optional<Notify.Email> email, Optional<Notify.Webhook> webhook, Optional<String> slack) {
        return email.<Channel>map(MailChannel::new)
                .or(() -> webhook.map(HttpChannel::webhook))
                .orElseGet(() -> HttpChannel.slack(slack.orElseThrow()));
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
    void deliver(Message message, Delivery delivery) throws InterruptedException;
}
