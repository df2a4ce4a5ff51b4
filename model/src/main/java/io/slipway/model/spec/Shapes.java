package io.slipway.model.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the {@link Shape} of a Java type, once each. Safe for use by several threads. */
public final class Shapes {
    private static final Map<Type, Shape> KNOWN = new ConcurrentHashMap<>();
    private static final Map<Class<?>, Kind> KINDS = Map.ofEntries(
            Map.entry(String.class, Kind.STRING),
            Map.entry(int.class, Kind.INT),
            Map.entry(Integer.class, Kind.INT),
            Map.entry(long.class, Kind.LONG),
            Map.entry(Long.class, Kind.LONG),
            Map.entry(double.class, Kind.DOUBLE),
            Map.entry(Double.class, Kind.DOUBLE),
            Map.entry(boolean.class, Kind.BOOLEAN),
            Map.entry(Boolean.class, Kind.BOOLEAN),
            Map.entry(Duration.class, Kind.DURATION),
            Map.entry(Instant.class, Kind.INSTANT),
            Map.entry(Quantity.class, Kind.QUANTITY),
            Map.entry(Ref.class, Kind.REF),
            Map.entry(Regex.class, Kind.REGEX),
            Map.entry(FilePath.class, Kind.FILE),
            Map.entry(ChartRef.class, Kind.CHART),
            Map.entry(Early.class, Kind.EARLY),
            Map.entry(Late.class, Kind.LATE));

    private Shapes() {}

    /**
     * The shape of a type.
     *
     * @throws IllegalArgumentException when the type is not one the language knows
     */
    public static Shape of(Type type) {
        Shape known = KNOWN.get(type);
        if (known != null) {
            return known;
        }
        Shape made = make(type);
        Shape other = KNOWN.putIfAbsent(type, made);
        return other == null ? made : other;
    }

    /**
     * The shape of a record.
     *
     * @throws IllegalArgumentException when the type is not a record
     */
    public static Shape.Block block(Class<?> type) {
        if (of(type) instanceof Shape.Block block) {
            return block;
        }
        throw new IllegalArgumentException(type + " is not a record");
    }

    /**
     * The shape of a sealed interface.
     *
     * @throws IllegalArgumentException when the type is not a sealed interface
     */
    public static Shape.Union union(Class<?> type) {
        if (of(type) instanceof Shape.Union union) {
            return union;
        }
        throw new IllegalArgumentException(type + " is not a sealed interface");
    }

    /** The key of a member of a union: its {@link Key}, or its simple name with a small first letter. */
    public static String memberKey(Class<?> member) {
        Key key = member.getAnnotation(Key.class);
        String name = member.getSimpleName();
        return key != null ? key.value() : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    static String doc(AnnotatedElement element) {
        Doc doc = element.getAnnotation(Doc.class);
        return doc == null ? "" : doc.value();
    }

    private static Shape make(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic);
        }
        Class<?> raw = (Class<?>) type;
        Kind kind = KINDS.get(raw);
        if (kind != null) {
            return new Shape.Scalar(kind);
        }
        if (JsonNode.class.isAssignableFrom(raw)) {
            return new Shape.Any();
        }
        if (raw.isEnum()) {
            return choice(raw);
        }
        if (raw.isRecord()) {
            return BlockReader.read(raw);
        }
        if (raw.isSealed()) {
            Map<String, Class<?>> members = new LinkedHashMap<>();
            addMembers(raw, members);
            return new Shape.Union(raw, members);
        }
        throw new IllegalArgumentException("the language has no shape for " + type);
    }

    private static Shape generic(ParameterizedType type) {
        List<Type> arguments = List.of(type.getActualTypeArguments());
        if (type.getRawType() == List.class) {
            return new Shape.ListOf(of(arguments.get(0)));
        }
        if (type.getRawType() == Map.class && arguments.get(0) == String.class) {
            return new Shape.MapOf(of(arguments.get(1)));
        }
        if (type.getRawType() == Optional.class) {
            return of(arguments.get(0));
        }
        throw new IllegalArgumentException("the language has no shape for " + type);
    }

    private static void addMembers(Class<?> sealed, Map<String, Class<?>> members) {
        for (Class<?> member : sealed.getPermittedSubclasses()) {
            if (member.isRecord()) {
                members.put(memberKey(member), member);
            } else {
                addMembers(member, members);
            }
        }
    }

    private static Shape choice(Class<?> type) {
        Map<String, Enum<?>> constants = new LinkedHashMap<>();
        Map<String, String> docs = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            Enum<?> value = (Enum<?>) constant;
            AnnotatedElement declared = EnumFields.of(value);
            Key key = declared.getAnnotation(Key.class);
            String word = key != null
                    ? key.value()
                    : value.name().toLowerCase(Locale.ROOT).replace('_', '-');
            constants.put(word, value);
            docs.put(word, doc(declared));
        }
        return new Shape.Choice(type, Collections.unmodifiableMap(constants), Collections.unmodifiableMap(docs));
    }
}
