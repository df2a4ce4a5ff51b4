package io.slipway.workflows.contract;

import io.slipway.model.amend.StepDifference;
import io.slipway.model.journal.JournalEvent;
import java.util.List;
import java.util.Optional;

/**
 * What an amendment comes to.
 *
 * @param problems why it is refused, a line each; empty when it is allowed
 * @param differences what becomes of each step; of long plans, the steps that do not stay as they are
 * @param event what the journal says of it; empty when it is refused
 */
public record Amended(List<String> problems, List<StepDifference> differences, Optional<JournalEvent.Amended> event) {
    public Amended {
        problems = List.copyOf(problems);
        differences = List.copyOf(differences);
    }
}
