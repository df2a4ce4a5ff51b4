package io.slipway.sandbox.openshift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.controllers.Controller;
import io.slipway.sandbox.controllers.Key;
import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.faults.Faults;
import io.slipway.sandbox.images.Digests;
import io.slipway.sandbox.images.ImageLookup;
import io.slipway.sandbox.kube.Conditions;
import io.slipway.sandbox.kube.Lineage;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Imports the tags of ImageStreams and keeps an ImageStreamTag for each that has an image. */
public final class ImageStreamController implements Controller {
    private static final Set<String> OFFICIAL = Set.of(
            "alpine",
            "busybox",
            "debian",
            "ubuntu",
            "nginx",
            "httpd",
            "postgres",
            "mysql",
            "redis",
            "python",
            "node",
            "golang",
            "eclipse-temurin");

    private final ObjectStore store;
    private final Faults faults;

    public ImageStreamController(ObjectStore store, Faults faults) {
        this.store = store;
        this.faults = faults;
    }

    @Override
    public String name() {
        return "imagestream-controller";
    }

    @Override
    public List<Key> affected(StoreEvent event) {
        return event.kind().sameResource(Kinds.IMAGE_STREAM)
                ? List.of(new Key(event.namespace(), event.name()))
                : List.of();
    }

    @Override
    public Optional<Duration> reconcile(Key key) {
        Optional<ObjectNode> stream = store.get(Kinds.IMAGE_STREAM, key.namespace(), key.name());
        if (stream.isEmpty() || Meta.deleting(stream.get())) {
            return Optional.empty();
        }
        boolean broken = faults.strikes(
                FaultKind.IMPORT_FAILED, Lineage.of(store, Kinds.IMAGE_STREAM, stream.get()), Meta.uid(stream.get()));
        store.mutateStatus(Kinds.IMAGE_STREAM, key.namespace(), key.name(), now -> {
            ObjectNode status = now.withObject("/status");
            status.put("dockerImageRepository", ImageLookup.REGISTRY + "/" + key.namespace() + "/" + key.name());
            status.put(
                    "publicDockerImageRepository",
                    "default-route-openshift-image-registry.apps.sandbox.local/" + key.namespace() + "/" + key.name());
            now.path("spec").path("tags").forEach(tag -> importTag(status, tag, broken));
            return now;
        });
        store.get(Kinds.IMAGE_STREAM, key.namespace(), key.name()).ifPresent(this::tags);
        return Optional.empty();
    }

    private static void importTag(ObjectNode status, JsonNode tag, boolean broken) {
        if (!tag.path("from").path("kind").asText().equals("DockerImage")) {
            return;
        }
        ObjectNode entry = ImageStreams.tag(status, tag.path("name").asText());
        if (broken) {
            entry.putArray("items");
        } else if (!entry.path("items").isEmpty()) {
            return;
        }
        String image = tag.path("from").path("name").asText();
        if (!broken && known(image)) {
            ImageStreams.add(
                    status,
                    tag.path("name").asText(),
                    Digests.of(image),
                    image.replaceAll("[:@][^/]*$", "") + "@" + Digests.of(image),
                    2);
            return;
        }
        Conditions.set(
                entry,
                "ImportSuccess",
                false,
                "NotFound",
                "dockerimage.image.openshift.io \"" + qualified(image) + "\" not found");
        ((ObjectNode) entry.path("conditions").get(0)).put("generation", 2);
    }

    private static boolean known(String image) {
        String name = image.replaceAll("[:@].*$", "");
        return image.contains("/") || OFFICIAL.contains(name);
    }

    private static String qualified(String image) {
        return image.contains("/") ? image : "docker.io/library/" + image;
    }

    private void tags(ObjectNode stream) {
        for (JsonNode tag : stream.path("status").path("tags")) {
            JsonNode newest = tag.path("items").path(0);
            if (!newest.isMissingNode()) {
                write(stream, tag.path("tag").asText(), newest);
            }
        }
    }

    private void write(ObjectNode stream, String tag, JsonNode newest) {
        String name = Meta.name(stream) + ":" + tag;
        ObjectNode image = JsonNodeFactory.instance.objectNode();
        image.putObject("metadata").put("name", newest.path("image").asText());
        image.put("dockerImageReference", newest.path("dockerImageReference").asText());
        image.putObject("dockerImageMetadata").put("kind", "DockerImage").put("Architecture", "amd64");
        boolean there = store.mutate(Kinds.IMAGE_STREAM_TAG, Meta.namespace(stream), name, now -> {
                    now.set("image", image);
                    return now;
                })
                .isPresent();
        if (!there) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            object.putObject("metadata").put("name", name).put("namespace", Meta.namespace(stream));
            Meta.own(object, Kinds.IMAGE_STREAM, stream);
            object.put("generation", newest.path("generation").asLong(1));
            object.set("lookupPolicy", stream.path("spec").path("lookupPolicy").deepCopy());
            object.set("image", image);
            store.create(Kinds.IMAGE_STREAM_TAG, object);
        }
    }
}
