package io.slipway.model.pipeline;

import io.slipway.model.action.Action;
import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Inline;
import io.slipway.model.spec.Literal;
import io.slipway.model.spec.ShortForm;
import java.util.Optional;

/**
 * How a step is undone: {@code restore}, {@code delete}, {@code none}, or a verb of its own.
 *
 * <pre>{@code
 * undo: none
 * undo: { mode: restore, deleteData: true }
 * undo: { exec: { of: pod/x, command: [./rollback.sh] } }
 * }</pre>
 */
@Doc("How to undo a step: restore, delete, none, or a verb.")
@ShortForm("mode")
public record Undo(
        @Doc("What to do with the objects the step changed.") @Default("restore") @Literal
        Mode mode,

        @Doc("Whether to also delete Namespaces, PVCs, PVs and CRDs that the step created.") @Default("false") @Literal
        boolean deleteData,

        @Doc("A verb that undoes the step.") @Inline Optional<Action> action) {

    /** What is done with the objects the step changed. */
    public enum Mode {
        @Doc("Existing objects get their earlier values back; new ones are deleted.")
        RESTORE,
        @Doc("All objects of the step are deleted.")
        DELETE,
        @Doc("Nothing.")
        NONE
    }
}
