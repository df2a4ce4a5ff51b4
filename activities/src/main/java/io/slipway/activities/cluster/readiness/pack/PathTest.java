package io.slipway.activities.cluster.readiness.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * A dotted path with what should be there. {@code []} after a field means any entry of the list or map, and
 * {@code all} in front of the path that every entry must fit, and that there is one.
 *
 * <p>What should be there: words ({@code Running|Ready}, with {@code *}), {@code not Failed}, {@code present}, {@code absent}, or a
 * comparison of numbers or texts with a value or another path and what to take when that is absent:
 * {@code ">= spec.replicas|1"}. In a comparison by order what is absent counts as 0.
 */
record PathTest(String path, boolean all, boolean absent, boolean counts, BiPredicate<KubeObject, JsonNode> accepts)
        implements Test {

    static PathTest of(String key, String value) {
        boolean all = key.startsWith("all ");
        String path = all ? key.substring(4).strip() : key;
        BiPredicate<KubeObject, JsonNode> accepts = Comparison.of(value);
        return new PathTest(path, all, value.equals("absent"), Comparison.orders(value), accepts);
    }

    @Override
    public Optional<Seen> on(KubeObject object) {
        List<JsonNode> nodes = select(object);
        if (absent) {
            return nodes.isEmpty() ? Optional.of(seen(object, "absent")) : Optional.empty();
        }
        List<JsonNode> fitting =
                nodes.stream().filter(node -> accepts.test(object, node)).toList();
        if (fitting.isEmpty() || (all && fitting.size() < nodes.size())) {
            return Optional.empty();
        }
        JsonNode first = fitting.getFirst();
        return Optional.of(seen(object, first.isValueNode() ? first.asText() : "there"));
    }

    private List<JsonNode> select(KubeObject object) {
        List<JsonNode> nodes = List.of(object.json());
        for (String field : path.split("(?<!\\\\)\\.", -1)) {
            boolean each = field.endsWith("[]");
            String name = (each ? field.substring(0, field.length() - 2) : field).replace("\\.", ".");
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : nodes) {
                JsonNode child = node.path(name);
                if (each) {
                    child.forEach(next::add);
                } else {
                    next.add(child);
                }
            }
            nodes = next;
        }
        // Controllers leave out a count of 0.
        return counts
                ? nodes.stream()
                        .<JsonNode>map(node -> there(node) ? node : IntNode.valueOf(0))
                        .toList()
                : nodes.stream().filter(PathTest::there).toList();
    }

    private static boolean there(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return false;
        }
        return node.isContainerNode() ? !node.isEmpty() : !node.asText().isBlank();
    }

    private Seen seen(KubeObject object, String value) {
        String message = object.text("status.message");
        return new Seen(path + " is " + value + (message.isEmpty() ? "" : ": " + message), Optional.empty());
    }
}
