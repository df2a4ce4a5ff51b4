package io.slipway.activities.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values behind an expression, for people: {@code body['slots-total'] = 4, params.slots = 4}. Finds the paths that
 * start at a known name in the CEL source and looks them up; it evaluates nothing.
 */
public final class SeenValues {
    private static final int MOST_VALUES = 6;
    private static final int VALUE = 120;
    private static final Pattern TOKEN = Pattern.compile(
            "(?<text>'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")|(?<![\\w.])(?<size>size\\()?(?<root>[A-Za-z_]\\w*)");
    private static final Pattern STEP = Pattern.compile(
            "\\G(?:\\.(?<field>[A-Za-z_]\\w*)(?<call>\\()?|\\[(?:'(?<key>[^']*)'|\"(?<key2>[^\"]*)\"|(?<index>\\d+))])");

    private final UnaryOperator<String> mask;

    /** Shows values; secrets are hidden before anything is cut, since half a secret would not be recognised. */
    public SeenValues(UnaryOperator<String> mask) {
        this.mask = mask;
    }

    /**
     * The values of the paths in an expression, in the order of the expression.
     *
     * @param source CEL source
     * @param roots what the expression may see: names with JSON-like values
     */
    public String of(String source, Map<String, ?> roots) {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher token = TOKEN.matcher(source);
        while (token.find() && values.size() < MOST_VALUES) {
            String root = token.group("root");
            if (root != null && roots.containsKey(root)) {
                Found found = follow(source, token.end(), root, roots.get(root));
                boolean sized = token.group("size") != null;
                values.putIfAbsent(
                        sized ? "size(" + found.path() + ")" : found.path(),
                        sized ? size(found.value()) : show(found.value()));
            }
        }
        List<String> parts = new ArrayList<>();
        values.forEach((path, value) -> parts.add(path + " = " + value));
        return String.join(", ", parts);
    }

    private record Found(String path, Object value) {}

    private static Found follow(String source, int from, String root, Object value) {
        StringBuilder path = new StringBuilder(root);
        Object current = value;
        Matcher step = STEP.matcher(source);
        int at = from;
        while (step.find(at) && step.group("call") == null) {
            Object next = child(current, step);
            if (MISSING.equals(next)) {
                return new Found(path + step.group(), MISSING);
            }
            current = next;
            path.append(step.group());
            at = step.end();
        }
        return new Found(path.toString(), current);
    }

    private static final Object MISSING = new Object();

    private static Object child(Object parent, Matcher step) {
        if (step.group("index") != null) {
            int index = Integer.parseInt(step.group("index"));
            return parent instanceof List<?> list && index < list.size() ? list.get(index) : MISSING;
        }
        String key = step.group("field") != null
                ? step.group("field")
                : step.group("key") != null ? step.group("key") : step.group("key2");
        return parent instanceof Map<?, ?> map && map.containsKey(key) ? map.get(key) : MISSING;
    }

    private String size(Object value) {
        return switch (value) {
            case List<?> list -> String.valueOf(list.size());
            case Map<?, ?> map -> String.valueOf(map.size());
            case String text -> String.valueOf(text.length());
            case null, default -> show(value);
        };
    }

    /** A value on one line, capped; objects of Kubernetes by their names. */
    public String show(Object value) {
        if (MISSING.equals(value)) {
            return "missing";
        }
        return switch (value) {
            case null -> "null";
            case String text -> "'" + Excerpt.cut(mask.apply(text).strip().replaceAll("\\s+", " "), VALUE) + "'";
            case List<?> list ->
                Excerpt.cut(
                        mask.apply("["
                                + String.join(
                                        ", ", list.stream().map(this::brief).toList()) + "]"),
                        VALUE);
            case Map<?, ?> map -> Excerpt.cut(mask.apply(brief(map)), VALUE);
            default -> String.valueOf(value);
        };
    }

    private String brief(Object value) {
        if (value instanceof Map<?, ?> map
                && map.get("metadata") instanceof Map<?, ?> meta
                && meta.get("name") != null) {
            return meta.get("name") + phase(map);
        }
        return value instanceof String text ? "'" + Excerpt.cut(mask.apply(text), VALUE) + "'" : String.valueOf(value);
    }

    private static String phase(Map<?, ?> object) {
        return object.get("status") instanceof Map<?, ?> status && status.get("phase") != null
                ? " (" + status.get("phase") + ")"
                : "";
    }
}
