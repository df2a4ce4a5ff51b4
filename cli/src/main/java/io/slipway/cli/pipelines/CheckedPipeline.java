package io.slipway.cli.pipelines;

import io.slipway.cli.console.Console;
import io.slipway.cli.error.CliException;
import io.slipway.model.check.Checked;
import io.slipway.model.check.Checker;
import io.slipway.model.check.PipelineFolder;
import io.slipway.model.check.Problem;
import io.slipway.model.pipeline.Schedule;
import io.slipway.model.plan.PlanInput;
import io.slipway.model.plan.Planned;
import io.slipway.model.plan.Planner;
import io.slipway.model.spec.Binder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes a plan of a pipeline, or shows every mistake that forbids it. */
public final class CheckedPipeline {
    private CheckedPipeline() {}

    /**
     * The plan of a pipeline that was checked; warnings go to stderr.
     *
     * @throws CliException when there are mistakes; they have been shown
     */
    public static Planned.Ready plan(Checked checked, PlanInput input, Console console) {
        return switch (Planner.plan(checked, input)) {
            case Planned.Ready ready -> {
                show(ready.warnings(), console);
                yield ready;
            }
            case Planned.Refused refused -> {
                throw refused(checked.folder(), refused.problems(), console);
            }
        };
    }

    /**
     * The schedules that a pipeline asks for, by name.
     *
     * @throws CliException when there are mistakes in it; they have been shown
     */
    public static Map<String, Schedule> schedules(PipelineFolder folder, Console console) {
        Checked checked = Checker.check(folder);
        if (!checked.ok()) {
            throw refused(folder, checked.problems(), console);
        }
        Map<String, Schedule> schedules = new TreeMap<>();
        checked.root()
                .flatMap(root -> root.map("schedules"))
                .ifPresent(block -> block.entries()
                        .forEach(entry -> schedules.put(
                                entry.key(),
                                Binder.read(Schedule.class, entry.value().json()))));
        return schedules;
    }

    private static CliException refused(PipelineFolder folder, List<Problem> problems, Console console) {
        show(problems, console);
        return CliException.invalid(
                folder.root() + " has errors and cannot run", "'slipway explain CODE' tells more about each problem.");
    }

    private static void show(List<Problem> problems, Console console) {
        problems.forEach(problem -> console.err().println(problem));
    }
}
