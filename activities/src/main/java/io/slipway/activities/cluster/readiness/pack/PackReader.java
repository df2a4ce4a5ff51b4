package io.slipway.activities.cluster.readiness.pack;

import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import io.slipway.activities.cluster.readiness.special.SpecialRules;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads pack files: lists of kinds with their rules, and named rules that several kinds share. */
final class PackReader {

    private static final List<String> FILES = List.of(
            "kubernetes",
            "openshift",
            "configuration",
            "data-processing",
            "gitops",
            "delivery",
            "cloud",
            "cluster-api",
            "databases",
            "messaging",
            "networking",
            "observability",
            "secrets",
            "storage",
            "serving",
            "platform");

    private static final Set<String> KEYS =
            Set.of("kinds", "like", "rules", "special", "generation", "suspendable", "otherwise", "ignores");

    private final Map<String, List<ReadinessRule>> patterns = new HashMap<>();

    private PackReader() {}

    /** The packs in the resources. */
    static List<KindPack> shipped() {
        PackReader reader = new PackReader();
        reader.patterns(load("patterns"));
        List<KindPack> packs = new ArrayList<>();
        for (String file : FILES) {
            for (Object entry : (List<?>) load(file)) {
                packs.add(reader.pack(file, (Map<?, ?>) entry));
            }
        }
        return packs;
    }

    private void patterns(Object file) {
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) file).entrySet()) {
            patterns.put((String) entry.getKey(), ClauseReader.rules((List<?>) entry.getValue()));
        }
    }

    private KindPack pack(String file, Map<?, ?> entry) {
        List<String> kinds = ClauseReader.strings(entry.get("kinds"));
        for (Object key : entry.keySet()) {
            if (!KEYS.contains(String.valueOf(key))) {
                throw new PackException(file + ".yaml, " + kinds + ": unknown key " + key + ", known are " + KEYS);
            }
        }
        try {
            return new KindPack(
                    kinds,
                    entry.containsKey("generation")
                            ? String.valueOf(entry.get("generation"))
                            : "status.observedGeneration",
                    !Boolean.FALSE.equals(entry.get("suspendable")),
                    rules(entry),
                    "general".equals(entry.get("otherwise")),
                    ignores(entry));
        } catch (PackException wrong) {
            throw new PackException(file + ".yaml, " + kinds + ": " + wrong.getMessage(), wrong);
        }
    }

    private static Optional<Glob> ignores(Map<?, ?> entry) {
        List<String> types = ClauseReader.strings(entry.get("ignores"));
        return types.isEmpty() ? Optional.empty() : Optional.of(Glob.of(types));
    }

    private List<ReadinessRule> rules(Map<?, ?> entry) {
        List<ReadinessRule> rules = new ArrayList<>();
        if (entry.containsKey("special")) {
            String name = String.valueOf(entry.get("special"));
            rules.add(
                    SpecialRules.named(name).orElseThrow(() -> new PackException("no special rule is named " + name)));
        }
        if (entry.containsKey("rules")) {
            rules.addAll(ClauseReader.rules((List<?>) entry.get("rules")));
        }
        for (String name : ClauseReader.strings(entry.get("like"))) {
            if (!patterns.containsKey(name)) {
                throw new PackException("no pattern is named " + name);
            }
            rules.addAll(patterns.get(name));
        }
        return rules;
    }

    private static Object load(String name) {
        String resource = "packs/" + name + ".yaml";
        try (InputStream in = PackReader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new PackException("the rule pack " + resource + " is missing in this build");
            }
            return new Load(LoadSettings.builder().setLabel(resource).build()).loadFromInputStream(in);
        } catch (IOException e) {
            throw new PackException("the rule pack " + resource + " cannot be read", e);
        }
    }
}
