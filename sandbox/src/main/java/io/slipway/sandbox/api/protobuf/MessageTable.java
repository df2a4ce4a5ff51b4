package io.slipway.sandbox.api.protobuf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The messages that are read, from {@code messages.tsv}: the numbers and names of their fields. */
final class MessageTable {

    private static final Map<String, Map<Integer, Field>> MESSAGES = read();

    private MessageTable() {}

    /** How often a field occurs. */
    enum Shape {
        ONE,
        LIST,
        MAP
    }

    /**
     * A field.
     *
     * @param name its name in JSON
     * @param shape how often it occurs
     * @param type a plain type or the name of a message
     */
    record Field(String name, Shape shape, String type) {}

    static boolean has(String message) {
        return MESSAGES.containsKey(message);
    }

    static Optional<Field> field(String message, int number) {
        return Optional.ofNullable(MESSAGES.getOrDefault(message, Map.of()).get(number));
    }

    private static Map<String, Map<Integer, Field>> read() {
        try (InputStream in = MessageTable.class.getResourceAsStream("messages.tsv")) {
            Map<String, Map<Integer, Field>> messages = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> messages.computeIfAbsent(cells[0], name -> new HashMap<>())
                            .put(Integer.valueOf(cells[1]), field(cells[2], cells[3])));
            return messages;
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read messages.tsv", broken);
        }
    }

    private static Field field(String name, String type) {
        if (type.startsWith("[]")) {
            return new Field(name, Shape.LIST, type.substring(2));
        }
        return type.startsWith("{}") ? new Field(name, Shape.MAP, type.substring(2)) : new Field(name, Shape.ONE, type);
    }
}
