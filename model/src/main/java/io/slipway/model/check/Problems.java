package io.slipway.model.check;

import io.slipway.model.yaml.Place;
import java.util.List;
import java.util.TreeSet;

/** Collects problems: sorted by place, each once. */
final class Problems {
    private final TreeSet<Problem> found = new TreeSet<>();

    void add(ProblemCode code, Place place, String message) {
        found.add(new Problem(code, place, message));
    }

    void add(Problems others) {
        found.addAll(others.found);
    }

    int size() {
        return found.size();
    }

    List<Problem> sorted() {
        return List.copyOf(found);
    }
}
