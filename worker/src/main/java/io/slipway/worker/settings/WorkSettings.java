package io.slipway.worker.settings;

import io.slipway.activities.rollout.Planning;
import io.slipway.activities.step.StepActivities;
import io.slipway.activities.step.Targets;
import io.slipway.activities.store.Retention;
import io.slipway.worker.fleet.FleetPlanning;
import io.slipway.worker.groups.ServerMark;
import java.util.Map;
import java.util.Optional;

/**
 * What an engine needs to carry rollouts out, and not only to start and follow them.
 *
 * @param targets the clusters by name
 * @param planning how a pipeline becomes a plan
 * @param sticky whether workflows are kept in memory between their tasks; off for a server that does not give up a
 *     worker which was killed, as the one inside the JVM
 * @param retention how long the records of ended rollouts are kept; older ones are removed when the engine starts and
 *     every day after that
 * @param mark the name of the server to concurrency groups; empty when the server is asked for it
 * @param verbs verbs in place of the standard ones, for tests
 * @param fleets how a fleet becomes a plan
 */
public record WorkSettings(
        Targets targets,
        Planning planning,
        boolean sticky,
        Retention retention,
        Optional<ServerMark> mark,
        Optional<Map<String, StepActivities.VerbRunner<?>>> verbs,
        FleetPlanning fleets) {

    /** Everything as usual. */
    public static WorkSettings of(Targets targets, Planning planning) {
        return new WorkSettings(
                targets, planning, true, Retention.STANDARD, Optional.empty(), Optional.empty(), FleetPlanning.NONE);
    }

    /** The same with other verbs. */
    public WorkSettings withVerbs(Map<String, StepActivities.VerbRunner<?>> others) {
        return new WorkSettings(targets, planning, sticky, retention, mark, Optional.of(Map.copyOf(others)), fleets);
    }

    /** The same, with records of ended rollouts kept so long. */
    public WorkSettings keeping(Retention newRetention) {
        return new WorkSettings(targets, planning, sticky, newRetention, mark, verbs, fleets);
    }

    /** The same, with workflows kept in memory or not. */
    public WorkSettings sticky(boolean kept) {
        return new WorkSettings(targets, planning, kept, retention, mark, verbs, fleets);
    }

    /** The same, with groups held under that name of the server. */
    public WorkSettings marked(ServerMark newMark) {
        return new WorkSettings(targets, planning, sticky, retention, Optional.of(newMark), verbs, fleets);
    }

    /** The same, with fleets. */
    public WorkSettings withFleets(FleetPlanning planned) {
        return new WorkSettings(targets, planning, sticky, retention, mark, verbs, planned);
    }
}
