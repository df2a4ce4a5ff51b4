package io.slipway.activities.preview;

import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.inventory.Entry;
import io.slipway.model.journal.StepRecord;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What the steps of a plan want to be there, as far as it is known. */
final class Wanted {
    private final Set<String> steps;
    private final Set<String> unknown = new HashSet<>();
    private final Set<ObjectRef> objects = new HashSet<>();

    /** Of a plan with these steps. */
    Wanted(Set<String> steps) {
        this.steps = steps;
    }

    void objects(String step, Collection<ObjectRef> wanted) {
        objects.addAll(wanted);
    }

    /** Nobody knows yet what the step wants; what it has stays. */
    void unknown(String step) {
        unknown.add(step);
    }

    /** Whether the object of an entry would be pruned after a whole run. */
    boolean lacks(Entry entry) {
        String step = StepRecord.planned(entry.step());
        if (objects.contains(entry.ref().key())) {
            return false;
        }
        return entry.stale() || !steps.contains(step) || !unknown.contains(step);
    }
}
