package io.slipway.model.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules of a block as a whole: which keys, how many of them, short forms. */
final class BlockRules {
    private BlockRules() {}

    /** The block as a map, when it is one or has a short form; empty when it can be neither. */
    static Optional<JsonNode> longForm(Shape.Block block, JsonNode node) {
        boolean secret = SecretRef.in(node).isPresent();
        if (node.isObject() && !secret) {
            return Optional.of(node);
        }
        if (node.isNull() || node.isMissingNode()) {
            return Optional.of(JsonNodeFactory.instance.objectNode());
        }
        Optional<String> key = node.isArray() ? block.shortList() : block.shortScalar();
        return key.map(name -> JsonNodeFactory.instance.objectNode().set(name, node));
    }

    /** What is wrong with the keys of a block. */
    static Optional<String> violation(Shape.Block block, JsonNode tree) {
        Set<String> known = block.keys();
        for (String key : (Iterable<String>) tree::fieldNames) {
            if (!known.contains(key)) {
                return Optional.of("unknown key '" + key + "'");
            }
        }
        for (OneOf choice : block.choices()) {
            Optional<String> problem = oneOf(Arrays.asList(choice.value()), choice.optional(), tree);
            if (problem.isPresent()) {
                return problem;
            }
        }
        for (Field field : block.inlined()) {
            boolean optional = field.presence() == Field.Presence.OPTIONAL;
            Optional<String> problem = oneOf(field.union().keys(), optional, tree);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return emptyRequired(block, tree);
    }

    private static Optional<String> oneOf(Collection<String> keys, boolean optional, JsonNode tree) {
        List<String> written = keys.stream().filter(tree::has).toList();
        if (written.size() > 1) {
            return Optional.of("only one of " + String.join(", ", written) + " may be given");
        }
        return written.isEmpty() && !optional
                ? Optional.of("one of " + String.join(", ", keys) + " is missing")
                : Optional.empty();
    }

    private static Optional<String> emptyRequired(Shape.Block block, JsonNode tree) {
        return block.fields().stream()
                .filter(field -> field.presence() == Field.Presence.NOT_EMPTY)
                .filter(field -> tree.path(field.key()).isContainerNode()
                        && tree.path(field.key()).isEmpty())
                .map(field -> "'" + field.key() + "' must not be empty")
                .findFirst();
    }
}
