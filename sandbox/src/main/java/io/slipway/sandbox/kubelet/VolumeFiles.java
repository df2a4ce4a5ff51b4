package io.slipway.sandbox.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Meta;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files that mounted ConfigMaps, Secrets and projected volumes bring. */
final class VolumeFiles {
    private final ConfigSources sources;

    VolumeFiles(ConfigSources sources) {
        this.sources = sources;
    }

    /** By path. References that lead nowhere bring nothing: {@link #problem} finds them before a pod starts. */
    Map<String, String> of(ObjectNode pod, JsonNode container) {
        Map<String, String> files = new TreeMap<>();
        for (JsonNode mount : container.path("volumeMounts")) {
            JsonNode volume = volume(pod, mount.path("name").asText());
            mount(files, mount, entries(Meta.namespace(pod), volume, pod));
        }
        return files;
    }

    private static JsonNode volume(ObjectNode pod, String name) {
        for (JsonNode volume : pod.path("spec").path("volumes")) {
            if (volume.path("name").asText().equals(name)) {
                return volume;
            }
        }
        return MissingNode.getInstance();
    }

    private Map<String, String> entries(String namespace, JsonNode volume, ObjectNode pod) {
        if (volume.has("configMap")) {
            return picked(namespace, volume.path("configMap"), false, "name");
        }
        if (volume.has("secret")) {
            return picked(namespace, volume.path("secret"), true, "secretName");
        }
        Map<String, String> files = new TreeMap<>();
        for (JsonNode source : volume.path("projected").path("sources")) {
            files.putAll(entries(namespace, source, pod));
        }
        for (JsonNode item : volume.path("downwardAPI").path("items")) {
            files.put(
                    item.path("path").asText(),
                    DownwardApi.field(
                            pod, item.path("fieldRef").path("fieldPath").asText()));
        }
        return files;
    }

    private Map<String, String> picked(String namespace, JsonNode source, boolean secret, String nameField) {
        String name = source.path(nameField).asText(source.path("name").asText());
        Map<String, String> data = sources.data(namespace, secret, name).orElse(Map.of());
        if (!source.has("items")) {
            return data;
        }
        Map<String, String> files = new TreeMap<>();
        for (JsonNode item : source.path("items")) {
            String value = data.get(item.path("key").asText());
            if (value != null) {
                files.put(item.path("path").asText(), value);
            }
        }
        return files;
    }

    private static void mount(Map<String, String> files, JsonNode mount, Map<String, String> entries) {
        String path = mount.path("mountPath").asText().replaceAll("/+$", "");
        String sub = mount.path("subPath").asText("");
        if (!sub.isEmpty()) {
            Optional.ofNullable(entries.get(sub)).ifPresent(text -> files.put(path, text));
            return;
        }
        entries.forEach((name, text) -> files.put(path + "/" + name, text));
    }

    /** The first volume that cannot be mounted, in the kubelet's words; empty when all can. */
    Optional<String> problem(ObjectNode pod) {
        String namespace = Meta.namespace(pod);
        for (JsonNode volume : pod.path("spec").path("volumes")) {
            for (JsonNode source :
                    volume.has("projected") ? volume.path("projected").path("sources") : singleton(volume)) {
                Optional<String> missing = missing(namespace, source);
                if (missing.isPresent()) {
                    return Optional.of("MountVolume.SetUp failed for volume \""
                            + volume.path("name").asText() + "\" : " + missing.get());
                }
            }
        }
        return Optional.empty();
    }

    private static Iterable<JsonNode> singleton(JsonNode volume) {
        return List.of(volume);
    }

    private Optional<String> missing(String namespace, JsonNode source) {
        boolean secret = source.has("secret");
        JsonNode ref = source.path(secret ? "secret" : "configMap");
        if (ref.isMissingNode() || ref.path("optional").asBoolean()) {
            return Optional.empty();
        }
        String name = ref.path("secretName").asText(ref.path("name").asText());
        Optional<Map<String, String>> data = sources.data(namespace, secret, name);
        if (data.isEmpty()) {
            return Optional.of((secret ? "secret \"" : "configmap \"") + name + "\" not found");
        }
        for (JsonNode item : ref.path("items")) {
            if (!data.get().containsKey(item.path("key").asText())) {
                return Optional.of("references non-existent " + (secret ? "secret" : "config") + " key: "
                        + item.path("key").asText());
            }
        }
        return Optional.empty();
    }
}
