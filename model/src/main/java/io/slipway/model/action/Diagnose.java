package io.slipway.model.action;

import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.OneOf;
import io.slipway.model.spec.Ref;
import io.slipway.model.spec.Verb;
import java.util.List;
import java.util.Optional;

/**
 * Looks at what is wrong: events, state, logs, matched against the troubleshooting rules; keeps a bundle.
 *
 * <pre>{@code
 * diagnose: { selector: "app in (spark, flink)" }
 * }</pre>
 */
@Doc(
        "Collects events, state and logs, matches them against the diagnosis rules, and keeps a bundle next to the report.")
@Verb(outputs = Diagnose.Outputs.class, changes = false)
@OneOf(
        value = {"selector", "of"},
        optional = true)
public record Diagnose(
        @Doc("Label selector of the pods (default: the whole namespace).")
        Optional<String> selector,

        @Doc("A deploy step or an object as kind/name.") Optional<Ref> of,
        @Doc("Namespace (default: the target's).") Optional<String> namespace,

        @Doc("Content of the bundle.") @Default("[events, objects, logs, usage]")
        List<Include> include)
        implements Action {

    /** A part of the bundle. */
    public enum Include {
        @Doc("Events of the namespace.")
        EVENTS,
        @Doc("The objects, without the data of Secrets.")
        OBJECTS,
        @Doc("Last log lines of every container and its previous instance.")
        LOGS,
        @Doc("CPU and memory use.")
        USAGE
    }

    /** What later steps may use. */
    public record Outputs(
            @Doc("Content hash of the bundle.") String bundle,

            @Doc("Findings: cause and fix, one text each.") List<String> findings) {}
}
