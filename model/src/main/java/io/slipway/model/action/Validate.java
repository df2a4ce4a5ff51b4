package io.slipway.model.action;

import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Required;
import io.slipway.model.spec.ShortForm;
import io.slipway.model.spec.Verb;
import java.util.List;

/**
 * Runs named checks; all of them run, then the step fails with the list of those that failed.
 *
 * <pre>{@code
 * validate:
 *   checks:
 *     - check: all slots are registered
 *       http: { service: "flink-jobmanager-rest:8081", path: /overview }
 *       expect: "body['slots-total'] == 8"
 *       within: 60s
 * }</pre>
 */
@Doc("Runs named checks; all run, then the step fails with the list of those that failed.")
@Verb(outputs = Validate.Outputs.class, changes = false)
@ShortForm("checks")
public record Validate(
        @Doc("The checks, in the order of the report.") @Required
        List<Check> checks) implements Action {

    /** What later steps may use. */
    public record Outputs(
            @Doc("How many checks passed.") long passed,
            @Doc("How many checks failed.") long failed,
            @Doc("How many checks there were.") long checks) {}
}
