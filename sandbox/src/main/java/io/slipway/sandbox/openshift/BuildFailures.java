package io.slipway.sandbox.openshift;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.faults.Fault;
import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.faults.Faults;
import io.slipway.sandbox.kube.Lineage;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why builds fail, and what OpenShift says about each reason. */
public final class BuildFailures {
    private static final Map<String, String> MESSAGES = Map.of(
            "DockerBuildFailed", "Dockerfile build strategy has failed.",
            "FetchSourceFailed", "Failed to fetch the input source.",
            "PushImageToRegistryFailed", "Failed to push the image to the registry.",
            "PullBuilderImageFailed", "Failed pulling builder image.",
            "AssembleFailed", "Assemble script failed.",
            "OutOfMemoryKilled", "The build pod was killed due to an out of memory condition.",
            "BuildPodEvicted", "The node was low on resource: memory.",
            "GenericBuildFailed", "Generic Build failure - check logs for details.");

    private final ObjectStore store;
    private final Faults faults;

    public BuildFailures(ObjectStore store, Faults faults) {
        this.store = store;
        this.faults = faults;
    }

    /** The scripted failure of a build, if there is one; or the one its own source causes. */
    Optional<Fault> of(ObjectNode build) {
        return faults.strike(FaultKind.BUILD_FAILED, Lineage.of(store, Kinds.BUILD, build), Meta.uid(build));
    }

    boolean hangs(ObjectNode build) {
        return faults.strikes(FaultKind.BUILD_HANGS, Lineage.of(store, Kinds.BUILD, build), Meta.uid(build));
    }

    static String reason(Fault fault) {
        return fault.arg(0, "DockerBuildFailed");
    }

    static String message(String reason) {
        return MESSAGES.getOrDefault(reason, "The build failed: " + reason + ".");
    }

    /** The last lines of a log that ends for this reason. */
    static List<String> lines(String reason) {
        return switch (reason) {
            case "FetchSourceFailed" ->
                List.of("error: fatal: unable to access the repository: Could not resolve host: github.com");
            case "PushImageToRegistryFailed" ->
                List.of(
                        "Warning: Push failed, retrying in 5s ...",
                        "error: build error: Failed to push image: authentication required");
            case "PullBuilderImageFailed" ->
                List.of("error: build error: initializing source: reading manifest: manifest unknown");
            case "OutOfMemoryKilled" -> List.of("Killed");
            default ->
                List.of(
                        "curl: (22) The requested URL returned error: 404",
                        "error: build error: building at STEP \"RUN ./fetch-jars.sh\": while running runtime: exit status 22");
        };
    }
}
