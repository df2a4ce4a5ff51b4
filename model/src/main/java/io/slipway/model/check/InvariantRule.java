package io.slipway.model.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.expr.Template;
import io.slipway.model.spec.BindException;
import io.slipway.model.spec.PartsBinder;
import io.slipway.model.spec.Refusals;
import io.slipway.model.yaml.YamlNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * What a record of the language refuses as a whole, such as a negative number of replicas. A block with expressions is only known
 * once they have values: the activity then says the same.
 */
final class InvariantRule implements Rule {
    private static final String ITSELF = "$";

    private final IdentityHashMap<YamlNode, JsonNode> trees = new IdentityHashMap<>();
    private final Set<JsonNode> templated = Collections.newSetFromMap(new IdentityHashMap<>());
    private final PartsBinder binder = new PartsBinder();

    @Override
    public void check(CheckContext context) {
        context.outline().root().json(this::look);
        // the inner ones first: the blocks around them take what was read
        context.sites(Site.Block.class).reversed().forEach(block -> check(context, block));
    }

    private void look(YamlNode node, JsonNode tree) {
        trees.put(node, tree);
        if (tree.isContainerNode()
                ? tree.valueStream().anyMatch(templated::contains)
                : tree.isTextual() && Template.isIn(tree.asText())) {
            templated.add(tree);
        }
    }

    private void check(CheckContext context, Site.Block block) {
        JsonNode tree = trees.get(block.node());
        if (templated.contains(tree)) {
            return;
        }
        try {
            binder.read(block.shape(), tree);
        } catch (BindException refused) {
            // What a block in it refuses is told of that block.
            if (refused.isInvariant() && refused.path().equals(ITSELF)) {
                Refusals.of(refused.getCause())
                        .forEach(why -> context.problem(
                                ProblemCode.BAD_VALUE, block.node().place(), why));
            }
        }
    }
}
