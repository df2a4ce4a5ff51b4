package io.slipway.model.check;

import io.slipway.model.yaml.Place;
import io.slipway.model.yaml.YamlList;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlScalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Names are kebab-case and unique, and the pipeline has that of its folder. */
final class NameRule implements Rule {
    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final int LONGEST = 63;
    private static final String CLUSTER = "cluster";
    private static final String FINALLY = "finally";

    @Override
    public void check(CheckContext context) {
        context.outline()
                .root()
                .scalar("pipeline")
                .ifPresent(name -> folder("pipeline", name, context.folder().name(), context.problems()));
        Map<String, Place> stages = new HashMap<>();
        context.outline().stages().forEach(stage -> name(context, "stage", stage.name(), stage.place(), stages));
        Map<String, Place> steps = new HashMap<>();
        context.outline().steps().forEach(step -> {
            name(context, "step", step.name(), step.place(), steps);
            checks(context, step);
            outputs(context, step);
        });
        context.section("params").entries().forEach(entry -> {
            if (!IDENTIFIER.matcher(entry.key()).matches()) {
                context.problem(
                        ProblemCode.BAD_NAME,
                        entry.place(),
                        "'" + entry.key()
                                + "' is not a valid parameter name: use letters, digits and _, and no digit first");
            }
        });
    }

    /** What is in a folder of its own has its name. */
    static void folder(String what, YamlScalar name, String folder, Problems problems) {
        kebab(problems, what, name.text(), name.place());
        if (!name.text().equals(folder) && !folder.isEmpty()) {
            problems.add(
                    ProblemCode.NAME_IS_NOT_FOLDER,
                    name.place(),
                    "the " + what + " is called '" + name.text() + "', but its folder '" + folder
                            + "': both must have the same name. A " + what + " is a folder named like the " + what
                            + ", with " + what + ".yaml in it" + (what.equals("pipeline") ? made(name.text()) : ""));
        }
    }

    private static String made(String name) {
        return "; 'slipway init " + name + "' makes one";
    }

    private static void name(CheckContext context, String what, String name, Place place, Map<String, Place> seen) {
        if (name.isEmpty()) {
            return;
        }
        kebab(context.problems(), what, name, place);
        if (what.equals("stage") && name.equals(FINALLY)) {
            context.problem(
                    ProblemCode.BAD_NAME,
                    place,
                    "'" + name + "' is reserved for the steps that run at the end; choose another name for the stage");
        }
        if (name.equals(CLUSTER) && context.outline().root().map(CLUSTER).isPresent()) {
            context.problem(
                    ProblemCode.BAD_NAME,
                    place,
                    "'" + CLUSTER + "' cannot be the name of a " + what
                            + ": the step that checks the 'cluster' block has this name");
        }
        Place first = seen.putIfAbsent(name, place);
        if (first != null) {
            context.problem(
                    ProblemCode.DUPLICATE_NAME,
                    place,
                    what + " '" + name + "' is already defined on line " + first.line());
        }
    }

    private static void kebab(Problems problems, String what, String name, Place place) {
        if (name.length() > LONGEST || !KEBAB.matcher(name).matches()) {
            problems.add(
                    ProblemCode.BAD_NAME,
                    place,
                    "'" + (name.length() <= 2 * LONGEST ? name : name.substring(0, LONGEST) + "...")
                            + "' cannot be the name of a " + what
                            + ": use lower-case letters, digits and single dashes, a letter first, at most " + LONGEST);
        }
    }

    private static void outputs(CheckContext context, StepView step) {
        step.node()
                .map("outputs")
                .flatMap(outputs -> outputs.entry("status"))
                .ifPresent(entry -> context.problem(
                        ProblemCode.BAD_NAME,
                        entry.place(),
                        "'status' cannot be the name of an output: steps." + step.expressionName()
                                + ".status says how the step ended"));
    }

    private static void checks(CheckContext context, StepView step) {
        YamlNode action = step.action().orElse(null);
        if (!step.verb().equals("validate") || action == null) {
            return;
        }
        Map<String, Place> seen = new HashMap<>();
        var list = action instanceof YamlMap map
                ? map.list("checks")
                : action instanceof YamlList direct ? direct.elements() : List.<YamlNode>of();
        for (YamlNode check : list) {
            if (check instanceof YamlMap map && map.scalar("check").isPresent()) {
                YamlScalar name = map.scalar("check").get();
                Place first = seen.putIfAbsent(name.text(), name.place());
                if (first != null) {
                    context.problem(
                            ProblemCode.DUPLICATE_NAME,
                            name.place(),
                            "check '" + name.text() + "' is already defined on line " + first.line());
                }
            }
        }
    }
}
