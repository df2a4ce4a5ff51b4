package io.slipway.activities.cluster.inventory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.slipway.activities.cluster.api.ObjectRef;

/**
 * One object of an inventory.
 *
 * @param apiVersion of the object
 * @param kind of the object
 * @param namespace of the object, or empty
 * @param name of the object
 * @param uid of the object; empty while it is only about to be applied
 * @param step the step that applies it
 * @param hash keyed hash of the fields we own, as they were after the last apply
 * @param stale whether its step no longer has it, so that the next prune removes it
 * @param origin what the try that is about to change it found; empty fields when nothing is in flight
 */
public record Entry(
        String apiVersion,
        String kind,
        String namespace,
        String name,
        String uid,
        String step,
        String hash,
        boolean stale,
        Origin origin) {
    public Entry {
        uid = uid == null ? "" : uid;
        hash = hash == null ? "" : hash;
        origin = origin == null ? Origin.NONE : origin;
    }

    /**
     * What a try found before it changed the object, for its successor after a crash.
     *
     * @param key short key of the try
     * @param absent whether the object was not there
     * @param before blob hash of the object as it was, or empty
     */
    public record Origin(String key, boolean absent, String before) {
        /** Nothing known. */
        public static final Origin NONE = new Origin("", false, "");

        public Origin {
            key = key == null ? "" : key;
            before = before == null ? "" : before;
        }
    }

    /** An object that a step is about to apply. */
    static Entry claimed(ObjectRef ref, String step, Origin origin) {
        return new Entry(ref.apiVersion(), ref.kind(), ref.namespace(), ref.name(), "", step, "", false, origin);
    }

    /** The same, claimed by a step in the version of its API that is written now, and keeping what is known of the object. */
    Entry claimedBy(String version, String otherStep, Origin found) {
        Origin first = found.equals(Origin.NONE) || origin.key().equals(found.key()) ? origin : found;
        return new Entry(version, kind, namespace, name, uid, otherStep, hash, false, first);
    }

    /** The same after it was applied. */
    Entry settled(String newUid, String newHash) {
        return new Entry(apiVersion, kind, namespace, name, newUid, step, newHash, false, origin);
    }

    /** The same, no longer wanted by its step. */
    Entry gone() {
        return new Entry(apiVersion, kind, namespace, name, uid, step, hash, true, Origin.NONE);
    }

    /** What it names. */
    @JsonIgnore
    public ObjectRef ref() {
        return new ObjectRef(apiVersion, kind, namespace, name);
    }
}
