package io.slipway.sandbox.api.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ResourceKind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Names, labels and annotations. */
final class MetadataRules {

    private static final int ANNOTATIONS_LIMIT = 256 << 10;
    /** Kinds whose names may hold nearly anything, such as {@code system:basic-user}. */
    private static final Set<String> FREE = Set.of(
            "roles.rbac.authorization.k8s.io",
            "rolebindings.rbac.authorization.k8s.io",
            "clusterroles.rbac.authorization.k8s.io",
            "clusterrolebindings.rbac.authorization.k8s.io",
            "imagestreamtags.image.openshift.io",
            "images.image.openshift.io");

    private MetadataRules() {}

    static void check(ResourceKind kind, JsonNode object, Mistakes mistakes) {
        String name = Meta.name(object);
        if (name.isEmpty()) {
            mistakes.required("metadata.name", "name or generateName is required");
        } else {
            nameForm(kind, name).ifPresent(why -> mistakes.invalid("metadata.name", name, why));
        }
        labels("metadata.labels", object.path("metadata").path("labels"), mistakes);
        annotations("metadata.annotations", object.path("metadata").path("annotations"), mistakes);
        int size = Meta.annotations(object).entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
                .sum();
        if (size > ANNOTATIONS_LIMIT) {
            mistakes.invalid("metadata.annotations", "...", "must have at most " + ANNOTATIONS_LIMIT + " bytes");
        }
    }

    /** What is on its way out is not held by somebody new. */
    static void noNewFinalizers(JsonNode old, JsonNode object, Mistakes mistakes) {
        Set<String> added = new TreeSet<>(Meta.finalizers(object));
        Meta.finalizers(old).forEach(added::remove);
        if (!added.isEmpty()) {
            String names = added.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
            mistakes.forbidden(
                    "metadata.finalizers",
                    "no new finalizers can be added if the object is being deleted, found new finalizers []string{%s}"
                            .formatted(names));
        }
    }

    static void labels(String field, JsonNode labels, Mistakes mistakes) {
        labels.properties().forEach(entry -> {
            Names.labelKey(entry.getKey()).ifPresent(why -> mistakes.invalid(field, entry.getKey(), why));
            String value = entry.getValue().asText();
            Names.labelValue(value).ifPresent(why -> mistakes.invalid(field, value, why));
        });
    }

    /** Their keys have the form of labels' keys, in any case. */
    static void annotations(String field, JsonNode annotations, Mistakes mistakes) {
        annotations
                .properties()
                .forEach(entry -> Names.labelKey(entry.getKey().toLowerCase(Locale.ROOT))
                        .ifPresent(why -> mistakes.invalid(field, entry.getKey(), why)));
    }

    private static Optional<String> nameForm(ResourceKind kind, String name) {
        return switch (kind.resource()) {
            case "services" -> Names.label1035(name);
            case "namespaces" -> Names.label(name);
            default ->
                FREE.contains(kind.resource())
                        ? name.contains("/") ? Optional.of("may not contain '/'") : Optional.empty()
                        : Names.subdomain(name);
        };
    }
}
