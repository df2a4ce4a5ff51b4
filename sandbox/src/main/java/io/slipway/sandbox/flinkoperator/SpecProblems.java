package io.slipway.sandbox.flinkoperator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the operator's validator refuses, in its words.
 *
 * @see <a href="https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-release-1.12/docs/custom-resource/reference/">Reference</a>
 */
final class SpecProblems {
    private static final Pattern NAME = Pattern.compile("[a-z]([-a-z\\d]{0,43}[a-z\\d])?");
    private static final Pattern MEMORY = Pattern.compile("\\d+(\\.\\d+)?\\s*([kmgtKMGT]i?b?|bytes)?");

    private SpecProblems() {}

    static Optional<String> of(DeploymentSpec spec) {
        if (!NAME.matcher(spec.name()).matches()) {
            return Optional.of(
                    "The FlinkDeployment name: %s is invalid, must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123'), and the length must be no more than 45 characters."
                            .formatted(spec.name()));
        }
        if (!spec.spec().hasNonNull("flinkVersion")) {
            return Optional.of("Flink Version must be defined.");
        }
        if (!spec.spec().hasNonNull("serviceAccount")) {
            return Optional.of(
                    "spec.serviceAccount must be defined. If you use helm, its value should be the same with the name of jobServiceAccount.");
        }
        return memory(spec.spec(), "JobManager", "jobManager")
                .or(() -> memory(spec.spec(), "TaskManager", "taskManager"))
                .or(() -> spec.isSession() ? Optional.empty() : job(spec.spec().path("job"), spec.isHighlyAvailable()));
    }

    private static Optional<String> memory(JsonNode spec, String component, String key) {
        String memory = spec.path(key).path("resource").path("memory").asText("");
        if (memory.isEmpty()) {
            return Optional.of(
                    "%s resource memory must be defined using `spec.%s.resource.memory`".formatted(component, key));
        }
        return MEMORY.matcher(memory).matches()
                ? Optional.empty()
                : Optional.of("%s resource memory parse error: %s"
                        .formatted(component, "Could not parse value '" + memory + "'."));
    }

    /** Also for the job of a FlinkSessionJob. */
    static Optional<String> job(JsonNode job, boolean highlyAvailable) {
        if (job.has("parallelism") && job.path("parallelism").asInt(1) < 1) {
            return Optional.of("Job parallelism must be larger than 0");
        }
        if (job.path("upgradeMode").asText().equals("last-state") && !highlyAvailable) {
            return Optional.of("Job could not be upgraded with last-state while HA disabled");
        }
        return Optional.empty();
    }
}
