package io.slipway.model.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.slipway.model.expr.Template;
import io.slipway.model.spec.BindException;
import io.slipway.model.spec.Binder;
import io.slipway.model.spec.Refusals;

/**
 * What a record of the language refuses as a whole, such as a negative number of replicas. A block with expressions is only known
 * once they have values: the activity then says the same.
 */
final class InvariantRule implements Rule {
    private static final String ITSELF = "$";

    @Override
    public void check(CheckContext context) {
        context.sites(Site.Block.class).forEach(block -> check(context, block));
    }

    private static void check(CheckContext context, Site.Block block) {
        JsonNode tree = block.node().json().isNull()
                ? JsonNodeFactory.instance.objectNode()
                : block.node().json();
        if (hasTemplate(tree)) {
            return;
        }
        try {
            Binder.read(block.shape().type(), tree);
        } catch (BindException refused) {
            // What a block in it refuses is told of that block.
            if (refused.isInvariant() && refused.path().equals(ITSELF)) {
                Refusals.of(refused.getCause())
                        .forEach(why -> context.problem(
                                ProblemCode.BAD_VALUE, block.node().place(), why));
            }
        }
    }

    private static boolean hasTemplate(JsonNode tree) {
        return tree.isContainerNode()
                ? tree.valueStream().anyMatch(InvariantRule::hasTemplate)
                : tree.isTextual() && Template.isIn(tree.asText());
    }
}
