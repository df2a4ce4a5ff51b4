package io.slipway.model.pipeline;

import io.slipway.model.action.Notify;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Literal;
import io.slipway.model.spec.OneOf;
import java.util.List;
import java.util.Optional;

/**
 * Who is told when a rollout waits for a person or ends.
 *
 * <pre>{@code
 * notices:
 *   - slack: "${{ secrets.chat.hook }}"
 *   - webhook: { url: "${{ secrets.ops.hook }}" }
 *     events: [paused, failed]
 * }</pre>
 */
@Doc("Who is told when the rollout waits for a person or ends. A notice that is not delivered never fails the rollout;"
        + " its report says so.")
@OneOf({"webhook", "slack", "email"})
public record Notice(
        @Doc("An HTTP endpoint that takes JSON. Its address is a secret.")
        Optional<Notify.Webhook> webhook,

        @Doc(value = "Address of an incoming webhook of Slack, a secret.", example = "\"${{ secrets.chat.hook }}\"")
        Optional<String> slack,

        @Doc("An e-mail.") Optional<Notify.Email> email,

        @Doc("What is told of; everything when left out.") @Literal
        List<Event> events) {

    /** What is told of. */
    public enum Event {
        @Doc("A step waits for a person: it failed, or asks for approval.")
        PAUSED,
        @Doc("It ended with a failure.")
        FAILED,
        @Doc("All is done.")
        SUCCEEDED,
        @Doc("A person ended it.")
        ABORTED,
        @Doc("Temporal was asked to cancel it.")
        CANCELLED,
        @Doc("What it did was taken back.")
        UNDONE;

        /** The status that this tells of. */
        public RolloutStatus status() {
            return RolloutStatus.valueOf(name());
        }
    }

    /** Whether a rollout's coming to that status is told. */
    public boolean tells(RolloutStatus status) {
        return events.isEmpty() || events.stream().anyMatch(event -> event.status() == status);
    }
}
