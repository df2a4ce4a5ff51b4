package io.slipway.model.check;

import io.slipway.model.spec.Field;
import io.slipway.model.spec.OneOf;
import io.slipway.model.spec.Shape;
import io.slipway.model.yaml.YamlMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The rules about the keys of one block. */
final class KeyRules {
    private static final int LISTED = 10;

    private final Shape.Block block;
    private final YamlMap map;
    private final String title;
    private final Problems problems;
    private final List<String> meant = new ArrayList<>();

    private KeyRules(Shape.Block block, YamlMap map, String title, Problems problems) {
        this.block = block;
        this.map = map;
        this.title = title;
        this.problems = problems;
    }

    static void check(Shape.Block block, YamlMap map, String title, Problems problems) {
        KeyRules rules = new KeyRules(block, map, title, problems);
        rules.unknown();
        rules.missing();
        rules.choices();
    }

    private void unknown() {
        Set<String> known = block.keys();
        for (YamlMap.Entry entry : map.entries()) {
            if (!known.contains(entry.key())) {
                List<String> free =
                        known.stream().filter(key -> map.entry(key).isEmpty()).toList();
                Optional<String> near = Suggestion.nearest(entry.key(), free);
                near.ifPresent(meant::add);
                problems.add(
                        ProblemCode.UNKNOWN_KEY,
                        entry.place(),
                        "unknown key '" + entry.key() + "' in " + title
                                + near.map(key -> ". Did you mean '" + key + "'?")
                                        .orElse(known.size() > 14 ? "" : ". Valid keys: " + String.join(", ", known)));
            }
        }
    }

    private void missing() {
        for (Field field : block.fields()) {
            if (field.required() && !field.inline() && isMissing(field.key())) {
                problems.add(
                        ProblemCode.MISSING_KEY,
                        map.place(),
                        "'" + field.key() + "' is missing in " + title + ": " + lower(field.doc()));
            }
        }
    }

    private boolean isMissing(String key) {
        return map.entry(key).isEmpty() && !meant.contains(key);
    }

    private void choices() {
        for (OneOf choice : block.choices()) {
            choice(Arrays.asList(choice.value()), choice.optional());
        }
        for (Field field : block.inlined()) {
            choice(field.union().keys(), field.presence() == Field.Presence.OPTIONAL);
        }
    }

    private void choice(Collection<String> keys, boolean optional) {
        List<YamlMap.Entry> written = map.entries().stream()
                .filter(entry -> keys.contains(entry.key()))
                .toList();
        if (written.size() > 1) {
            problems.add(
                    ProblemCode.TOO_MANY_OF,
                    written.get(1).place(),
                    tooMany(keys, written.stream().map(YamlMap.Entry::key).toList()));
        } else if (written.isEmpty() && !optional && keys.stream().noneMatch(meant::contains)) {
            problems.add(ProblemCode.NONE_OF, map.place(), title + " needs one of " + names(keys));
        }
    }

    /** Of the many verbs and probes only those of the file are named: one of them is meant. */
    private String tooMany(Collection<String> keys, List<String> written) {
        return keys.size() > LISTED
                ? title + " takes only one of " + names(written)
                : title + " takes one of " + names(keys) + ", but has " + names(written);
    }

    private static String names(Collection<String> keys) {
        return "'" + String.join("', '", keys) + "'";
    }

    private static String lower(String doc) {
        String first = doc.split("\\.( |$)", 2)[0];
        return first.isEmpty() ? first : first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1);
    }
}
