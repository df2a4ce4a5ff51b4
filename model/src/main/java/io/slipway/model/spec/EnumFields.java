package io.slipway.model.spec;

import java.lang.reflect.Field;

/** The declarations of enum constants, which hold their annotations. */
final class EnumFields {
    private EnumFields() {}

    static Field of(Enum<?> constant) {
        try {
            return constant.getDeclaringClass().getField(constant.name());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("an enum constant is a public field of its enum", e);
        }
    }
}
