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
@Doc("Deletes objects and waits until they are gone; a finalizer that hangs is named.")
@Verb(outputs = Delete.Outputs.class)
@OneOf({"of", "objects", "selector"})
public record Delete(
        @Doc("The deploy step whose objects go, or one object as kind/name.")
        Optional<Ref> of,

        @Doc("Objects as kind/name.") List<Ref> objects,
        @Doc("Label selector.") Optional<String> selector,

        @Doc("Kinds the selector looks for.") @Default("[Pod]")
        List<String> kinds,

        @Doc("Namespace; the target's own when left out.") Optional<String> namespace,

        @Doc("What happens to owned objects.") @Default("background")
        Cascade cascade,

        @Doc("Nothing is deleted when this holds.") @Sees({"objects: list(dyn)"})
        Optional<Late> refuseIf)
        implements Action {

    /** What happens to owned objects. */
    public enum Cascade {
        @Doc("They go afterwards.")
        BACKGROUND,
        @Doc("They go first.")
        FOREGROUND,
        @Doc("They stay.")
        ORPHAN
    }

    /** What later steps may use. */
    public record Outputs(
            @Doc("The objects deleted, as kind/name.") List<String> deleted) {}
}
