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
@Doc("Runs all named checks, then fails with the list of failed ones.")
@Verb(outputs = Validate.Outputs.class, changes = false)
@ShortForm("checks")
public record Validate(
        @Doc("The checks, in the order of the report.") @Required
        List<Check> checks) implements Action {

    /** What later steps may use. */
    public record Outputs(
            @Doc("Number of passed checks.") long passed,
            @Doc("Number of failed checks.") long failed,
            @Doc("Number of checks.") long checks) {}
}
