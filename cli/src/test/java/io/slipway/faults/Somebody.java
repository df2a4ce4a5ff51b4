package io.slipway.faults;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.ResourceKind;
import io.slipway.sandbox.store.StatusException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Somebody who changes the cluster behind the pipeline's back, and can take it back. */
final class Somebody {
    private static final String NAMESPACE = "datalyptica";
    private static final ResourceKind MONITOR =
            new ResourceKind("monitoring.coreos.com", "v1", "ServiceMonitor", "servicemonitors", true);
    private static final Map<String, ResourceKind> KINDS = Map.ofEntries(
            Map.entry("service", Kinds.SERVICE),
            Map.entry("serviceaccount", Kinds.SERVICE_ACCOUNT),
            Map.entry("role", Kinds.ROLE),
            Map.entry("rolebinding", Kinds.ROLE_BINDING),
            Map.entry("deployment", Kinds.DEPLOYMENT),
            Map.entry("statefulset", Kinds.STATEFUL_SET),
            Map.entry("build", Kinds.BUILD),
            Map.entry("imagestream", Kinds.IMAGE_STREAM),
            Map.entry("imagestreamtag", Kinds.IMAGE_STREAM_TAG),
            Map.entry("route", Kinds.ROUTE),
            Map.entry("poddisruptionbudget", Kinds.POD_DISRUPTION_BUDGET),
            Map.entry("secret", Kinds.SECRET),
            Map.entry("pod", Kinds.POD),
            Map.entry("configmap", Kinds.CONFIG_MAP),
            Map.entry("resourcequota", Kinds.RESOURCE_QUOTA),
            Map.entry("servicemonitor", MONITOR),
            Map.entry("event", Kinds.EVENT));
    private static final List<String> GIVEN =
            List.of("uid", "resourceVersion", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds");

    private final ObjectStore store;

    Somebody(ObjectStore store) {
        this.store = store;
    }

    /** Does what the row says, and gives what takes it back. */
    Runnable act(CheckRow row) {
        JsonNode act = row.act();
        if (act.has("delete")) {
            return delete(act.path("delete").asText());
        }
        if (act.has("change")) {
            ObjectNode with = (ObjectNode) act.path("with");
            List<String> fields = new ArrayList<>();
            with.fieldNames().forEachRemaining(fields::add);
            return change(act.path("change").asText(), fields, now -> lay(with, now));
        }
        if (act.has("remove")) {
            JsonPointer at = JsonPointer.compile(act.path("at").asText());
            return change(act.path("remove").asText(), List.of(at.getMatchingProperty()), now -> remove(at, now));
        }
        if (act.has("apply")) {
            return create((ObjectNode) act.path("apply"));
        }
        return () -> {};
    }

    private Runnable delete(String ref) {
        ResourceKind kind = kind(ref);
        ObjectNode before = find(kind, name(ref));
        store.delete(kind, NAMESPACE, Meta.name(before), Deletion.BACKGROUND);
        return () -> {
            ObjectNode again = before.deepCopy();
            again.withObject("/metadata").remove(GIVEN);
            try {
                store.create(kind, again);
            } catch (StatusException e) {
                if (!e.is("AlreadyExists")) { // its controller may be quicker
                    throw e;
                }
            }
        };
    }

    private Runnable change(String ref, List<String> fields, Consumer<ObjectNode> change) {
        ResourceKind kind = kind(ref);
        ObjectNode before = find(kind, name(ref)).deepCopy();
        store.mutate(kind, NAMESPACE, name(ref), now -> {
            change.accept(now);
            return now;
        });
        return () -> store.mutate(kind, NAMESPACE, name(ref), now -> {
            fields.forEach(field -> now.set(field, before.get(field)));
            return now;
        });
    }

    private Runnable create(ObjectNode object) {
        ResourceKind kind = kind(object.path("kind").asText().toLowerCase(Locale.ROOT) + "/");
        store.create(kind, object.deepCopy());
        return () -> store.delete(kind, NAMESPACE, Meta.name(object), Deletion.BACKGROUND);
    }

    private static void remove(JsonPointer at, ObjectNode object) {
        JsonNode parent = object.at(at.head());
        if (parent instanceof ArrayNode list) {
            list.remove(at.last().getMatchingIndex());
        } else {
            ((ObjectNode) parent).remove(at.last().getMatchingProperty());
        }
    }

    private static void lay(ObjectNode over, ObjectNode object) {
        over.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value instanceof ObjectNode map && object.path(field.getKey()) instanceof ObjectNode there) {
                lay(map, there);
            } else {
                object.set(field.getKey(), value.deepCopy());
            }
        });
    }

    private ObjectNode find(ResourceKind kind, String name) {
        String start = name.replace("*", "");
        return store.views(kind, NAMESPACE).objects().stream()
                .filter(object -> name.endsWith("*")
                        ? Meta.name(object).startsWith(start)
                        : Meta.name(object).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + kind.kind() + " " + name));
    }

    private static ResourceKind kind(String ref) {
        String kind = ref.substring(0, ref.indexOf('/'));
        if (!KINDS.containsKey(kind)) {
            throw new AssertionError("add " + kind + " to the kinds of this class");
        }
        return KINDS.get(kind);
    }

    private static String name(String ref) {
        return ref.substring(ref.indexOf('/') + 1);
    }
}
