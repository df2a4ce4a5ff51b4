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
    private static final int CRON_FIELDS = 5;
    private static final List<String> STRATEGIES = List.of("Recreate", "RollingUpdate");
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
        template("spec", spec, mistakes);
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

    static void deployment(JsonNode object, Optional<ObjectNode> previous, Mistakes mistakes) {
        controller(object, previous, mistakes);
        JsonNode strategy = object.path("spec").path("strategy");
        String type = strategy.path("type").asText("");
        JsonNode rolling = strategy.path("rollingUpdate");
        if (!STRATEGIES.contains(type)) {
            mistakes.unsupported("spec.strategy.type", type, STRATEGIES);
        } else if (type.equals("Recreate") && !rolling.isMissingNode()) {
            mistakes.forbidden(
                    "spec.strategy.rollingUpdate", "may not be specified when strategy `type` is 'Recreate'");
        } else if (isZero(rolling.path("maxSurge")) && isZero(rolling.path("maxUnavailable"))) {
            mistakes.invalid(
                    "spec.strategy.rollingUpdate.maxUnavailable",
                    rolling.path("maxUnavailable"),
                    "may not be 0 when `maxSurge` is 0");
        }
    }

    private static boolean isZero(JsonNode amount) {
        return List.of("0", "0%").contains(amount.asText(""));
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
        jobSpec("spec", spec, mistakes);
        previous.ifPresent(old -> {
            immutable("spec.selector", old.at("/spec/selector"), spec.path("selector"), mistakes);
            immutable("spec.completions", old.at("/spec/completions"), spec.path("completions"), mistakes);
            if (!old.at("/spec/suspend").asBoolean()) {
                immutable("spec.template", old.at("/spec/template"), spec.path("template"), mistakes);
            }
        });
    }

    static void cronJob(JsonNode object, Optional<ObjectNode> previous, Mistakes mistakes) {
        JsonNode spec = object.path("spec");
        String schedule = spec.path("schedule").asText("").strip();
        List<String> fields = List.of(schedule.split("\\s+", -1));
        if (schedule.isEmpty()) {
            mistakes.required("spec.schedule");
        } else if (!schedule.startsWith("@") && fields.size() != CRON_FIELDS) {
            String why = "expected exactly %d fields, found %d: [%s]"
                    .formatted(CRON_FIELDS, fields.size(), String.join(" ", fields));
            mistakes.invalid("spec.schedule", schedule, why);
        }
        jobSpec("spec.jobTemplate.spec", spec.path("jobTemplate").path("spec"), mistakes);
    }

    private static void jobSpec(String path, JsonNode spec, Mistakes mistakes) {
        template(path, spec, mistakes);
        JsonNode pod = spec.path("template").path("spec");
        String at = path + ".template.spec";
        if (pod.path("restartPolicy").asText("Always").equals("Always")) {
            mistakes.required(at + ".restartPolicy", "valid values: \"OnFailure\", \"Never\"");
        } else {
            PodRules.restart(at, pod, List.of("OnFailure", "Never"), mistakes);
        }
    }

    static void immutable(String field, JsonNode old, JsonNode now, Mistakes mistakes) {
        if (!old.equals(now)) {
            mistakes.invalid(field, now, IMMUTABLE);
        }
    }

    private static void template(String path, JsonNode spec, Mistakes mistakes) {
        Set<String> claims = new HashSet<>();
        spec.path("volumeClaimTemplates")
                .forEach(claim -> claims.add(claim.at("/metadata/name").asText()));
        PodRules.spec(path + ".template.spec", spec.path("template").path("spec"), claims, mistakes);
        JsonNode metadata = spec.path("template").path("metadata");
        MetadataRules.labels(path + ".template.labels", metadata.path("labels"), mistakes);
        MetadataRules.annotations(path + ".template.annotations", metadata.path("annotations"), mistakes);
    }

    private static JsonNode without(JsonNode spec) {
        return spec.isObject() ? ((ObjectNode) spec.deepCopy()).remove(STATEFUL_CHANGES) : spec;
    }
}
