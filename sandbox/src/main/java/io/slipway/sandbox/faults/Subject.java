package io.slipway.sandbox.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a fault may strike: an object, its owners up to the top, and the steps that brought any of them.
 *
 * @param lineage the object first, then its owners; empty for the API server
 * @param steps names from the label {@code slipway.io/step}
 */
public record Subject(List<Ref> lineage, Set<String> steps) {
    /** The API server. */
    public static final Subject API = new Subject(List.of(), Set.of());

    public Subject {
        lineage = List.copyOf(lineage);
        steps = Set.copyOf(steps);
    }

    /** One object of the lineage. */
    public record Ref(String kind, String name) {}

    /** An object without owners and steps. */
    public static Subject of(String kind, String name) {
        return new Subject(List.of(new Ref(kind, name)), Set.of());
    }

    /** This subject as the owner of something of another kind, such as a Flink job of a JobManager pod. */
    public Subject child(String kind, String name) {
        List<Ref> longer = new ArrayList<>();
        longer.add(new Ref(kind, name));
        longer.addAll(lineage);
        return new Subject(longer, steps);
    }

    boolean isApi() {
        return lineage.isEmpty();
    }
}
