package io.slipway.cli.rollouts;

import io.slipway.activities.rollout.FolderPlanning;
import io.slipway.cli.console.Environment;
import io.slipway.cli.engine.ChosenCluster;
import io.slipway.cli.engine.EngineSession;
import io.slipway.cli.engine.KubeconfigOption;
import io.slipway.cli.engine.LeftRunning;
import io.slipway.cli.error.CliException;
import io.slipway.cli.home.Home;
import io.slipway.model.journal.Journal;
import io.slipway.model.plan.Plan;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Opens an engine again for a rollout whose process has ended. */
final class Reopened {
    private Reopened() {}

    /**
     * For a rollout of the home whose pipeline is looked for in this folder, should it be planned anew.
     *
     * @throws CliException while a process carries it out, or when its plan is lost
     */
    static EngineSession open(Environment environment, KubeconfigOption kubeconfig, Home home, String rollout)
            throws IOException {
        FolderPlanning planning = new FolderPlanning(List.of(environment.directory()), Optional.empty());
        return open(environment, kubeconfig, home, rollout, planning);
    }

    /** With the folders in which its pipeline is looked for. */
    static EngineSession open(
            Environment environment, KubeconfigOption kubeconfig, Home home, String rollout, FolderPlanning planning)
            throws IOException {
        Journal journal = home.journals().journal(rollout);
        LeftRunning.require(home, journal);
        Plan plan = plan(home, journal);
        ChosenCluster cluster = journal.simulated()
                ? ChosenCluster.sandbox(home.sandbox(rollout), Namespaces.of(plan))
                : ChosenCluster.reached(kubeconfig.of(environment, home, rollout), journal.target());
        return EngineSession.embedded(home, cluster, planning);
    }

    /** The plan of a rollout that is to go on. */
    static Plan plan(Home home, Journal journal) {
        return home.plan(journal)
                .orElseThrow(() -> CliException.failed(
                        "the plan of rollout " + journal.rollout() + " is not in the blobs of " + home.place(),
                        "It cannot continue; run the pipeline again."));
    }
}
