package io.slipway.model.journal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A fact about one object.
 *
 * @param kind what was done
 * @param apiVersion of the object
 * @param objectKind of the object
 * @param namespace of the object, or empty
 * @param name of the object
 * @param uid of the object, or empty when it is gone
 * @param fields paths of the fields that changed, at most 50
 * @param before content hash of the object as it was before, when it was changed
 * @param lasting whether the object is meant to stay; a build or a job is not
 */
public record Change(
        Kind kind,
        String apiVersion,
        String objectKind,
        String namespace,
        String name,
        String uid,
        List<String> fields,
        Optional<String> before,
        boolean lasting) {

    /** What was done with an object. */
    public enum Kind {
        CREATED,
        CONFIGURED,
        UNCHANGED,
        DELETED,
        PRUNED,
        SKIPPED;

        /** The word for people and JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Change {
        namespace = namespace == null ? "" : namespace;
        uid = uid == null ? "" : uid;
        fields = fields == null ? List.of() : List.copyOf(fields);
    }

    /** The object as {@code kind/name}. */
    public String ref() {
        return objectKind.toLowerCase(Locale.ROOT) + "/" + name;
    }
}
