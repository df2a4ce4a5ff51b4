package io.slipway.cli.rollouts;

import io.slipway.activities.rollout.PlanTarget;
import io.slipway.activities.step.Target;
import io.slipway.cli.console.Environment;
import io.slipway.cli.error.CliException;
import io.slipway.cli.temporal.TemporalSettings;
import io.slipway.model.plan.Plan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Shows the cluster before anything in it is changed, and asks. */
public final class Confirmation {
    private Confirmation() {}

    /** Asks; without a terminal to ask at, {@code --yes} is needed. */
    static void ask(Environment environment, Plan plan, Target target) {
        var err = environment.console().err();
        pipeline(environment, plan);
        err.println("target     " + target.name() + " at " + target.client().getMasterUrl());
        err.println("namespace  " + PlanTarget.facts(plan, target).namespace());
        ask(environment, "Change this cluster?");
    }

    /** The same for a rollout that the workers of a server carry out. */
    static void ask(Environment environment, Plan plan, TemporalSettings server) {
        pipeline(environment, plan);
        environment.console().err().println("temporal   " + server);
        ask(environment, "Let its workers change their cluster?");
    }

    private static void pipeline(Environment environment, Plan plan) {
        environment
                .console()
                .err()
                .println("pipeline   " + plan.header().pipeline() + ", "
                        + plan.steps().size() + " steps");
    }

    /** A question of one's own. */
    public static void ask(Environment environment, String question) {
        var err = environment.console().err();
        if (!environment.console().live()) {
            throw CliException.invalid(
                    "confirmation is needed to change this cluster, but there is no terminal to ask",
                    "Confirm with --yes.");
        }
        err.print(question + " [y/N] ");
        err.flush();
        if (!answer(environment).strip().toLowerCase(Locale.ROOT).startsWith("y")) {
            throw CliException.invalid("not confirmed; nothing was changed", "");
        }
    }

    private static String answer(Environment environment) {
        try {
            String line =
                    new BufferedReader(new InputStreamReader(environment.in(), StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
