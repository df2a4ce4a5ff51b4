package io.slipway.sandbox.openshift;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.kube.Conditions;
import io.slipway.sandbox.kube.Times;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import java.util.List;
import java.util.function.Consumer;

/** Writes the status of Builds. */
public final class BuildStatus {
    private static final long NANOS = 1_000_000_000L;

    private final ObjectStore store;
    private final BuildFailures failures;
    private final LogTail logs;

    /** Reads the last lines of a build's log. */
    @FunctionalInterface
    public interface LogTail {
        List<String> last(String namespace, String pod, int lines);
    }

    public BuildStatus(ObjectStore store, BuildFailures failures, LogTail logs) {
        this.store = store;
        this.failures = failures;
        this.logs = logs;
    }

    boolean outputExists(ObjectNode build) {
        String tag = build.path("spec").path("output").path("to").path("name").asText("");
        String stream = tag.contains(":") ? tag.substring(0, tag.indexOf(':')) : tag;
        boolean intoStream = build.path("spec")
                .path("output")
                .path("to")
                .path("kind")
                .asText()
                .equals("ImageStreamTag");
        return !intoStream
                || store.view(Kinds.IMAGE_STREAM, Meta.namespace(build), stream).isPresent();
    }

    void invalidOutput(ObjectNode build) {
        phase(
                build,
                "New",
                status -> status.put("reason", "InvalidOutputReference")
                        .put("message", "Output image could not be resolved."));
    }

    /** The admission of its pod was refused; an event says why. */
    void refused(ObjectNode build) {
        phase(
                build,
                "New",
                status -> status.put("reason", "CannotCreateBuildPod").put("message", "Failed creating build pod."));
    }

    void pending(ObjectNode build) {
        store.mutate(Kinds.BUILD, Meta.namespace(build), Meta.name(build), now -> {
            now.withObject("/metadata")
                    .withObject("/annotations")
                    .put("openshift.io/build.pod-name", BuildPods.name(build));
            return now;
        });
        phase(build, "Pending", status -> {
            status.remove(List.of("reason", "message"));
        });
    }

    void running(ObjectNode build) {
        phase(build, "Running", status -> status.put("startTimestamp", Times.now()));
    }

    void complete(ObjectNode build) {
        phase(build, "Complete", status -> {
            end(status, build);
            status.putObject("output").putObject("to").put("imageDigest", BuildPods.digest(build));
        });
    }

    void failed(ObjectNode build, ObjectNode pod) {
        String reason = failures.of(build).map(BuildFailures::reason).orElse("GenericBuildFailed");
        int code = pod.path("status")
                .path("containerStatuses")
                .path(0)
                .path("state")
                .path("terminated")
                .path("exitCode")
                .asInt();
        String shown = code == 137
                ? "OutOfMemoryKilled"
                : pod.path("status").path("reason").asText().equals("Evicted") ? "BuildPodEvicted" : reason;
        phase(build, "Failed", status -> {
            end(status, build);
            status.put("reason", shown).put("message", BuildFailures.message(shown));
            status.put("logSnippet", String.join("\n", logs.last(Meta.namespace(build), BuildPods.name(build), 5)));
        });
    }

    void error(ObjectNode build, String reason, String message) {
        phase(build, "Error", status -> {
            end(status, build);
            status.put("reason", reason).put("message", message);
        });
    }

    void cancelled(ObjectNode build) {
        phase(build, "Cancelled", status -> {
            end(status, build);
            status.put("reason", "CancelledBuild").put("message", "The build was cancelled by the user.");
        });
    }

    private static void end(ObjectNode status, ObjectNode build) {
        if (!status.has("startTimestamp")) {
            status.put("startTimestamp", Times.now());
        }
        status.put("completionTimestamp", Times.now());
        status.put("duration", BuildRecipe.of(build).total().toSeconds() * NANOS);
    }

    private void phase(ObjectNode build, String phase, Consumer<ObjectNode> rest) {
        store.mutateStatus(Kinds.BUILD, Meta.namespace(build), Meta.name(build), now -> {
            ObjectNode status = now.withObject("/status").put("phase", phase);
            rest.accept(status);
            for (String type : List.of("New", "Pending", "Running", "Complete", "Failed", "Error", "Cancelled")) {
                if (type.equals(phase) || Conditions.find(status, type).isPresent()) {
                    Conditions.set(status, type, type.equals(phase), "", "");
                }
            }
            return now;
        });
    }
}
