package io.slipway.activities.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.api.ApiKind;
import java.util.Set;

/** OpenShift's kinds for builds, and what their trees say. */
final class BuildKinds {
    static final ApiKind BUILDS = ApiKind.namespaced("build.openshift.io/v1", "Build", "builds");
    static final ApiKind CONFIGS = ApiKind.namespaced("build.openshift.io/v1", "BuildConfig", "buildconfigs");
    static final ApiKind TAGS = ApiKind.namespaced("image.openshift.io/v1", "ImageStreamTag", "imagestreamtags");
    static final ApiKind STREAMS = ApiKind.namespaced("image.openshift.io/v1", "ImageStream", "imagestreams");

    private static final Set<String> ENDED = Set.of("Complete", "Failed", "Error", "Cancelled");

    private BuildKinds() {}

    static String name(JsonNode object) {
        return object.path("metadata").path("name").asText();
    }

    static String phase(JsonNode build) {
        return build.path("status").path("phase").asText("New");
    }

    static boolean ended(JsonNode build) {
        return ENDED.contains(phase(build));
    }

    static long number(JsonNode build) {
        return build.path("metadata")
                .path("annotations")
                .path("openshift.io/build.number")
                .asLong();
    }

    static boolean ownedBy(JsonNode build, String uid) {
        return build.path("metadata")
                .path("ownerReferences")
                .valueStream()
                .anyMatch(owner -> owner.path("uid").asText().equals(uid));
    }

    static String label(JsonNode object, String key) {
        return object.path("metadata").path("labels").path(key).asText("");
    }
}
