package io.slipway.model.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.slipway.model.expr.SecretPath;
import io.slipway.model.expr.Template;
import io.slipway.model.spec.ChartRef;
import io.slipway.model.spec.Field;
import io.slipway.model.spec.Kind;
import io.slipway.model.spec.Scalars;
import io.slipway.model.spec.SecretRef;
import io.slipway.model.spec.Shape;
import io.slipway.model.yaml.YamlList;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes a block of a checked file in its one long form: short forms and globs written out, CEL fields without
 * <code>${{ }}</code>, references to secrets as markers, other templates as they are. Keys stand in the order of the
 * shape, so that two ways to write the same give the same plan.
 */
final class Canonical {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode secrets;
    private final PlanFiles files;
    private final TreeSet<String> used = new TreeSet<>();

    Canonical(JsonNode secrets, PlanFiles files) {
        this.secrets = secrets;
        this.files = files;
    }

    /** Paths of the files that were met. */
    Set<String> used() {
        return used;
    }

    JsonNode write(Shape shape, YamlNode node) {
        return switch (shape) {
            case Shape.Any any -> anything(node);
            case Shape.Scalar scalar -> scalar(scalar.kind(), node);
            case Shape.Choice choice -> node.json().isTextual() ? node.json() : TextNode.valueOf(text(node));
            case Shape.ListOf list -> list(list, node);
            case Shape.MapOf map -> map(map, node);
            case Shape.Block block -> block(block, node);
            case Shape.Union union -> throw new IllegalStateException("unions stand inline: " + union.type());
        };
    }

    private JsonNode block(Shape.Block block, YamlNode node) {
        ObjectNode tree = JSON.objectNode();
        if (node instanceof YamlMap map) {
            for (String key : block.keys()) {
                map.entry(key)
                        .ifPresent(entry -> put(tree, key, block.shape(key).orElseThrow(), entry.value()));
            }
            return tree;
        }
        Optional<String> key = node instanceof YamlList ? block.shortList() : block.shortScalar();
        if (key.isPresent() && !node.json().isNull()) {
            Field field = block.field(key.get()).orElseThrow();
            put(tree, field.key(), field.shape(), node);
        }
        return tree;
    }

    private void put(ObjectNode tree, String key, Shape shape, YamlNode value) {
        if (!value.json().isNull() || shape instanceof Shape.Block) {
            tree.set(key, write(shape, value));
        }
    }

    private JsonNode list(Shape.ListOf list, YamlNode node) {
        if (isFiles(list)) {
            return files(node);
        }
        if (node instanceof YamlScalar scalar) {
            JsonNode one = write(list.element(), node);
            return isTemplate(scalar) ? anything(node) : JSON.arrayNode().add(one);
        }
        ArrayNode array = JSON.arrayNode();
        if (node instanceof YamlList values) {
            values.elements().forEach(element -> array.add(write(list.element(), element)));
        }
        return array;
    }

    private JsonNode map(Shape.MapOf map, YamlNode node) {
        if (!(node instanceof YamlMap values)) {
            return anything(node);
        }
        ObjectNode tree = JSON.objectNode();
        values.entries().forEach(entry -> tree.set(entry.key(), write(map.value(), entry.value())));
        return tree;
    }

    private JsonNode scalar(Kind kind, YamlNode node) {
        if (!(node instanceof YamlScalar scalar)) {
            return node.json();
        }
        if (kind.isExpression()) {
            return TextNode.valueOf(Scalars.bare(scalar.text()));
        }
        if (kind == Kind.FILE) {
            return files.expand(scalar).stream()
                    .peek(used::add)
                    .findFirst()
                    .<JsonNode>map(TextNode::valueOf)
                    .orElse(scalar.json());
        }
        if (kind == Kind.CHART && !isTemplate(scalar) && !ChartRef.isAddress(scalar.text())) {
            used.addAll(files.chart(scalar));
            return TextNode.valueOf(scalar.text().replaceAll("/+$", ""));
        }
        return isTemplate(scalar) ? anything(scalar) : Scalars.write(kind, Scalars.read(kind, scalar.json()));
    }

    private JsonNode anything(YamlNode node) {
        return switch (node) {
            case YamlMap map -> {
                ObjectNode tree = JSON.objectNode();
                map.entries().forEach(entry -> tree.set(entry.key(), anything(entry.value())));
                yield tree;
            }
            case YamlList list -> {
                ArrayNode array = JSON.arrayNode();
                list.elements().forEach(element -> array.add(anything(element)));
                yield array;
            }
            case YamlScalar scalar ->
                isTemplate(scalar)
                        ? secret(scalar.text()).<JsonNode>map(SecretRef::json).orElse(scalar.json())
                        : scalar.json();
        };
    }

    private Optional<SecretRef> secret(String text) {
        return Template.of(text).whole().flatMap(code -> SecretPath.of(code.source(), secrets));
    }

    private JsonNode files(YamlNode node) {
        ArrayNode paths = JSON.arrayNode();
        TreeSet<String> seen = new TreeSet<>();
        Iterable<YamlNode> written = node instanceof YamlList list ? list.elements() : List.of(node);
        for (YamlNode one : written) {
            if (one instanceof YamlScalar scalar) {
                files.expand(scalar).stream().filter(seen::add).forEach(paths::add);
            }
        }
        used.addAll(seen);
        return paths;
    }

    private static boolean isFiles(Shape.ListOf list) {
        return list.element() instanceof Shape.Scalar scalar && scalar.kind() == Kind.FILE;
    }

    private static boolean isTemplate(YamlScalar scalar) {
        return scalar.isText() && Template.isIn(scalar.text());
    }

    private static String text(YamlNode node) {
        return node instanceof YamlScalar scalar ? scalar.text() : "";
    }
}
