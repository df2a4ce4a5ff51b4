package io.slipway.sandbox.openshift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.images.ImageLookup;
import io.slipway.sandbox.kube.Times;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.ObjectStore;

/** Writes tags of ImageStreams. */
final class ImageStreams {
    private ImageStreams() {}

    /** A build pushed an image: it becomes the newest of its tag. */
    static void push(ObjectStore store, String namespace, String nameAndTag, String digest) {
        int colon = nameAndTag.indexOf(':');
        String name = colon < 0 ? nameAndTag : nameAndTag.substring(0, colon);
        String tag = colon < 0 ? "latest" : nameAndTag.substring(colon + 1);
        store.mutateStatus(Kinds.IMAGE_STREAM, namespace, name, stream -> {
            String repository = ImageLookup.REGISTRY + "/" + namespace + "/" + name;
            add(stream.withObject("/status"), tag, digest, repository + "@" + digest, 1);
            return stream;
        });
    }

    static void add(ObjectNode status, String tag, String digest, String reference, long generation) {
        ObjectNode entry = tag(status, tag);
        if (entry.path("items").path(0).path("image").asText().equals(digest)) {
            return;
        }
        ArrayNode items = entry.withArray("items");
        ObjectNode item = items.insertObject(0);
        item.put("created", Times.now()).put("dockerImageReference", reference);
        item.put("image", digest).put("generation", generation);
        entry.remove("conditions");
    }

    static ObjectNode tag(ObjectNode status, String tag) {
        ArrayNode tags = status.withArray("tags");
        for (JsonNode entry : tags) {
            if (entry.path("tag").asText().equals(tag)) {
                return (ObjectNode) entry;
            }
        }
        ObjectNode entry = tags.addObject().put("tag", tag);
        entry.putArray("items");
        return entry;
    }
}
