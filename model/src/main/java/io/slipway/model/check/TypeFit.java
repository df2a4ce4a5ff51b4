package io.slipway.model.check;

import io.slipway.model.spec.Kind;
import io.slipway.model.spec.Shape;
import java.util.Optional;
import java.util.Set;

/** Whether the value of an expression can be that of a field. */
final class TypeFit {
    private static final String OPTIONAL = "optional_type(";
    private static final Set<String> TEXTS = Set.of("string", "int", "bool");
    private static final Set<String> DURATIONS = Set.of("string", "google.protobuf.Duration", "duration");
    private static final Set<String> INSTANTS = Set.of("string", "google.protobuf.Timestamp", "timestamp");
    private static final Set<String> QUANTITIES = Set.of("string", "int", "double", "kubernetes.Quantity");

    private TypeFit() {}

    /** What is wrong with an expression of that type in a field of that shape. */
    static Optional<String> problem(Shape shape, String type) {
        String bare = type.startsWith(OPTIONAL) ? type.substring(OPTIONAL.length(), type.length() - 1) : type;
        if (bare.equals("dyn") || fits(shape, bare)) {
            return Optional.empty();
        }
        return Optional.of("the expression returns " + words(bare) + ", but the field takes " + words(shape));
    }

    private static boolean fits(Shape shape, String type) {
        return switch (shape) {
            case Shape.Any any -> true;
            case Shape.Scalar scalar -> fits(scalar.kind(), type);
            case Shape.Choice choice -> type.equals("string");
            case Shape.ListOf list -> fitsList(list, type);
            case Shape.MapOf map -> type.startsWith("map(");
            case Shape.Block block -> type.startsWith("map(");
            case Shape.Union union -> type.startsWith("map(");
        };
    }

    private static boolean fitsList(Shape.ListOf list, String type) {
        if (type.startsWith("list(")) {
            String element = type.substring(5, type.length() - 1);
            return element.equals("dyn") || fits(list.element(), element);
        }
        return list.element() instanceof Shape.Scalar scalar && fits(scalar.kind(), type);
    }

    private static boolean fits(Kind kind, String type) {
        return switch (kind) {
            case STRING -> TEXTS.contains(type);
            case INT, LONG -> type.equals("int");
            case DOUBLE -> type.equals("int") || type.equals("double");
            case BOOLEAN, EARLY, LATE -> type.equals("bool");
            case DURATION -> DURATIONS.contains(type);
            case INSTANT -> INSTANTS.contains(type);
            case QUANTITY -> QUANTITIES.contains(type);
            case REF, REGEX, FILE, CHART -> type.equals("string");
        };
    }

    static String words(String type) {
        return switch (type) {
            case "string" -> "a text";
            case "int" -> "a whole number";
            case "double" -> "a number with decimals";
            case "bool" -> "true or false";
            case "null_type" -> "nothing";
            default -> type.startsWith("list(") ? "a list" : type.startsWith("map(") ? "a map" : "a " + type;
        };
    }

    private static String words(Shape shape) {
        return switch (shape) {
            case Shape.Any any -> "anything";
            case Shape.Scalar scalar -> scalar.kind().words();
            case Shape.Choice choice ->
                "one of " + String.join(", ", choice.constants().keySet());
            case Shape.ListOf list -> "a list";
            case Shape.MapOf map -> "a map";
            case Shape.Block block -> "a map";
            case Shape.Union union -> "a map";
        };
    }
}
