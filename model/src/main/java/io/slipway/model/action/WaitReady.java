package io.slipway.model.action;

import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Key;
import io.slipway.model.spec.Late;
import io.slipway.model.spec.OneOf;
import io.slipway.model.spec.Ref;
import io.slipway.model.spec.Sees;
import io.slipway.model.spec.ShortForm;
import io.slipway.model.spec.Verb;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Waits until objects are ready, by watching; fails fast when they cannot become so.
 *
 * <pre>{@code
 * waitReady: { of: flink-deploy }
 * waitReady: { selector: "app.kubernetes.io/name=flink", kinds: [Pod], for: "object.status.phase == 'Running'" }
 * }</pre>
 */
@Doc("Waits until all objects are ready; fails early, with the cause, if one cannot become ready.")
@Verb(outputs = WaitReady.Outputs.class, changes = false)
@ShortForm("of")
@OneOf({"of", "objects", "selector"})
public record WaitReady(
        @Doc("The deploy step whose objects must be ready, or one object as kind/name.")
        Optional<Ref> of,

        @Doc("Objects as kind/name.") List<Ref> objects,

        @Doc("Label selector of the objects; at least one must exist.")
        Optional<String> selector,

        @Doc("Kinds to which the selector applies.") @Default("[Pod]")
        List<String> kinds,

        @Doc("Namespace (default: the target's).") Optional<String> namespace,

        @Doc("Condition for readiness, instead of the built-in rules.") @Key("for") @Sees("object: dyn")
        Optional<Late> condition,

        @Doc("How long a failing state may last before the step fails.") @Default("30s")
        Duration grace,

        @Doc("Fail if there is no progress for this long.") Optional<Duration> watchdog)
        implements Action {

    /** What later steps may use. */
    public record Outputs(
            @Doc("Number of ready objects.") long ready,
            @Doc("Duration in seconds.") double seconds) {}
}
