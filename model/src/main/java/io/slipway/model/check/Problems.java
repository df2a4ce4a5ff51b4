package io.slipway.model.check;

import io.slipway.model.yaml.Place;
import java.util.List;
import java.util.TreeSet;

/** Collects problems: sorted by place, each once. */
final class Problems {
    private final TreeSet<Problem> found = new TreeSet<>();
    private int told;

    void add(ProblemCode code, Place place, String message) {
        told++;
        found.add(new Problem(code, place, message));
    }

    void add(Problems others) {
        told += others.told;
        found.addAll(others.found);
    }

    /** How often a problem was added, also one that was known already: a manifest of two steps is looked at twice. */
    int told() {
        return told;
    }

    List<Problem> sorted() {
        return List.copyOf(found);
    }
}
