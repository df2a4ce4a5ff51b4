package io.slipway.sandbox.api.discovery;

import java.util.List;
import java.util.Set;

/**
 * A resource as discovery shows it.
 *
 * @param group the API group, empty for the core group
 * @param version the version
 * @param plural the name in URLs
 * @param singular the singular name
 * @param kind the kind
 * @param namespaced whether objects live in a namespace
 * @param shortNames abbreviations
 * @param categories groups of kinds
 * @param verbs what can be done
 * @param subresources such as {@code status}
 */
record ServedResource(
        String group,
        String version,
        String plural,
        String singular,
        String kind,
        boolean namespaced,
        List<String> shortNames,
        List<String> categories,
        List<String> verbs,
        Set<String> subresources) {

    String groupVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }
}
