package io.slipway.sandbox.openshift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.images.ImageLookup;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.Status;
import io.slipway.sandbox.store.StatusException;
import java.util.List;
import java.util.Optional;

/** Makes Builds from BuildConfigs, numbered one after another. */
final class BuildInstantiator {
    private final ObjectStore store;

    BuildInstantiator(ObjectStore store) {
        this.store = store;
    }

    /**
     * Makes the next Build.
     *
     * @param request a BuildRequest: its labels, annotations, variables and causes go into the Build
     * @throws StatusException {@code NotFound} when there is no such BuildConfig
     */
    ObjectNode instantiate(String namespace, String name, JsonNode request, String cause) {
        ObjectNode config = store.view(Kinds.BUILD_CONFIG, namespace, name).orElseThrow(() -> notFound(name));
        for (long number = lastVersion(config) + 1; ; number++) {
            try {
                ObjectNode build = store.create(Kinds.BUILD, build(config, number, request, cause));
                counted(config, number);
                return build;
            } catch (StatusException refused) {
                if (!refused.is("AlreadyExists")) {
                    throw refused;
                }
            }
        }
    }

    /**
     * Starts build 1 of a BuildConfig that has never built. The Build comes before its number, so that a sandbox killed
     * between the two finds it and does not start another.
     *
     * @return the Build, empty when it was there already
     */
    Optional<ObjectNode> first(ObjectNode config, String cause) {
        String namespace = Meta.namespace(config);
        String name = Meta.name(config);
        boolean there = store.view(Kinds.BUILD, namespace, name + "-1")
                .flatMap(Meta::controller)
                .filter(owner -> owner.path("uid").asText().equals(Meta.uid(config)))
                .isPresent();
        if (there) {
            counted(config, 1);
            return Optional.empty();
        }
        return Optional.of(instantiate(namespace, name, JsonNodeFactory.instance.objectNode(), cause));
    }

    private void counted(ObjectNode config, long number) {
        store.mutateStatus(Kinds.BUILD_CONFIG, Meta.namespace(config), Meta.name(config), now -> {
            now.withObject("/status").put("lastVersion", Math.max(number, lastVersion(now)));
            return now;
        });
    }

    static long lastVersion(JsonNode config) {
        return config.path("status").path("lastVersion").asLong();
    }

    private static StatusException notFound(String name) {
        String message = "buildconfigs.build.openshift.io \"" + name + "\" not found";
        Status.Details details = new Status.Details("build.openshift.io", "buildconfigs", name, "", List.of(), 0);
        return new StatusException(new Status(404, "NotFound", message, details));
    }

    private static ObjectNode build(ObjectNode config, long number, JsonNode request, String cause) {
        String name = Meta.name(config);
        ObjectNode build = JsonNodeFactory.instance.objectNode();
        ObjectNode meta = build.putObject("metadata");
        meta.put("name", name + "-" + number).put("namespace", Meta.namespace(config));
        ObjectNode labels = meta.putObject("labels");
        copy(config.path("metadata").path("labels"), labels);
        copy(request.path("metadata").path("labels"), labels);
        labels.put("buildconfig", name).put("openshift.io/build-config.name", name);
        labels.put(
                "openshift.io/build.start-policy",
                config.path("spec").path("runPolicy").asText("Serial"));
        ObjectNode annotations = meta.putObject("annotations");
        copy(request.path("metadata").path("annotations"), annotations);
        annotations.put("openshift.io/build-config.name", name).put("openshift.io/build.number", Long.toString(number));
        Meta.own(build, Kinds.BUILD_CONFIG, config);
        spec(build.putObject("spec"), config.path("spec"), request, cause);
        status(build.putObject("status"), config);
        return build;
    }

    private static void copy(JsonNode from, ObjectNode into) {
        from.properties()
                .forEach(entry -> into.put(entry.getKey(), entry.getValue().asText()));
    }

    private static void spec(ObjectNode spec, JsonNode config, JsonNode request, String cause) {
        spec.put("serviceAccount", config.path("serviceAccount").asText("builder"));
        for (String field : List.of("source", "strategy", "output", "resources", "postCommit", "nodeSelector")) {
            if (config.has(field)) {
                spec.set(field, config.get(field).deepCopy());
            }
        }
        if (request.has("env")) {
            spec.withObject("/strategy")
                    .withObject("/dockerStrategy")
                    .set("env", request.get("env").deepCopy());
        }
        if (request.has("revision")) {
            spec.set("revision", request.get("revision").deepCopy());
        }
        if (request.has("triggeredBy")) {
            spec.set("triggeredBy", request.get("triggeredBy").deepCopy());
        } else {
            spec.putArray("triggeredBy").addObject().put("message", cause);
        }
    }

    private static void status(ObjectNode status, ObjectNode config) {
        status.put("phase", "New");
        status.putObject("config")
                .put("kind", "BuildConfig")
                .put("name", Meta.name(config))
                .put("namespace", Meta.namespace(config));
        String tag = config.path("spec").path("output").path("to").path("name").asText("");
        if (!tag.isEmpty()) {
            status.put("outputDockerImageReference", ImageLookup.REGISTRY + "/" + Meta.namespace(config) + "/" + tag);
        }
    }
}
