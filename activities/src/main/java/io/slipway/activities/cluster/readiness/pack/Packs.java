package io.slipway.activities.cluster.readiness.pack;

import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All rule packs, found by group and kind: an exact name before {@code group/*} before a group with a star. */
public final class Packs {

    private final Map<String, KindPack> exact = new HashMap<>();
    private final List<Map.Entry<Glob, KindPack>> wild = new ArrayList<>();

    private Packs(List<KindPack> packs) {
        for (KindPack pack : packs) {
            for (String kind : pack.kinds()) {
                if (!kind.contains("*")) {
                    if (exact.putIfAbsent(kind, pack) != null) {
                        throw new PackException(kind + " has rules in two packs");
                    }
                } else {
                    wild.add(Map.entry(Glob.of(List.of(kind)), pack));
                }
            }
        }
        wild.sort((a, b) -> Integer.compare(
                b.getKey().pattern().pattern().length(),
                a.getKey().pattern().pattern().length()));
    }

    /** The packs that come with Slipway. */
    public static Packs shipped() {
        return Shipped.PACKS;
    }

    /** The rules of an object's kind. */
    public Optional<ReadinessRule> of(KubeObject object) {
        String name = object.group() + "/" + object.kind();
        KindPack pack = exact.get(name);
        if (pack != null) {
            return Optional.of(pack);
        }
        return wild.stream()
                .filter(entry -> entry.getKey().matches(name))
                .findFirst()
                .map(Map.Entry::getValue);
    }

    /** The names of all kinds with rules of their own, sorted. */
    public Set<String> kinds() {
        return new TreeSet<>(exact.keySet());
    }

    /** Read once, at the first question. */
    private static final class Shipped {
        private static final Packs PACKS = new Packs(PackReader.shipped());
    }
}
