package io.slipway.model.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.slipway.model.action.Action;
import io.slipway.model.expr.Template;
import io.slipway.model.spec.BindException;
import io.slipway.model.spec.Binder;
import io.slipway.model.spec.Shapes;
import io.slipway.model.yaml.YamlNode;

/**
 * What a verb's record refuses as a whole, such as a negative number of replicas. A block with expressions is only known
 * once they have values: the activity then says the same.
 */
final class InvariantRule implements Rule {
    @Override
    public void check(CheckContext context) {
        for (StepView step : context.outline().steps()) {
            step.action().ifPresent(block -> check(context, step, block));
        }
    }

    private static void check(CheckContext context, StepView step, YamlNode block) {
        JsonNode tree = block.json().isNull() ? JsonNodeFactory.instance.objectNode() : block.json();
        if (hasTemplate(tree)) {
            return;
        }
        try {
            Binder.read(Shapes.union(Action.class).types().get(step.verb()), tree);
        } catch (BindException refused) {
            if (refused.isInvariant()) {
                String why = String.valueOf(refused.getCause().getMessage());
                context.problem(ProblemCode.BAD_VALUE, block.place(), why);
            }
        }
    }

    private static boolean hasTemplate(JsonNode tree) {
        return tree.isContainerNode()
                ? tree.valueStream().anyMatch(InvariantRule::hasTemplate)
                : tree.isTextual() && Template.isIn(tree.asText());
    }
}
