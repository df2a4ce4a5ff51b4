package io.slipway.model.check;

import io.slipway.model.expr.Declarations;
import io.slipway.model.pipeline.ParamSpec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What expressions may read at a place, with types. */
final class Scopes {
    /** Fields of {@code target}. */
    static final Map<String, String> TARGET =
            Map.of("name", "string", "namespace", "string", "platform", "string", "simulated", "bool");

    /** Fields of {@code rollout}. */
    static final Map<String, String> ROLLOUT = Map.of("id", "string", "pipeline", "string", "status", "string");

    private final Declarations base;
    private final Map<List<String>, Declarations> known = new HashMap<>();

    Scopes(CheckContext context) {
        this.base = base(context);
    }

    /**
     * The names at a place.
     *
     * @param more names with types beyond the usual ones: the element of a loop, what an activity sees
     */
    Declarations at(List<String> more) {
        return known.computeIfAbsent(more, names -> {
            Declarations declarations = base;
            for (String name : names) {
                int colon = name.indexOf(':');
                declarations = declarations.withVariable(name.substring(0, colon), name.substring(colon + 1));
            }
            return declarations;
        });
    }

    private static Declarations base(CheckContext context) {
        Map<String, String> params = new LinkedHashMap<>();
        context.section("params")
                .entries()
                .forEach(entry -> params.put(
                        entry.key(),
                        ParamRule.spec(entry.value())
                                .map(ParamSpec::type)
                                .map(Scopes::type)
                                .orElse("dyn")));
        Declarations declarations = Declarations.none();
        Map<String, String> steps = new LinkedHashMap<>();
        for (StepView step : context.outline().steps()) {
            String type = "map(string, dyn)";
            Optional<Map<String, String>> outputs = context.outputs().of(step);
            if (outputs.isPresent()) {
                type = "Step_" + step.expressionName();
                declarations = declarations.withStruct(type, outputs.get());
            }
            steps.put(step.expressionName(), type);
        }
        return declarations
                .withStruct("Params", params)
                .withStruct("Steps", steps)
                .withStruct("Target", TARGET)
                .withStruct("Rollout", ROLLOUT)
                .withVariable("params", "Params")
                .withVariable("steps", "Steps")
                .withVariable("target", "Target")
                .withVariable("rollout", "Rollout");
    }

    private static String type(ParamSpec.Type type) {
        return switch (type) {
            case STRING, QUANTITY, DURATION -> "string";
            case INTEGER -> "int";
            case NUMBER -> "double";
            case BOOLEAN -> "bool";
            case LIST -> "list(dyn)";
            case MAP -> "map(string, dyn)";
        };
    }
}
