package io.slipway.model.spec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the shape of one record. */
final class BlockReader {
    private BlockReader() {}

    static Shape.Block read(Class<?> type) {
        boolean literal = type.isAnnotationPresent(Literal.class);
        Sees sees = type.getAnnotation(Sees.class);
        ShortForm shortForm = type.getAnnotation(ShortForm.class);
        List<Field> fields = Arrays.stream(type.getRecordComponents())
                .map(component -> field(component, literal))
                .toList();
        return new Shape.Block(
                type,
                Shapes.doc(type),
                fields,
                keys(fields),
                Optional.ofNullable(shortForm).map(ShortForm::value),
                Optional.ofNullable(shortForm).map(form -> form.list().isEmpty() ? form.value() : form.list()),
                List.of(type.getAnnotationsByType(OneOf.class)),
                sees == null ? List.of() : List.of(sees.value()),
                literal);
    }

    private static Set<String> keys(List<Field> fields) {
        Set<String> keys = new LinkedHashSet<>();
        fields.stream().filter(field -> !field.inline()).forEach(field -> keys.add(field.key()));
        fields.stream()
                .filter(Field::inline)
                .forEach(field -> keys.addAll(field.union().keys()));
        return keys;
    }

    private static Field field(RecordComponent component, boolean literalBlock) {
        Key key = component.getAnnotation(Key.class);
        Default value = component.getAnnotation(Default.class);
        Doc doc = component.getAnnotation(Doc.class);
        Sees sees = component.getAnnotation(Sees.class);
        Type bare = withoutOptional(component.getGenericType());
        return new Field(
                key == null ? component.getName() : key.value(),
                component.getName(),
                bare,
                presence(component, value != null),
                Optional.ofNullable(value).map(Default::value),
                component.isAnnotationPresent(Inline.class),
                literalBlock || component.isAnnotationPresent(Literal.class) || bare == FilePath.class,
                doc == null ? "" : doc.value(),
                doc == null ? "" : doc.example(),
                sees == null ? List.of() : List.of(sees.value()));
    }

    private static Field.Presence presence(RecordComponent component, boolean defaulted) {
        Class<?> type = component.getType();
        if (type == Optional.class) {
            return Field.Presence.OPTIONAL;
        }
        if (defaulted) {
            return Field.Presence.DEFAULTED;
        }
        if (component.isAnnotationPresent(Required.class)) {
            return Field.Presence.NOT_EMPTY;
        }
        return type == List.class || type == Map.class ? Field.Presence.EMPTY : Field.Presence.REQUIRED;
    }

    private static Type withoutOptional(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class
                ? generic.getActualTypeArguments()[0]
                : type;
    }
}
