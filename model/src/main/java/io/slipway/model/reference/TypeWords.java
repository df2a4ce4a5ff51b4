package io.slipway.model.reference;

import io.slipway.model.spec.Kind;
import io.slipway.model.spec.Shape;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Types in a word or two. */
final class TypeWords {
    private TypeWords() {}

    static String of(Shape shape) {
        return switch (shape) {
            case Shape.Any any -> "anything";
            case Shape.Scalar scalar -> of(scalar.kind());
            case Shape.Choice choice -> String.join(" | ", choice.constants().keySet());
            case Shape.ListOf list -> "list of " + of(list.element());
            case Shape.MapOf map -> "map of " + of(map.value());
            case Shape.Block block -> block(block);
            case Shape.Union union -> String.join(" | ", union.keys());
        };
    }

    /** The block that has a heading of its own; of others the keys, and the value that may stand for them. */
    private static String block(Shape.Block block) {
        Optional<String> name = Blocks.nameOf(block.type());
        if (name.isPresent()) {
            return "[" + name.get() + "](language.md#" + name.get() + ")";
        }
        String keys = block.keys().isEmpty() ? "map" : "{ " + String.join(", ", block.keys()) + " }";
        return Stream.concat(
                        Stream.of(block.shortScalar(), block.shortList())
                                .flatMap(Optional::stream)
                                .flatMap(key -> block.shape(key).stream())
                                .map(TypeWords::of),
                        Stream.of(keys))
                .collect(Collectors.joining(" or "));
    }

    private static String of(Kind kind) {
        return switch (kind) {
            case STRING -> "text";
            case INT, LONG -> "whole number";
            case DOUBLE -> "number";
            case BOOLEAN -> "true | false";
            case DURATION -> "duration";
            case INSTANT -> "instant";
            case QUANTITY -> "quantity";
            case REF -> "step or kind/name";
            case REGEX -> "pattern";
            case FILE -> "file";
            case CHART -> "folder, archive or address";
            case EARLY, LATE -> "CEL";
        };
    }
}
