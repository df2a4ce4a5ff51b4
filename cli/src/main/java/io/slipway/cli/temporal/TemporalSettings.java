package io.slipway.cli.temporal;

import io.temporal.envconfig.ClientConfigProfile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A Temporal server and what is used of it.
 *
 * @param profile address, namespace, TLS and API key
 * @param taskQueue the task queue of the workers
 * @param ui where its UI is, when that is known
 */
public record TemporalSettings(ClientConfigProfile profile, String taskQueue, Optional<String> ui) {
    /** Host and port. */
    public String address() {
        return profile.getAddress();
    }

    /** The namespace. */
    public String namespace() {
        return profile.getNamespace();
    }

    /** The page of a rollout in the Temporal UI, when it is known where that is. */
    public Optional<String> link(String rollout) {
        return ui.map(base -> base.replaceFirst("/+$", "") + "/namespaces/" + encoded(namespace()) + "/workflows/"
                + encoded(rollout));
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The API key is a secret. */
    @Override
    public String toString() {
        return address() + ", namespace " + namespace() + ", task queue " + taskQueue;
    }
}
