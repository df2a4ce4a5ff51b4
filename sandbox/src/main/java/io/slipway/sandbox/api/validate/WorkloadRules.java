package io.slipway.sandbox.api.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.select.LabelSelector;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What makes pods: selectors that fit, templates that are whole, fields that never change. */
final class WorkloadRules {

    private static final String IMMUTABLE = "field is immutable";
    private static final Set<String> STATEFUL_CHANGES = Set.of(
            "replicas",
            "ordinals",
            "template",
            "updateStrategy",
            "revisionHistoryLimit",
            "persistentVolumeClaimRetentionPolicy",
            "minReadySeconds");

    private WorkloadRules() {}

    static void controller(JsonNode object, Optional<ObjectNode> previous, Mistakes mistakes) {
        JsonNode spec = object.path("spec");
        JsonNode selector = spec.path("selector");
        if (selector.path("matchLabels").isEmpty()
                && selector.path("matchExpressions").isEmpty()) {
            mistakes.required("spec.selector");
        }
        template(spec, mistakes);
        PodRules.restart("spec.template.spec", spec.path("template").path("spec"), List.of("Always"), mistakes);
        JsonNode template = spec.path("template");
        if (!selector.isMissingNode() && !LabelSelector.of(selector).test(template)) {
            JsonNode labels = template.path("metadata").path("labels");
            mistakes.invalidMap("spec.template.metadata.labels", labels, "`selector` does not match template `labels`");
        }
        int replicas = spec.path("replicas").asInt();
        if (replicas < 0) {
            mistakes.invalid("spec.replicas", spec.path("replicas"), "must be greater than or equal to 0");
        }
        previous.filter(old -> !old.at("/spec/selector").equals(selector))
                .ifPresent(old -> mistakes.invalidSelector("spec.selector", selector, IMMUTABLE));
    }

    static void statefulSet(JsonNode object, Optional<ObjectNode> previous, Mistakes mistakes) {
        controller(object, Optional.empty(), mistakes);
        previous.ifPresent(old -> {
            if (!without(old.path("spec")).equals(without(object.path("spec")))) {
                mistakes.forbidden(
                        "spec",
                        "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', "
                                + "'updateStrategy', 'persistentVolumeClaimRetentionPolicy' and "
                                + "'minReadySeconds' are forbidden");
            }
        });
    }

    static void job(JsonNode object, Optional<ObjectNode> previous, Mistakes mistakes) {
        JsonNode spec = object.path("spec");
        template(spec, mistakes);
        String policy = spec.at("/template/spec/restartPolicy").asText("Always");
        if (policy.equals("Always")) {
            mistakes.required("spec.template.spec.restartPolicy", "valid values: \"OnFailure\", \"Never\"");
        } else {
            PodRules.restart(
                    "spec.template.spec", spec.path("template").path("spec"), List.of("OnFailure", "Never"), mistakes);
        }
        previous.ifPresent(old -> {
            immutable("spec.selector", old.at("/spec/selector"), spec.path("selector"), mistakes);
            immutable("spec.completions", old.at("/spec/completions"), spec.path("completions"), mistakes);
            if (!old.at("/spec/suspend").asBoolean()) {
                immutable("spec.template", old.at("/spec/template"), spec.path("template"), mistakes);
            }
        });
    }

    static void immutable(String field, JsonNode old, JsonNode now, Mistakes mistakes) {
        if (!old.equals(now)) {
            mistakes.invalid(field, now, IMMUTABLE);
        }
    }

    private static void template(JsonNode spec, Mistakes mistakes) {
        Set<String> claims = new HashSet<>();
        spec.path("volumeClaimTemplates")
                .forEach(claim -> claims.add(claim.at("/metadata/name").asText()));
        PodRules.spec("spec.template.spec", spec.path("template").path("spec"), claims, mistakes);
        JsonNode labels = spec.path("template").path("metadata").path("labels");
        MetadataRules.labels("spec.template.labels", labels, mistakes);
    }

    private static JsonNode without(JsonNode spec) {
        return spec.isObject() ? ((ObjectNode) spec.deepCopy()).remove(STATEFUL_CHANGES) : spec;
    }
}
