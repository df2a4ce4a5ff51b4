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
@Doc("Watches objects until all are ready; fails fast, with the cause, when one cannot become ready.")
@Verb(outputs = WaitReady.Outputs.class, changes = false)
@ShortForm("of")
@OneOf({"of", "objects", "selector"})
public record WaitReady(
        @Doc("The deploy step whose objects must be ready, or one object as kind/name.")
        Optional<Ref> of,

        @Doc("Objects as kind/name.") List<Ref> objects,

        @Doc("Label selector of the objects; at least one must exist.")
        Optional<String> selector,

        @Doc("Kinds the selector looks for.") @Default("[Pod]")
        List<String> kinds,

        @Doc("Namespace; the target's own when left out.") Optional<String> namespace,

        @Doc("When an object is ready, in place of the built-in rules.") @Key("for") @Sees("object: dyn")
        Optional<Late> condition,

        @Doc("How long a failing state may last before the step fails.") @Default("30s")
        Duration grace,

        @Doc("Fails when nothing moved for so long.") Optional<Duration> watchdog)
        implements Action {

    /** What later steps may use. */
    public record Outputs(
            @Doc("How many objects are ready.") long ready,
            @Doc("How long it took, in seconds.") double seconds) {}
}
