package io.slipway.sandbox.flink;

import io.slipway.sandbox.workloads.Container;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The configuration a Flink process reads: the mounted file, then FLINK_PROPERTIES, then {@code -D} options.
 *
 * @param values by flat key
 */
public record FlinkConfig(Map<String, String> values) {
    private static final String FOLDER = "/opt/flink/conf";
    private static final List<String> FILES = List.of("/flink-conf.yaml", "/config.yaml");
    /** A start command that copies a mounted folder over the image's own configuration. */
    private static final Pattern COPY = Pattern.compile("\\bcp (?:-\\w+ )*(/[\\w/-]+?)/\\*(?:\\.\\w+)? " + FOLDER);

    private static final Pattern LINE = Pattern.compile("(\\s*)([^:#\\s][^:]*):(?:\\s+(.*))?");
    private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(ms|milli|s|sec|min|m|h|d)?[a-z]*");

    public FlinkConfig {
        values = Map.copyOf(values);
    }

    /** As a process of the container reads it. */
    public static FlinkConfig of(Container container) {
        Map<String, String> values = new TreeMap<>();
        Matcher copied = COPY.matcher(String.join(" ", container.commandLine()));
        String folder = copied.find() ? copied.group(1) : FOLDER;
        for (String file : FILES) {
            read(container.files().getOrDefault(folder + file, ""), values);
        }
        read(container.env().getOrDefault("FLINK_PROPERTIES", ""), values);
        for (String word : String.join(" ", container.commandLine()).split("\\s+")) {
            int equals = word.indexOf('=');
            if (word.startsWith("-D") && equals > 2) {
                values.put(word.substring(2, equals), word.substring(equals + 1));
            }
        }
        return new FlinkConfig(values);
    }

    /** Whether the container starts from a configuration of its own that can be written. */
    static boolean isCopied(Container container) {
        return COPY.matcher(String.join(" ", container.commandLine())).find();
    }

    /** Reads flat and nested YAML of scalars, which is all that these files hold. */
    static void read(String text, Map<String, String> into) {
        Deque<Map.Entry<Integer, String>> parents = new ArrayDeque<>();
        for (String line : text.lines().toList()) {
            Matcher form = LINE.matcher(line);
            if (!form.matches() || line.strip().startsWith("#")) {
                continue;
            }
            int indent = form.group(1).length();
            while (!parents.isEmpty() && parents.peek().getKey() >= indent) {
                parents.pop();
            }
            String prefix = parents.isEmpty() ? "" : parents.peek().getValue() + ".";
            String key = prefix + form.group(2).strip();
            String value = form.group(3) == null
                    ? ""
                    : unquote(form.group(3).replaceAll("\\s+#.*$", "").strip());
            if (value.isEmpty()) {
                parents.push(Map.entry(indent, key));
            } else {
                into.put(key, value);
            }
        }
    }

    private static String unquote(String value) {
        return value.replaceAll("^(['\"])(.*)\\1$", "$2");
    }

    /** A value as text. */
    public String get(String key, String fallback) {
        return values.getOrDefault(key, fallback);
    }

    /** A value as a number. */
    public int number(String key, int fallback) {
        String text = get(key, "");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : fallback;
    }

    Duration duration(String key, Duration fallback) {
        Matcher form = DURATION.matcher(get(key, "").strip());
        if (!form.matches()) {
            return fallback;
        }
        long amount = Long.parseLong(form.group(1));
        return switch (form.group(2) == null ? "ms" : form.group(2)) {
            case "s", "sec" -> Duration.ofSeconds(amount);
            case "m", "min" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> Duration.ofMillis(amount);
        };
    }

    boolean highAvailability() {
        String type = get("high-availability.type", get("high-availability", "NONE"));
        return !type.equalsIgnoreCase("none");
    }
}
