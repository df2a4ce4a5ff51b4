package io.slipway.model.spec;

import java.util.Arrays;
import java.util.Optional;

/** Which Java types belong to the language. */
final class SpecTypes {
    private SpecTypes() {}

    /** Whether pipeline files can hold the type: documented records, their unions and words, and the value types. */
    static boolean isSpec(Class<?> type) {
        if (type.isEnum() || (type.isRecord() && type.getPackage().equals(Shape.class.getPackage()))) {
            return isValueType(type) || (type.isEnum() && isDocumentedEnum(type));
        }
        if (type.isRecord()) {
            return type.isAnnotationPresent(Doc.class);
        }
        return type.isSealed() && Arrays.stream(type.getPermittedSubclasses()).allMatch(SpecTypes::isSpec);
    }

    /** The outermost sealed interface that the record belongs to. */
    static Optional<Class<?>> unionOf(Class<?> type) {
        return Arrays.stream(type.getInterfaces())
                .filter(parent -> parent.isSealed() && isSpec(parent))
                .<Class<?>>map(parent -> unionOf(parent).orElse(parent))
                .findFirst();
    }

    private static boolean isValueType(Class<?> type) {
        return type == Quantity.class
                || type == Ref.class
                || type == Regex.class
                || type == FilePath.class
                || type == ChartRef.class
                || type == Early.class
                || type == Late.class;
    }

    private static boolean isDocumentedEnum(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .allMatch(constant -> EnumFields.of((Enum<?>) constant).isAnnotationPresent(Doc.class));
    }
}
