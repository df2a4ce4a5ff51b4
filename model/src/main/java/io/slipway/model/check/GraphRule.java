package io.slipway.model.check;

import io.slipway.model.yaml.Place;
import io.slipway.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What {@code needs} names is there, and nothing waits for itself. */
final class GraphRule implements Rule {

    @Override
    public void check(CheckContext context) {
        Outline outline = context.outline();
        List<String> stages = outline.stages().stream().map(StageView::name).toList();
        outline.stages().forEach(stage -> {
            stage.needs().ifPresent(needs -> known(context, needs, stages, "stage"));
            List<String> steps = stage.steps().stream().map(StepView::name).toList();
            List<String> both = Stream.concat(steps.stream(), stages.stream()).toList();
            stage.steps()
                    .forEach(step -> step.needs()
                            .ifPresent(needs -> known(context, needs, both, "step of this stage, or stage,")));
            neverRuns(context, "stage", stage.name(), stage.when().orElse(""), stage.place());
            stage.steps()
                    .forEach(step ->
                            neverRuns(context, "step", step.name(), step.when().orElse(""), step.place()));
        });
        outline.finallySteps().forEach(step -> atTheEnd(context, step));
        cycles(context);
    }

    private static void known(CheckContext context, List<YamlScalar> needs, Collection<String> names, String what) {
        for (YamlScalar need : needs) {
            if (!names.contains(need.text())) {
                String elsewhere = context.outline()
                        .step(need.text())
                        .map(step -> ". It is a step of another stage: name the stage")
                        .orElseGet(() -> Suggestion.hint(need.text(), names));
                context.problem(
                        ProblemCode.UNKNOWN_NEED,
                        need.place(),
                        "there is no " + what + " '" + need.text() + "'" + elsewhere);
            }
        }
    }

    /** The steps of {@code finally} run in the order of the file, when everything else is over. */
    private static void atTheEnd(CheckContext context, StepView step) {
        neverRuns(context, "step", step.name(), step.when().orElse(""), step.place());
        List<StepView> last = context.outline().finallySteps();
        List<String> above =
                last.subList(0, step.index()).stream().map(StepView::name).toList();
        for (YamlScalar need : step.needs().orElse(List.of())) {
            if (!above.contains(need.text())) {
                context.problem(
                        ProblemCode.UNKNOWN_NEED,
                        need.place(),
                        "no earlier step of finally is named '" + need.text() + "'"
                                + missing(context, need.text(), above));
            }
        }
    }

    private static String missing(CheckContext context, String name, List<String> above) {
        Outline outline = context.outline();
        if (outline.step(name).filter(StepView::isFinally).isPresent()) {
            return ". Steps of finally run in the order of the file: move it up";
        }
        return outline.step(name).isPresent() || outline.stage(name).isPresent()
                ? ". All stages are over before finally begins: leave it out"
                : Suggestion.hint(name, above);
    }

    private static void neverRuns(CheckContext context, String what, String name, String when, Place place) {
        if (when.equals("false")) {
            context.problem(
                    ProblemCode.NEVER_RUNS, place, what + " '" + name + "' never runs: its when is always false");
        }
    }

    private static void cycles(CheckContext context) {
        StepGraph graph = context.graph();
        List<StageView> stages = context.outline().stages();
        Set<Object> done = new HashSet<>();
        for (StageView stage : stages) {
            List<StageView> path = new ArrayList<>();
            cycle(stage, at -> graph.needs(at).stream().map(stages::get).toList(), path, done);
            report(context, "stage", path.stream().map(StageView::name).toList(), stage.place());
            for (StepView step : stage.steps()) {
                List<StepView> steps = new ArrayList<>();
                cycle(step, graph::needs, steps, done);
                report(context, "step", steps.stream().map(StepView::name).toList(), step.place());
                self(context, step);
            }
        }
    }

    private static void self(CheckContext context, StepView step) {
        step.needs().stream()
                .flatMap(List::stream)
                .filter(need -> need.text().equals(step.name()))
                .forEach(need -> context.problem(
                        ProblemCode.CYCLE, need.place(), "step '" + step.name() + "' waits for itself"));
    }

    private interface Edges<T> {
        Collection<T> from(T node);
    }

    /** Leaves in {@code path} a way from the node back to itself, or nothing. */
    private static <T> boolean cycle(T node, Edges<T> edges, List<T> path, Set<Object> done) {
        if (path.contains(node)) {
            path.subList(0, path.indexOf(node)).clear();
            return true;
        }
        if (done.contains(node)) {
            return false;
        }
        path.add(node);
        for (T next : edges.from(node)) {
            if (cycle(next, edges, path, done)) {
                done.add(node);
                return true;
            }
        }
        path.remove(path.size() - 1);
        done.add(node);
        return false;
    }

    private static void report(CheckContext context, String what, List<String> names, Place place) {
        if (!names.isEmpty()) {
            context.problem(
                    ProblemCode.CYCLE,
                    place,
                    names.size() == 1
                            ? what + " '" + names.get(0) + "' waits for itself"
                            : what + "s wait for each other: " + String.join(" needs ", names) + " needs "
                                    + names.get(0));
        }
    }
}
