package io.slipway.model.spec;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/**
 * A key of a block.
 *
 * @param key the YAML key; for an inline field the component's name, which is never written
 * @param name the record component
 * @param type Java type of the value, without {@link Optional}
 * @param presence what it means to leave the key out
 * @param defaultValue the YAML of the value taken when the key is left out
 * @param inline whether the value is a union whose members' keys stand in the enclosing block
 * @param literal whether the value takes no expression
 * @param doc what the field is for
 * @param example a YAML value that shows it in use, or empty
 * @param sees names that an expression in this field may use beyond the usual ones
 */
public record Field(
        String key,
        String name,
        Type type,
        Presence presence,
        Optional<String> defaultValue,
        boolean inline,
        boolean literal,
        String doc,
        String example,
        List<String> sees) {

    /** What it means to leave a key out. */
    public enum Presence {
        /** A mistake. */
        REQUIRED,
        /** A mistake, and so is an empty list or map. */
        NOT_EMPTY,
        /** The value is an empty {@link Optional}. */
        OPTIONAL,
        /** The value is the default. */
        DEFAULTED,
        /** The value is an empty list or map. */
        EMPTY
    }

    public Field {
        sees = List.copyOf(sees);
    }

    /** Whether leaving the key out is a mistake. */
    public boolean required() {
        return presence == Presence.REQUIRED || presence == Presence.NOT_EMPTY;
    }

    /** The shape of the value. Made when first asked for, so that only what is used is read by reflection. */
    public Shape shape() {
        return Shapes.of(type);
    }

    /**
     * The union of an inline field.
     *
     * @throws IllegalStateException when the record marks something else as {@link Inline}
     */
    public Shape.Union union() {
        if (shape() instanceof Shape.Union union) {
            return union;
        }
        throw new IllegalStateException("@Inline needs a sealed interface of records: " + name);
    }
}
