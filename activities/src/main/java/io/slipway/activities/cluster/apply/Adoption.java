package io.slipway.activities.cluster.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.KubeApi;
import io.slipway.activities.cluster.compare.ManagedFields;
import io.slipway.activities.cluster.owner.Owner;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes over what kubectl's client-side apply, or Helm, owns, as kubectl itself does when it changes to server-side apply:
 * its entry becomes ours, so that a field taken out of the manifest goes.
 */
final class Adoption {
    static final String KUBECTL = "kubectl-client-side-apply";

    private static final Set<String> CLIENT_SIDE = Set.of(KUBECTL, "helm");

    private static final int LOOKS = 10;

    private final KubeApi api;
    private final Owner owner;

    Adoption(KubeApi api, Owner owner) {
        this.api = api;
        this.owner = owner;
    }

    /**
     * Migrates the object's {@code managedFields}, when one of them is among them. It is bound to the version that was
     * read, and a controller may write a status at any time: then it is read again.
     */
    void adopt(Desired desired, JsonNode read) throws InterruptedException {
        Optional<JsonNode> live = Optional.of(read);
        for (int look = 1; live.isPresent(); look++) {
            try {
                migrate(desired, live.get());
                return;
            } catch (ApiException changed) {
                if (changed.code() != 409 || look == LOOKS) {
                    throw changed;
                }
                live = api.get(
                        desired.kind(), desired.ref().namespace(), desired.ref().name());
            }
        }
    }

    private void migrate(Desired desired, JsonNode live) throws InterruptedException {
        List<JsonNode> entries = ManagedFields.entries(live);
        if (entries.stream().noneMatch(Adoption::isClientSide)) {
            return;
        }
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        patch.addObject()
                .put("op", "replace")
                .put("path", "/metadata/managedFields")
                .set("value", migrated(entries));
        patch.addObject()
                .put("op", "replace")
                .put("path", "/metadata/resourceVersion")
                .set("value", live.path("metadata").path("resourceVersion"));
        api.patch(desired.kind(), desired.ref(), patch);
    }

    private ArrayNode migrated(List<JsonNode> entries) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        ObjectNode ours = null;
        for (JsonNode entry : entries) {
            boolean mine = entry.path("manager").asText().equals(owner.manager())
                    && entry.path("operation").asText().equals("Apply");
            if (mine || isClientSide(entry)) {
                union(fields, entry.path("fieldsV1"));
                ours = entry.deepCopy();
            } else {
                result.add(entry);
            }
        }
        if (ours != null) {
            ours.put("manager", owner.manager()).put("operation", "Apply").set("fieldsV1", fields);
            result.add(ours);
        }
        return result;
    }

    private static void union(ObjectNode into, JsonNode fields) {
        fields.properties().forEach(entry -> union(into.withObjectProperty(entry.getKey()), entry.getValue()));
    }

    private static boolean isClientSide(JsonNode entry) {
        return CLIENT_SIDE.contains(entry.path("manager").asText())
                && entry.path("operation").asText().equals("Update")
                && entry.path("subresource").asText("").isEmpty();
    }
}
