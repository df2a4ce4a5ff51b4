package io.slipway.model.check;

import io.slipway.model.expr.Compiled;
import io.slipway.model.expr.Reference;
import io.slipway.model.yaml.Place;
import io.slipway.model.yaml.YamlMap;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** What expressions read is there, and was there before. */
final class ReferenceCheck {
    private final CheckContext context;
    private final Collection<String> params;

    ReferenceCheck(CheckContext context) {
        this.context = context;
        this.params = context.section("params").entries().stream()
                .map(YamlMap.Entry::key)
                .toList();
    }

    /** Whether secrets may stand at a place: in the block of a verb, also in undo, and in notices. */
    boolean takesSecrets(Where where) {
        if (where.section().equals("notices")) {
            return true;
        }
        return context.step(where)
                .filter(step -> where.key().equals(step.verb()) || where.key().equals("undo"))
                .isPresent();
    }

    /** Checks every reference; answers whether any was wrong. */
    boolean check(Where where, Compiled compiled, IntFunction<Place> places, boolean ownOutputs) {
        int before = context.problems().told();
        for (Reference reference : compiled.references()) {
            Place place = places.apply(reference.offset());
            switch (reference.root()) {
                case "params" -> param(where, reference, place);
                case "steps" -> step(where, reference, compiled.references(), place, ownOutputs);
                case "secrets" ->
                    context.problem(
                            ProblemCode.SECRET_IN_EXPRESSION,
                            place,
                            "a secret must be the whole value: \"${{ " + reference + " }}\" and nothing else");
                default -> {}
            }
        }
        return context.problems().told() > before;
    }

    private void param(Where where, Reference reference, Place place) {
        String name = reference.name(1);
        if (name.isEmpty()) {
            context.reads(where, params);
        } else if (params.contains(name)) {
            context.reads(where, List.of(name));
        } else {
            Suggestion.nearest(name, params).ifPresent(context.usedParams()::add);
            context.problem(
                    ProblemCode.UNKNOWN_REFERENCE,
                    place,
                    "unknown parameter '" + name + "'" + Suggestion.hint(name, params));
        }
    }

    private void step(Where where, Reference reference, List<Reference> all, Place place, boolean ownOutputs) {
        String name = reference.name(1);
        if (name.isEmpty()) {
            return;
        }
        Optional<StepView> found = context.outline().steps().stream()
                .filter(step -> step.expressionName().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            context.problem(
                    ProblemCode.UNKNOWN_REFERENCE,
                    place,
                    "unknown step '" + name + "'"
                            + Suggestion.hint(
                                    name,
                                    context.outline().steps().stream()
                                            .map(StepView::expressionName)
                                            .toList()));
            return;
        }
        StepView target = found.get();
        Optional<StepView> reader = context.step(where);
        reader.ifPresent(step -> context.uses()
                .computeIfAbsent(step.name(), key -> new TreeSet<>())
                .add(target.name()));
        output(target, reference, place);
        boolean itself = reader.filter(step -> step.equals(target)).isPresent();
        if (!itself || !ownOutputs) {
            order(where, reader, target, reference, all, place);
        }
    }

    private void output(StepView target, Reference reference, Place place) {
        String output = reference.name(2);
        Set<String> known =
                context.outputs().of(target).map(Map::keySet).orElse(Set.of()); // empty: nobody knows them beforehand
        if (!output.isEmpty() && !known.isEmpty() && !known.contains(output)) {
            context.problem(
                    ProblemCode.UNKNOWN_OUTPUT,
                    place,
                    "step '" + target.name() + "' has no output '" + output + "', only " + String.join(", ", known)
                            + Suggestion.hint(output, known));
        }
    }

    @SuppressWarnings("ReferenceEquality") // a stage of the file is itself: two alike are still two
    private Set<StepView> before(Where where, Optional<StepView> reader) {
        if (reader.isPresent()) {
            return context.graph().before(reader.get());
        }
        if (where.step() != null) {
            return context.outline().stages().stream()
                    .filter(stage -> stage.node() == where.step())
                    .findFirst()
                    .map(context.graph()::before)
                    .orElse(Set.of());
        }
        return where.section().equals("outputs")
                ? context.outline().stages().stream()
                        .flatMap(stage -> stage.steps().stream())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private void order(
            Where where,
            Optional<StepView> reader,
            StepView target,
            Reference reference,
            List<Reference> all,
            Place place) {
        if (!before(where, reader).contains(target)) {
            String what = reader.map(step -> "'" + step.name() + "'").orElse("this place");
            context.problem(
                    ProblemCode.NOT_BEFORE,
                    place,
                    "step '" + target.name() + "' is not guaranteed to finish before " + what
                            + ": add it to needs, or move it up");
        } else if (!Certainty.surelyRan(context.outline(), target, reader) && !copes(reader, target, reference, all)) {
            context.problem(
                    ProblemCode.MAY_NOT_RUN,
                    place,
                    "step '" + target.name() + "' " + Certainty.reason(context.outline(), target, reader)
                            + ", so its output may be missing: write steps." + target.expressionName() + ".?"
                            + (reference.name(2).isEmpty() ? "output" : reference.name(2))
                            + ", or check its status first");
        }
    }

    private static boolean copes(Optional<StepView> reader, StepView target, Reference reference, List<Reference> all) {
        String status = "steps." + target.expressionName() + ".status";
        return reference.optional()
                || reference.name(2).equals("status")
                || all.stream()
                        .anyMatch(other -> other.name(1).equals(reference.name(1))
                                && other.root().equals("steps")
                                && (other.optional() || other.name(2).equals("status")))
                || reader.flatMap(StepView::when)
                        .filter(when -> when.contains(status))
                        .isPresent();
    }
}
