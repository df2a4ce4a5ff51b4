package io.slipway.crash;

import io.slipway.model.journal.JournalEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Steps that were started again although a try of them had succeeded. */
public final class StartedTwice {
    private StartedTwice() {}

    /** Their names, in the order of the journal. */
    public static List<String> in(List<JournalEvent> events) {
        Set<String> done = new HashSet<>();
        List<String> again = new ArrayList<>();
        for (JournalEvent event : events) {
            if (event instanceof JournalEvent.StepFinished end && end.result().ok()) {
                done.add(end.step());
            } else if (event instanceof JournalEvent.StepStarted start && done.contains(start.step())) {
                again.add(start.step());
            }
        }
        return again;
    }
}
