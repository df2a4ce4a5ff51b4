package io.slipway.sandbox.openshift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.images.Digests;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;

/** The pods that carry builds out. */
final class BuildPods {
    static final String CONTAINER = "docker-build";
    static final String LABEL = "openshift.io/build.name";

    private BuildPods() {}

    static String name(ObjectNode build) {
        return Meta.name(build) + "-build";
    }

    static ObjectNode pod(ObjectNode build) {
        ObjectNode pod = JsonNodeFactory.instance.objectNode();
        ObjectNode meta = pod.putObject("metadata");
        meta.put("name", name(build)).put("namespace", Meta.namespace(build));
        meta.putObject("labels").put(LABEL, Meta.name(build));
        meta.putObject("annotations").put(LABEL, Meta.name(build));
        Meta.own(pod, Kinds.BUILD, build);
        ObjectNode spec = pod.putObject("spec");
        spec.put("restartPolicy", "Never")
                .put(
                        "serviceAccountName",
                        build.path("spec").path("serviceAccount").asText("builder"));
        ObjectNode container = spec.putArray("containers").addObject();
        container
                .put("name", CONTAINER)
                .put("image", "quay.io/openshift-release-dev/ocp-v4.0-art-dev@" + Digests.of("builder"));
        container.put("imagePullPolicy", "IfNotPresent");
        container.putArray("command").add("openshift-docker-build");
        JsonNode resources = build.path("spec").path("resources");
        if (!resources.isMissingNode()) {
            container.set("resources", resources.deepCopy());
        }
        return pod;
    }

    /** The digest of the image a build makes: no two builds make the same one. */
    static String digest(ObjectNode build) {
        return Digests.of("build " + Meta.uid(build));
    }
}
