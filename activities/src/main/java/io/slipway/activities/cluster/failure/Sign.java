package io.slipway.activities.cluster.failure;

import java.util.Map;
import java.util.Objects;

/**
 * Something an object shows that may be the reason why it does not become ready.
 *
 * @param source where it was seen
 * @param object the object, as kind/name in lower case
 * @param kind its kind
 * @param reason the CamelCase word, such as {@code ImagePullBackOff}; for a condition {@code Type=Status} and the
 *     reason, parted by a blank
 * @param message the sentence that came with it, possibly empty
 * @param details more for messages: container, image, exitCode, lastReason, restarts, node
 */
record Sign(Source source, String object, String kind, String reason, String message, Map<String, String> details) {

    /** Where signs are seen. */
    enum Source {
        /** A container waits. */
        WAITING,
        /** A container of a pod that is not ready has ended with an error, now or the last time. */
        ENDED,
        /** A pod as a whole: the reason of its status, or its phase. */
        POD,
        /** A condition of any object. */
        CONDITION,
        /** A warning about an object that is not ready. */
        EVENT,
        /** The phase of any other object. */
        PHASE
    }

    Sign {
        Objects.requireNonNull(source, "source");
        details = Map.copyOf(details);
    }
}
