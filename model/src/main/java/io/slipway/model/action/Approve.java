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
@Doc("Waits for a person to approve, with 'slipway approve' or in the Temporal UI. Shows what the steps waiting for it"
        + " would do, and binds the approval to the hash of that plan.")
@Verb(outputs = Approve.Outputs.class, changes = false, retries = false)
@ShortForm("message")
public record Approve(
        @Doc("The question shown to the person.") String message,

        @Doc("Groups or names that may approve; recorded as claimed unless the Temporal server authenticates.")
        List<String> by,

        @Doc("How long to wait (default: forever).") Optional<Duration> timeout,

        @Doc("What happens if nobody answers in time.") @Default("fail")
        OnTimeout onTimeout)
        implements Action.Control {

    /** What happens when nobody answered in time. */
    public enum OnTimeout {
        @Doc("The step fails.")
        FAIL,
        @Doc("The step continues as if approved.")
        APPROVE
    }

    /** What later steps may use. */
    public record Outputs(
            @Doc("Who approved, as claimed.") String by,
            @Doc("The note given with the answer.") String note,

            @Doc("Hash of the approved plan; empty if the approval is not bound to a plan.")
            String plan,

            @Doc("What the waiting steps would do, one line each.")
            String difference) {}
}
