package io.slipway.cli.live;

import io.slipway.model.journal.Journal;
import io.slipway.model.plan.Plan;
import java.util.Map;
import java.util.Optional;

/** What can be seen of a rollout at any moment. Asked about ten times a second; an answer is a snapshot. */
public interface LiveView {
    /** What has happened so far. */
    Journal journal();

    /** The plan, once it is known. */
    Optional<Plan> plan();

    /** What running steps say they do or wait for: step → message. */
    Map<String, String> progress();
}
