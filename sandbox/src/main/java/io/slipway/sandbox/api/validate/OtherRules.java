package io.slipway.sandbox.api.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Pods, Services, Ingresses, autoscalers, access and CustomResourceDefinitions. */
final class OtherRules {

    private static final List<String> PATH_TYPES = List.of("Exact", "ImplementationSpecific", "Prefix");

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
        Set<String> names = new HashSet<>();
        int index = 0;
        for (JsonNode port : spec.path("ports")) {
            String at = "spec.ports[%d]".formatted(index++);
            Ports.check(at + ".port", port.path("port"), mistakes);
            if (port.path("targetPort").isNumber()) {
                Ports.check(at + ".targetPort", port.path("targetPort"), mistakes);
            }
            portName(
                    at + ".name",
                    port.path("name").asText(""),
                    spec.path("ports").size(),
                    names,
                    mistakes);
        }
        previous.map(old -> old.at("/spec/clusterIP").asText(""))
                .filter(old ->
                        !old.isEmpty() && !old.equals(spec.path("clusterIP").asText("")))
                .filter(old -> !spec.path("type").asText().equals("ExternalName"))
                .ifPresent(old -> mistakes.invalid(
                        "spec.clusterIPs[0]", spec.path("clusterIP").asText(""), "may not change once set"));
    }

    private static void portName(String field, String name, int ports, Set<String> names, Mistakes mistakes) {
        if (name.isEmpty()) {
            if (ports > 1) {
                mistakes.required(field);
            }
            return;
        }
        Names.label(name).ifPresent(why -> mistakes.invalid(field, name, why));
        if (!names.add(name)) {
            mistakes.duplicate(field, name);
        }
    }

    static void ingress(JsonNode object, Optional<ObjectNode> previous, Mistakes mistakes) {
        int rule = 0;
        for (JsonNode one : object.path("spec").path("rules")) {
            String paths = "spec.rules[%d].http.paths".formatted(rule++);
            int index = 0;
            for (JsonNode path : one.path("http").path("paths")) {
                ingressPath("%s[%d]".formatted(paths, index++), path, mistakes);
            }
        }
    }

    private static void ingressPath(String at, JsonNode path, Mistakes mistakes) {
        String type = path.path("pathType").asText("");
        if (type.isEmpty()) {
            mistakes.required(at + ".pathType", "pathType must be specified");
        } else if (!PATH_TYPES.contains(type)) {
            mistakes.unsupported(at + ".pathType", type, PATH_TYPES);
        } else if (!type.equals("ImplementationSpecific")
                && !path.path("path").asText("").startsWith("/")) {
            mistakes.invalid(at + ".path", path.path("path").asText(""), "must be an absolute path");
        }
    }

    static void autoscaler(JsonNode object, Optional<ObjectNode> previous, Mistakes mistakes) {
        JsonNode most = object.path("spec").path("maxReplicas");
        if (most.asInt() < 1) {
            mistakes.invalid("spec.maxReplicas", most, "must be greater than 0");
        } else if (most.asInt() < object.path("spec").path("minReplicas").asInt(1)) {
            mistakes.invalid("spec.maxReplicas", most, "must be greater than or equal to `minReplicas`");
        }
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
