package io.slipway.cli.language;

import io.slipway.model.spec.Field;
import io.slipway.model.spec.Shape;
import io.slipway.model.spec.Shapes;
import io.slipway.model.spec.Verb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows a dotted path through the shapes of the language. Lists and maps are passed through to their elements. */
record Walk(String path) {

    static Explanation verb(String path, Shape.Block verb) {
        return new Explanation(
                path,
                "a verb",
                verb.doc(),
                "",
                "",
                Map.of(),
                verb.sees(),
                fields(verb),
                required(verb),
                outputs(verb.type()));
    }

    /** A block by its own name. */
    Explanation block(Shape.Block block) {
        return explain(Optional.empty(), block);
    }

    Optional<Explanation> from(Shape.Block block, List<String> parts) {
        String key = parts.getFirst();
        Optional<Field> field = block.field(key);
        Optional<Shape> found = block.shape(key);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Shape shape = found.get();
        if (parts.size() == 1) {
            return Optional.of(explain(field, shape));
        }
        List<String> rest = parts.subList(1, parts.size());
        return switch (element(shape)) {
            case Shape.Block inner -> from(inner, rest);
            case Shape.Union union -> intoUnion(union, rest);
            case Shape.ListOf list -> Optional.empty();
            case Shape.MapOf map -> Optional.empty();
            case Shape.Choice choice -> Optional.empty();
            case Shape.Scalar scalar -> Optional.empty();
            case Shape.Any any -> Optional.empty();
        };
    }

    private Optional<Explanation> intoUnion(Shape.Union union, List<String> parts) {
        return union.member(parts.getFirst())
                .flatMap(member -> parts.size() == 1
                        ? Optional.of(explain(Optional.empty(), member))
                        : from(member, parts.subList(1, parts.size())));
    }

    private Explanation explain(Optional<Field> field, Shape shape) {
        Shape element = element(shape);
        Optional<Shape.Block> block = element instanceof Shape.Block found ? Optional.of(found) : Optional.empty();
        String doc = field.map(Field::doc)
                .filter(text -> !text.isEmpty())
                .or(() -> block.map(Shape.Block::doc))
                .orElse("");
        String bare = block.flatMap(Shape.Block::shortScalar)
                .map(key -> " A bare value stands for '" + key + "'.")
                .orElse("");
        return new Explanation(
                path,
                what(shape),
                doc + bare,
                field.map(Field::example).orElse(""),
                field.map(Walk::presence).orElse(""),
                element instanceof Shape.Choice choice ? choice.docs() : Map.of(),
                field.map(Field::sees)
                        .filter(sees -> !sees.isEmpty())
                        .or(() -> block.map(Shape.Block::sees))
                        .orElse(List.of()),
                element instanceof Shape.Union union
                        ? members(union)
                        : block.map(Walk::fields).orElse(Map.of()),
                block.map(Walk::required).orElse(List.of()),
                Map.of());
    }

    private static Shape element(Shape shape) {
        return switch (shape) {
            case Shape.ListOf list -> element(list.element());
            case Shape.MapOf map -> element(map.value());
            case Shape.Block block -> block;
            case Shape.Union union -> union;
            case Shape.Choice choice -> choice;
            case Shape.Scalar scalar -> scalar;
            case Shape.Any any -> any;
        };
    }

    private static String what(Shape shape) {
        return switch (shape) {
            case Shape.ListOf list -> "a list: " + what(list.element());
            case Shape.MapOf map -> "a map of names: " + what(map.value());
            case Shape.Block block -> "a block";
            case Shape.Union union -> "one of several blocks";
            case Shape.Choice choice ->
                "one of " + String.join(", ", choice.constants().keySet());
            case Shape.Scalar scalar -> scalar.kind().words();
            case Shape.Any any -> "anything";
        };
    }

    private static String presence(Field field) {
        return switch (field.presence()) {
            case REQUIRED, NOT_EMPTY -> "required";
            case OPTIONAL, EMPTY -> "optional";
            case DEFAULTED -> "default " + field.defaultValue().orElse("");
        };
    }

    private static Map<String, String> fields(Shape.Block block) {
        Map<String, String> fields = new LinkedHashMap<>();
        block.keys()
                .forEach(key ->
                        fields.put(key, block.field(key).map(Field::doc).orElseGet(() -> memberDoc(block, key))));
        return fields;
    }

    private static String memberDoc(Shape.Block block, String key) {
        return block.shape(key).orElseThrow() instanceof Shape.Block member ? member.doc() : "";
    }

    private static List<String> required(Shape.Block block) {
        return block.fields().stream()
                .filter(field -> field.required() && !field.inline())
                .map(Field::key)
                .toList();
    }

    private static Map<String, String> members(Shape.Union union) {
        Map<String, String> members = new LinkedHashMap<>();
        union.members().forEach((key, block) -> members.put(key, block.doc()));
        return members;
    }

    private static Map<String, String> outputs(Class<?> verb) {
        Verb annotation = verb.getAnnotation(Verb.class);
        return annotation == null ? Map.of() : fields(Shapes.block(annotation.outputs()));
    }
}
