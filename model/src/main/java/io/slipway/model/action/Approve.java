package io.slipway.model.action;

import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.ShortForm;
import io.slipway.model.spec.Verb;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Waits for a person.
 *
 * <pre>{@code
 * approve: { message: "The images are built. Deploy them?", timeout: 8h, onTimeout: fail }
 * }</pre>
 */
@Doc("Waits for a person to approve, by slipway approve or the Temporal UI. Shows what the steps that wait for it"
        + " would do, and binds the answer to the hash of that.")
@Verb(outputs = Approve.Outputs.class, changes = false, retries = false)
@ShortForm("message")
public record Approve(
        @Doc("What the person is asked.") String message,

        @Doc("Groups or names that may approve; recorded as claimed unless the Temporal server authenticates.")
        List<String> by,

        @Doc("How long to wait; without end when left out.") Optional<Duration> timeout,

        @Doc("What happens when nobody answered.") @Default("fail")
        OnTimeout onTimeout)
        implements Action.Control {

    /** What happens when nobody answered in time. */
    public enum OnTimeout {
        @Doc("The step fails.")
        FAIL,
        @Doc("The step goes on as if approved.")
        APPROVE
    }

    /** What later steps may use. */
    public record Outputs(
            @Doc("Who approved, as claimed.") String by,
            @Doc("What was said.") String note,

            @Doc("Hash of what was approved; empty when the approval is bound to nothing.")
            String plan,

            @Doc("What the steps that waited were to do, a line each.")
            String difference) {}
}
