package io.slipway.model.action;

import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Late;
import io.slipway.model.spec.OneOf;
import io.slipway.model.spec.Ref;
import io.slipway.model.spec.Sees;
import io.slipway.model.spec.Verb;
import java.util.List;
import java.util.Optional;

/**
 * Deletes objects and waits until they are gone; a finalizer that hangs is named.
 *
 * <pre>{@code
 * delete: { selector: "spark-role=driver", kinds: [Pod], refuseIf: "objects.exists(o, o.status.phase == 'Running')" }
 * }</pre>
 */
@Doc("Deletes objects and waits until they are gone. Names a finalizer that hangs.")
@Verb(outputs = Delete.Outputs.class)
@OneOf({"of", "objects", "selector"})
public record Delete(
        @Doc("The deploy step whose objects to delete, or one object as kind/name.")
        Optional<Ref> of,

        @Doc("Objects as kind/name.") List<Ref> objects,
        @Doc("Label selector.") Optional<String> selector,

        @Doc("Kinds to which the selector applies.") @Default("[Pod]")
        List<String> kinds,

        @Doc("Namespace (default: the target's).") Optional<String> namespace,

        @Doc("What happens to owned objects.") @Default("background")
        Cascade cascade,

        @Doc("If true, nothing is deleted and the step fails.") @Sees({"objects: list(dyn)"})
        Optional<Late> refuseIf)
        implements Action {

    /** What happens to owned objects. */
    public enum Cascade {
        @Doc("They are deleted afterwards.")
        BACKGROUND,
        @Doc("They are deleted first.")
        FOREGROUND,
        @Doc("They are kept.")
        ORPHAN
    }

    /** What later steps may use. */
    public record Outputs(
            @Doc("The deleted objects, as kind/name.") List<String> deleted) {}
}
