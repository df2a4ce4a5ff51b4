package io.slipway.sandbox.kube;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.ResourceKind;
import io.slipway.sandbox.store.StatusException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes Events as client-go's recorder does: the same thing said again raises the count, and of things said with ever
 * new words, such as names of pods that are refused, only some are kept apart.
 */
public final class EventRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(EventRecorder.class);

    private final ObjectStore store;
    private static final int KEPT_APART = 10;
    private static final String COMBINED = "(combined from similar events): ";

    private final String component;
    private final Map<String, Set<String>> similar = Collections.synchronizedMap(new LastUsed());

    /** What was said last of what: as many as client-go's recorder remembers. */
    private static final class LastUsed extends LinkedHashMap<String, Set<String>> {
        private static final long serialVersionUID = 1L;
        private static final int KEPT = 4096;

        LastUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Set<String>> eldest) {
            return size() > KEPT;
        }
    }

    /** @param component who reports, such as {@code kubelet} */
    public EventRecorder(ObjectStore store, String component) {
        this.store = store;
        this.component = component;
    }

    /** Says that something normal happened. */
    public void normal(ResourceKind kind, ObjectNode object, String reason, String message) {
        record(kind, object, "", "Normal", reason, message);
    }

    /** Says that something is wrong. */
    public void warning(ResourceKind kind, ObjectNode object, String reason, String message) {
        record(kind, object, "", "Warning", reason, message);
    }

    /** Says something about a container of a pod. */
    public void container(ObjectNode pod, String container, String type, String reason, String message) {
        record(Kinds.POD, pod, "spec.containers{" + container + "}", type, reason, message);
    }

    private void record(ResourceKind kind, ObjectNode object, String path, String type, String reason, String words) {
        String namespace = kind.namespaced() ? Meta.namespace(object) : "default";
        String group = Meta.uid(object) + path + reason;
        boolean apart = keptApart(group, words);
        String message = apart ? words : COMBINED + words;
        String name = Meta.name(object) + "." + hash(apart ? group + words : group);
        try {
            if (!again(namespace, name, message)) {
                store.create(Kinds.EVENT, event(kind, object, path, type, reason, message, namespace, name));
            }
        } catch (StatusException refused) {
            // An event is best effort: its namespace may be going away.
            LOG.debug("event not written reason={} why={}", reason, refused.getMessage());
        }
    }

    private boolean keptApart(String group, String message) {
        Set<String> said = similar.computeIfAbsent(group, any -> ConcurrentHashMap.newKeySet());
        return said.contains(message) || (said.size() < KEPT_APART && said.add(message));
    }

    private boolean again(String namespace, String name, String message) {
        return store.mutate(Kinds.EVENT, namespace, name, event -> {
                    event.put("count", event.path("count").asInt(1) + 1);
                    event.put("lastTimestamp", Times.now());
                    event.put("message", message);
                    return event;
                })
                .isPresent();
    }

    private ObjectNode event(
            ResourceKind kind,
            ObjectNode object,
            String path,
            String type,
            String reason,
            String message,
            String namespace,
            String name) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("apiVersion", "v1").put("kind", "Event");
        event.putObject("metadata").put("name", name).put("namespace", namespace);
        ObjectNode involved = event.putObject("involvedObject");
        involved.put("kind", kind.kind()).put("apiVersion", kind.apiVersion());
        involved.put("name", Meta.name(object)).put("uid", Meta.uid(object));
        involved.put(
                "resourceVersion",
                object.path("metadata").path("resourceVersion").asText());
        if (kind.namespaced()) {
            involved.put("namespace", namespace);
        }
        if (!path.isEmpty()) {
            involved.put("fieldPath", path);
        }
        event.put("type", type).put("reason", reason).put("message", message).put("count", 1);
        event.put("firstTimestamp", Times.now()).put("lastTimestamp", Times.now());
        event.putNull("eventTime");
        event.putObject("source").put("component", component);
        event.put("reportingComponent", component).put("reportingInstance", "");
        return event;
    }

    private static String hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int index = 0; index < text.length(); index++) {
            hash = (hash ^ text.charAt(index)) * 0x100000001b3L;
        }
        return Long.toHexString(hash);
    }
}
