package io.slipway.sandbox.api.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Services, configuration, storage, access and CustomResourceDefinitions. */
final class OtherRules {

    private static final int DATA_LIMIT = 1 << 20;

    private OtherRules() {}

    static void pod(JsonNode object, Optional<ObjectNode> previous, Mistakes mistakes) {
        PodRules.spec("spec", object.path("spec"), mistakes);
        PodRules.restart("spec", object.path("spec"), List.of("Always", "OnFailure", "Never"), mistakes);
        previous.filter(old -> !PodChanges.allowed(old.path("spec"), object.path("spec")))
                .ifPresent(old -> mistakes.forbidden("spec", PodChanges.RULE));
    }

    static void service(JsonNode object, Optional<ObjectNode> previous, Mistakes mistakes) {
        JsonNode spec = object.path("spec");
        boolean headless = spec.path("clusterIP").asText("").equals("None");
        if (spec.path("ports").isEmpty()
                && !headless
                && !spec.path("type").asText().equals("ExternalName")) {
            mistakes.required("spec.ports");
        }
        int index = 0;
        for (JsonNode port : spec.path("ports")) {
            String at = "spec.ports[%d]".formatted(index++);
            Ports.check(at + ".port", port.path("port"), mistakes);
            if (port.path("targetPort").isNumber()) {
                Ports.check(at + ".targetPort", port.path("targetPort"), mistakes);
            }
            if (spec.path("ports").size() > 1 && port.path("name").asText("").isEmpty()) {
                mistakes.required(at + ".name");
            }
        }
        previous.map(old -> old.at("/spec/clusterIP").asText(""))
                .filter(old ->
                        !old.isEmpty() && !old.equals(spec.path("clusterIP").asText("")))
                .filter(old -> !spec.path("type").asText().equals("ExternalName"))
                .ifPresent(old -> mistakes.invalid(
                        "spec.clusterIPs[0]", spec.path("clusterIP").asText(""), "may not change once set"));
    }

    static void config(JsonNode object, Optional<ObjectNode> previous, Mistakes mistakes) {
        if (object.path("data").toString().length() > DATA_LIMIT) {
            mistakes.invalid("data", "...", "Too long: must have at most " + DATA_LIMIT + " bytes");
        }
        previous.filter(old -> old.path("immutable").asBoolean()).ifPresent(old -> {
            if (!old.path("data").equals(object.path("data"))) {
                mistakes.forbidden("data", "field is immutable when `immutable` is set");
            }
        });
    }

    static void secret(JsonNode object, Optional<ObjectNode> previous, Mistakes mistakes) {
        config(object, previous, mistakes);
        previous.ifPresent(old -> WorkloadRules.immutable("type", old.path("type"), object.path("type"), mistakes));
        object.path("data").properties().forEach(entry -> {
            try {
                Base64.getMimeDecoder().decode(entry.getValue().asText());
            } catch (IllegalArgumentException wrong) {
                mistakes.invalid("data[" + entry.getKey() + "]", "<redacted>", "illegal base64 data");
            }
        });
    }

    static void claim(JsonNode object, Optional<ObjectNode> previous, Mistakes mistakes) {
        if (object.at("/spec/accessModes").isEmpty()) {
            mistakes.required("spec.accessModes", "at least 1 access mode is required");
        }
        if (object.at("/spec/resources/requests/storage").isMissingNode()) {
            mistakes.required("spec.resources[storage]");
        }
        previous.ifPresent(old -> {
            ObjectNode was = ((ObjectNode) old.path("spec").deepCopy()).without(List.of("resources", "volumeName"));
            ObjectNode is = ((ObjectNode) object.path("spec").deepCopy()).without(List.of("resources", "volumeName"));
            if (was.has("storageClassName") && !was.equals(is)) {
                mistakes.forbidden(
                        "spec",
                        "spec is immutable after creation except resources.requests and volumeAttributesClassName for "
                                + "bound claims");
            }
        });
    }

    static void binding(JsonNode object, Optional<ObjectNode> previous, Mistakes mistakes) {
        if (object.at("/roleRef/name").asText("").isEmpty()) {
            mistakes.required("roleRef.name");
        }
        previous.filter(old -> !old.path("roleRef").equals(object.path("roleRef")))
                .ifPresent(old -> mistakes.invalid("roleRef", object.path("roleRef"), "cannot change roleRef"));
    }

    static void crd(JsonNode object, Optional<ObjectNode> previous, Mistakes mistakes) {
        String expected = object.at("/spec/names/plural").asText() + "."
                + object.at("/spec/group").asText();
        String name = object.at("/metadata/name").asText();
        if (!name.equals(expected)) {
            mistakes.invalid("metadata.name", name, "must be spec.names.plural+\".\"+spec.group");
        }
        if (object.at("/spec/versions").isEmpty()) {
            mistakes.required("spec.versions");
        }
    }
}
