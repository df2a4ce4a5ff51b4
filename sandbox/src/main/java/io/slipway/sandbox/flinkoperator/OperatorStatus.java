package io.slipway.sandbox.flinkoperator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The status of a FlinkDeployment or FlinkSessionJob, with the fields and words of release 1.12.
 *
 * @param object the object, a copy that may be changed
 * @see <a href="https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-release-1.12/docs/custom-resource/reference/">Reference</a>
 */
record OperatorStatus(ObjectNode object) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    static final String UPGRADING = "UPGRADING";
    static final String DEPLOYED = "DEPLOYED";

    ObjectNode status() {
        return object.withObject("/status");
    }

    private ObjectNode reconciliation() {
        return status().withObject("/reconciliationStatus");
    }

    /** How far the operator is: UPGRADING or DEPLOYED. */
    String state() {
        return object.at("/status/reconciliationStatus/state").asText("");
    }

    /** The spec that was last carried out, or empty before the first time. */
    Optional<JsonNode> lastReconciled() {
        return Optional.of(spec("lastReconciledSpec")).filter(spec -> !spec.isMissingNode());
    }

    private JsonNode spec(String field) {
        String text = object.at("/status/reconciliationStatus/" + field).asText("");
        try {
            return text.isEmpty()
                    ? MissingNode.getInstance()
                    : MAPPER.readTree(text).path("spec");
        } catch (JsonProcessingException unreadable) {
            return MissingNode.getInstance();
        }
    }

    /** Notes that the present spec is the one that is carried out. */
    void reconciled(String state) {
        boolean first = lastReconciled().isEmpty();
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        kept.set("spec", object.path("spec"));
        kept.putObject("resource_metadata")
                .put("apiVersion", object.path("apiVersion").asText())
                .put("firstDeployment", first)
                .putObject("metadata")
                .put("generation", object.at("/metadata/generation").asLong(1));
        reconciliation()
                .put("reconciliationTimestamp", System.currentTimeMillis())
                .put("lastReconciledSpec", kept.toString())
                .put("state", state);
        status().put("observedGeneration", object.at("/metadata/generation").asLong(1));
        status().putNull("error");
    }

    void state(String state) {
        reconciliation().put("state", state);
    }

    /** Notes that the spec that was carried out works. */
    void stable() {
        reconciliation()
                .put(
                        "lastStableSpec",
                        reconciliation().path("lastReconciledSpec").asText());
    }

    /** The error as the operator writes it: a document in a text. */
    void error(String type, String message) {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.put("type", "org.apache.flink.kubernetes.operator.exception." + type)
                .put("message", message);
        error.putObject("additionalMetadata");
        error.putArray("throwableList");
        status().put("error", error.toString());
    }

    void noError() {
        status().putNull("error");
    }

    boolean hasError() {
        return !object.at("/status/error").asText("").isEmpty();
    }

    /** The job's part. */
    ObjectNode job() {
        return status().withObject("/jobStatus");
    }

    String jobId() {
        return object.at("/status/jobStatus/jobId").asText("");
    }

    String jobState() {
        return object.at("/status/jobStatus/state").asText("");
    }

    /** Writes the state in which the whole is, as the operator derives it from the rest. */
    OperatorStatus settle() {
        status().put("lifecycleState", lifecycle());
        return this;
    }

    private String lifecycle() {
        if (lastReconciled().isEmpty()) {
            return hasError() ? "FAILED" : "CREATED";
        }
        if (state().equals(UPGRADING)) {
            return UPGRADING;
        }
        if (spec("lastReconciledSpec").at("/job/state").asText("").equals("suspended")) {
            return "SUSPENDED";
        }
        if (jobState().equals("FAILED")) {
            return "FAILED";
        }
        return spec("lastReconciledSpec").equals(spec("lastStableSpec")) ? "STABLE" : DEPLOYED;
    }
}
