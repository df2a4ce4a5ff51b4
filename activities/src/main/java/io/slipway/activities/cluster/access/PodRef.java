package io.slipway.activities.cluster.access;

/**
 * A container of a pod.
 *
 * @param namespace of the pod
 * @param pod its name
 * @param container its name, never empty
 */
public record PodRef(String namespace, String pod, String container) {
    /** For people: {@code pod/x}. */
    public String display() {
        return "pod/" + pod;
    }
}
