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
@Doc("Who is notified when the rollout waits for a person or ends. A failed notice never fails the rollout;"
        + " the report mentions it.")
@OneOf({"webhook", "slack", "email"})
public record Notice(
        @Doc("An HTTP endpoint that accepts JSON. Its address must be a secret.")
        Optional<Notify.Webhook> webhook,

        @Doc(value = "Address of a Slack incoming webhook; must be a secret.", example = "\"${{ secrets.chat.hook }}\"")
        Optional<String> slack,

        @Doc("An e-mail.") Optional<Notify.Email> email,

        @Doc("Events to send (default: all).") @Literal List<Event> events) {

    /** What is told of. */
    public enum Event {
        @Doc("A step waits for a person: it failed, or asks for approval.")
        PAUSED,
        @Doc("It ended with a failure.")
        FAILED,
        @Doc("It succeeded.")
        SUCCEEDED,
        @Doc("It was aborted by a person.")
        ABORTED,
        @Doc("It was cancelled in Temporal.")
        CANCELLED,
        @Doc("It was undone.")
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
