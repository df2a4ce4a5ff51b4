package io.slipway.sandbox.openshift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.images.Digests;
import io.slipway.sandbox.images.ImageLookup;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Process;
import io.slipway.sandbox.workloads.Workload;
import java.time.Duration;
import java.util.Optional;

/** The builder image: clones, builds, pushes into the ImageStream. */
public final class BuildWorkload implements Workload {
    private final ObjectStore store;
    private final BuildFailures failures;

    public BuildWorkload(ObjectStore store, BuildFailures failures) {
        this.store = store;
        this.failures = failures;
    }

    @Override
    public boolean runs(Container container) {
        return Meta.labels(container.pod()).containsKey(BuildPods.LABEL);
    }

    @Override
    public int run(Process process) throws InterruptedException {
        String name = Meta.labels(process.container().pod()).get(BuildPods.LABEL);
        ObjectNode build =
                store.view(Kinds.BUILD, process.container().namespace(), name).orElse(null);
        if (build == null) {
            process.log("error: the Build " + name + " is gone");
            return 1;
        }
        Optional<String> reason = failures.of(build).map(BuildFailures::reason);
        BuildRecipe recipe = BuildRecipe.of(build);
        Duration pause = recipe.total().dividedBy(recipe.steps().size() + 2L);
        cloneSource(process, build);
        process.sleep(pause);
        if (reason.filter(one -> one.equals("FetchSourceFailed") || one.equals("PullBuilderImageFailed"))
                .isPresent()) {
            return fail(process, reason.get());
        }
        if (!steps(process, recipe, pause, reason)) {
            return fail(process, reason.orElse("DockerBuildFailed"));
        }
        if (failures.hangs(build)) {
            process.runForEver();
        }
        return push(process, build, pause, reason);
    }

    private static int fail(Process process, String reason) {
        BuildFailures.lines(reason).forEach(process::log);
        return reason.equals("OutOfMemoryKilled") ? 137 : 1;
    }

    private static void cloneSource(Process process, ObjectNode build) {
        JsonNode git = build.path("spec").path("source").path("git");
        if (git.isMissingNode()) {
            process.log("Using the Dockerfile of the build configuration");
            return;
        }
        process.log("Cloning \"" + git.path("uri").asText() + "\" ...");
        process.log("\tBranch:\t" + git.path("ref").asText("HEAD") + " (simulated: nothing is fetched)");
    }

    /** Logs the steps; false when the scripted failure strikes here. */
    private static boolean steps(Process process, BuildRecipe recipe, Duration pause, Optional<String> reason)
            throws InterruptedException {
        int count = recipe.steps().size();
        boolean breaks =
                reason.filter(one -> !one.equals("PushImageToRegistryFailed")).isPresent();
        for (int index = 0; index < count; index++) {
            process.log(
                    "STEP " + (index + 1) + "/" + count + ": " + recipe.steps().get(index));
            process.sleep(pause);
            if (breaks && index >= count / 2) {
                return false;
            }
            process.log("--> " + Digests.of(recipe.steps().get(index)).substring(7, 19));
        }
        return true;
    }

    private int push(Process process, ObjectNode build, Duration pause, Optional<String> reason)
            throws InterruptedException {
        String target = build.path("status").path("outputDockerImageReference").asText("");
        if (target.isEmpty()) {
            process.log("Build complete, no image push requested");
            return 0;
        }
        process.log("Pushing image " + target + " ...");
        process.sleep(pause);
        if (reason.isPresent()) {
            return fail(process, reason.get());
        }
        String digest = BuildPods.digest(build);
        String tag = build.path("spec").path("output").path("to").path("name").asText();
        ImageStreams.push(store, Meta.namespace(build), tag, digest);
        String repository = ImageLookup.REGISTRY + "/" + Meta.namespace(build) + "/" + tag.replaceAll(":.*", "");
        process.log("Successfully pushed " + repository + "@" + digest);
        process.log("Push successful");
        return 0;
    }
}
