package io.slipway.activities.cluster.ready;

import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.api.Selector;
import java.util.List;

/**
 * What is waited for.
 *
 * @param named objects by name; each must exist
 * @param selected objects by labels; at least one of all these must exist
 */
public record Subjects(List<Named> named, List<Selected> selected) {
    public Subjects {
        named = List.copyOf(named);
        selected = List.copyOf(selected);
    }

    /** An object by name. */
    public record Named(ApiKind kind, ObjectRef ref) {}

    /** Objects of a kind by labels. */
    public record Selected(ApiKind kind, String namespace, Selector selector) {}

    /** Objects by name. */
    public static Subjects named(List<Named> objects) {
        return new Subjects(objects, List.of());
    }

    /** Objects by labels. */
    public static Subjects selected(List<Selected> objects) {
        return new Subjects(List.of(), objects);
    }
}
