package io.slipway.sandbox.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Substitution;
import java.util.LinkedHashMap;
import java.util.Map;

/** Resolves the environment and the files of a container. */
final class ContainerResolver {
    private final ConfigSources sources;

    ContainerResolver(ConfigSources sources) {
        this.sources = sources;
    }

    /** Resolves a container, or throws with the kubelet's words when a reference leads nowhere. */
    Container resolve(ObjectNode pod, JsonNode spec) throws ConfigProblem {
        Map<String, String> env = new LinkedHashMap<>();
        env.put("HOSTNAME", Meta.name(pod));
        env.put("KUBERNETES_SERVICE_HOST", "172.30.0.1");
        env.put("KUBERNETES_SERVICE_PORT", "443");
        env.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        env.put("HOME", "/");
        String namespace = Meta.namespace(pod);
        for (JsonNode from : spec.path("envFrom")) {
            env.putAll(sources.all(namespace, from));
        }
        for (JsonNode variable : spec.path("env")) {
            value(pod, spec, variable, env, namespace);
        }
        return new Container(pod, spec, env, new VolumeFiles(sources).of(pod, spec));
    }

    private void value(ObjectNode pod, JsonNode spec, JsonNode variable, Map<String, String> env, String namespace)
            throws ConfigProblem {
        String name = variable.path("name").asText();
        JsonNode from = variable.path("valueFrom");
        if (from.isMissingNode()) {
            env.put(name, Substitution.apply(variable.path("value").asText(""), env));
        } else if (from.has("fieldRef")) {
            env.put(
                    name,
                    DownwardApi.field(
                            pod, from.path("fieldRef").path("fieldPath").asText()));
        } else if (from.has("resourceFieldRef")) {
            env.put(
                    name,
                    DownwardApi.resource(
                            spec, from.path("resourceFieldRef").path("resource").asText()));
        } else {
            sources.one(namespace, from).ifPresent(value -> env.put(name, value));
        }
    }
}
