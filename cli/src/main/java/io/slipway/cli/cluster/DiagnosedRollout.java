package io.slipway.cli.cluster;

import io.slipway.activities.diagnosis.DiagnosisRules;
import io.slipway.activities.rollout.PlanTarget;
import io.slipway.activities.step.Target;
import io.slipway.cli.engine.ChosenCluster;
import io.slipway.cli.home.Home;
import io.slipway.cli.rollouts.Namespaces;
import io.slipway.model.journal.Journal;
import io.slipway.model.plan.Plan;
import io.slipway.sandbox.sim.SimulationOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A rollout around which somebody wants to look.
 *
 * @param home where its records are
 * @param journal what happened in it
 * @param plan its plan, when the blobs still have it
 */
record DiagnosedRollout(Home home, Journal journal, Optional<Plan> plan) {
    /**
     * The rollout that was typed.
     *
     * @throws io.slipway.cli.error.CliException when there is none, or more than one
     */
    static DiagnosedRollout of(Home home, String typed) {
        Journal journal = home.journals().journal(home.rollout(typed));
        return new DiagnosedRollout(home, journal, home.plan(journal));
    }

    /** Its target, or the sandbox as it left it. */
    ChosenCluster open(Optional<Path> kubeconfig) throws IOException {
        return journal.simulated()
                ? ChosenCluster.sandbox(
                        home.sandbox(journal.rollout()),
                        plan.map(Namespaces::of).orElse(SimulationOptions.GUIDES))
                : ChosenCluster.reached(kubeconfig, journal.target());
    }

    /** The namespace of its steps. */
    String namespace(Target target) {
        return plan.map(known -> PlanTarget.facts(known, target).namespace()).orElse(target.namespace());
    }

    /** The rules it was planned with. */
    DiagnosisRules rules() {
        DiagnosisRules standard = DiagnosisRules.standard();
        return plan.flatMap(known -> known.header().rules())
                .flatMap(home.blobs()::text)
                .map(text -> standard.with("rules", text))
                .orElse(standard);
    }
}
