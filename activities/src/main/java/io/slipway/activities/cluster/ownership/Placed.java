package io.slipway.activities.cluster.ownership;

import io.slipway.activities.cluster.apply.Applied;
import io.slipway.model.journal.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What came of putting a step's objects on the target.
 *
 * @param applied the objects, in the order of application
 * @param changes a fact for each, in the same order
 * @param stale how many objects of the step are left over from an earlier rollout, for the prune at its end
 */
public record Placed(List<Applied> applied, List<Change> changes, long stale) {
    /** Characters; what a result may have at most is twice as many. */
    private static final int ROOM = 100_000;
    /** Two quotes and a comma. */
    private static final int JSON_OF_A_TEXT = 3;

    public Placed {
        applied = List.copyOf(applied);
        changes = List.copyOf(changes);
    }

    /** How many facts are of a kind. */
    public long count(Change.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }

    /** The objects as kind/name, the first as many as go into a result, which must fit into Temporal's history. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        int room = ROOM;
        for (Change change : changes) {
            room -= change.ref().length() + JSON_OF_A_TEXT;
            if (room < 0) {
                break;
            }
            names.add(change.ref());
        }
        return names;
    }

    /** For people: {@code 3 created, 1 configured, 9 unchanged}. */
    public String summary() {
        StringBuilder text = new StringBuilder();
        for (Change.Kind kind : List.of(Change.Kind.CREATED, Change.Kind.CONFIGURED, Change.Kind.UNCHANGED)) {
            if (count(kind) > 0) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(count(kind))
                        .append(' ')
                        .append(kind.name().toLowerCase(Locale.ROOT));
            }
        }
        return text.isEmpty() ? "no objects" : text.toString();
    }
}
