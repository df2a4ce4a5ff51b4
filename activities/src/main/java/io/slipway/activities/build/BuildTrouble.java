package io.slipway.activities.build;

import java.util.Map;

/**
 * What lies behind a reason of a failed Build, and what to do.
 *
 * @param cause what lies behind it
 * @param fix what to do
 * @see <a href="https://docs.redhat.com/en/documentation/openshift_container_platform/4.19/html/builds_using_buildconfig/">Builds using BuildConfig</a>
 */
record BuildTrouble(String cause, String fix) {
    private static final BuildTrouble UNKNOWN =
            new BuildTrouble("the build ended with an error", "read the build's log in the report");

    private static final Map<String, BuildTrouble> KNOWN = Map.ofEntries(
            Map.entry(
                    "DockerBuildFailed",
                    new BuildTrouble(
                            "an instruction of the Dockerfile failed",
                            "correct the instruction that the log ends with")),
            Map.entry(
                    "GenericBuildFailed",
                    new BuildTrouble("the build's program failed", "correct what the log ends with")),
            Map.entry(
                    "FetchSourceFailed",
                    new BuildTrouble(
                            "the source could not be fetched",
                            "correct source.git.uri and ref, let the cluster reach the repository, or give a sourceSecret")),
            Map.entry(
                    "PullBuilderImageFailed",
                    new BuildTrouble(
                            "the base image could not be pulled",
                            "correct FROM in the Dockerfile, or give a pull secret for its registry")),
            Map.entry(
                    "FetchImageContentFailed",
                    new BuildTrouble("an image source could not be read", "correct source.images of the BuildConfig")),
            Map.entry(
                    "PushImageToRegistryFailed",
                    new BuildTrouble(
                            "the image could not be pushed",
                            "check that the registry is running and has space, and that service account builder may push")),
            Map.entry(
                    "OutOfMemoryKilled",
                    new BuildTrouble(
                            "the build exceeded its memory limit",
                            "raise spec.resources.limits.memory of the BuildConfig")),
            Map.entry(
                    "BuildPodEvicted",
                    new BuildTrouble(
                            "its pod was evicted from the node",
                            "give it ephemeral-storage requests, or free the node")),
            Map.entry(
                    "BuildPodDeleted",
                    new BuildTrouble("its pod was deleted", "find out who deleted the pod, then retry")),
            Map.entry(
                    "ManageDockerfileFailed",
                    new BuildTrouble(
                            "the Dockerfile is missing or cannot be read",
                            "correct contextDir and dockerfilePath of the BuildConfig")),
            Map.entry(
                    "InvalidContextDirectory",
                    new BuildTrouble("contextDir is not in the source", "correct source.contextDir")),
            Map.entry(
                    "InvalidOutputReference",
                    new BuildTrouble(
                            "the output names an ImageStream that does not exist", "deploy the ImageStream first")),
            Map.entry(
                    "CannotCreateBuildPod",
                    new BuildTrouble(
                            "its pod could not be created",
                            "check the quota of the namespace and the build's service account")),
            Map.entry("CancelledBuild", new BuildTrouble("it was cancelled", "retry if it should be built")));

    static BuildTrouble of(String reason) {
        return KNOWN.getOrDefault(reason, UNKNOWN);
    }
}
