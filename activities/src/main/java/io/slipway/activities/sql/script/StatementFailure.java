package io.slipway.activities.sql.script;

import io.slipway.activities.evidence.Excerpt;
import io.slipway.activities.secrets.Masker;
import io.slipway.activities.step.StepFailure;
import java.util.List;

/** The failure of a statement: which of how many, where it stands, what it says, why it failed. */
public final class StatementFailure {
    private StatementFailure() {}

    /** The failure of the statement with that index. */
    public static StepFailure of(List<Statement> statements, int index, String cause, String fix, Masker masker) {
        Statement failed = statements.get(index);
        return StepFailure.of(
                "SQL statement " + (index + 1) + " of " + statements.size() + " failed (" + failed.place() + "): "
                        + Excerpt.line(masker.mask(failed.text())),
                Excerpt.line(masker.mask(cause)),
                fix);
    }
}
