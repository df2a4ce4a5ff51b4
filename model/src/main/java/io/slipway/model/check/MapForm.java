package io.slipway.model.check;

import io.slipway.model.spec.Field;
import io.slipway.model.spec.OneOf;
import io.slipway.model.spec.Shape;
import io.slipway.model.yaml.YamlList;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlScalar;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a block is written of which only one value stands there: {@code deploy: web.yaml}. */
final class MapForm {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]*");
    private static final int LONGEST = 60;

    private MapForm() {}

    /** {@code ": write deploy: { manifests: [web.yaml] }"}, or nothing where such a value says not all that is needed. */
    static String hint(Shape.Block block, String key, YamlNode written) {
        return block.fields().stream()
                .filter(field -> isEnough(block, field))
                .flatMap(field -> value(field, written).stream()
                        .map(value -> ": write " + key + ": { " + field.key() + ": " + value + " }"))
                .findFirst()
                .orElse("");
    }

    /** Whether the block asks for the field, or for one of a few that it is among, and for nothing else. */
    private static boolean isEnough(Shape.Block block, Field field) {
        List<OneOf> asked =
                block.choices().stream().filter(choice -> !choice.optional()).toList();
        boolean alone = block.fields().stream().noneMatch(other -> other.required() && !other.equals(field))
                && asked.stream().allMatch(choice -> isAmong(choice, field));
        return !field.inline() && alone && (field.required() || !asked.isEmpty());
    }

    private static boolean isAmong(OneOf choice, Field field) {
        return Arrays.asList(choice.value()).contains(field.key());
    }

    private static Optional<String> value(Field field, YamlNode written) {
        boolean list = field.shape() instanceof Shape.ListOf;
        Shape element = field.shape() instanceof Shape.ListOf of ? of.element() : field.shape();
        if (!(element instanceof Shape.Scalar one) || !StructureCheck.isText(one.kind())) {
            return Optional.empty();
        }
        return switch (written) {
            case YamlScalar scalar
            when scalar.isText() && scalar.text().length() <= LONGEST ->
                Optional.of(list ? "[" + quoted(scalar.text()) + "]" : quoted(scalar.text()));
            case YamlList values when list -> Optional.of("[...]");
            default -> Optional.empty();
        };
    }

    private static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : '"' + text.replace("\"", "\\\"") + '"';
    }
}
