package io.slipway.sandbox.api.defaults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Meta;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** The defaults of everything that makes no pods. */
final class OtherDefaults {

    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final int FULL_WEIGHT = 100;
    private static final int KEPT_BUILDS = 5;

    private OtherDefaults() {}

    static void service(ObjectNode object) {
        ObjectNode spec = Put.object(object, "spec");
        Put.text(spec, "type", "ClusterIP");
        Put.text(spec, "sessionAffinity", "None");
        String type = spec.path("type").asText();
        if (!type.equals("ExternalName")) {
            Put.text(spec, "internalTrafficPolicy", "Cluster");
        }
        if (type.equals("NodePort") || type.equals("LoadBalancer")) {
            Put.text(spec, "externalTrafficPolicy", "Cluster");
        }
        for (JsonNode one : spec.path("ports")) {
            if (one instanceof ObjectNode port) {
                Put.text(port, "protocol", "TCP");
                if (!port.has("targetPort") && port.has("port")) {
                    port.set("targetPort", port.get("port"));
                }
            }
        }
    }

    static void secret(ObjectNode object) {
        Put.text(object, "type", "Opaque");
        JsonNode plain = object.remove("stringData");
        if (plain != null) {
            ObjectNode data = Put.object(object, "data");
            plain.properties()
                    .forEach(entry -> data.put(
                            entry.getKey(),
                            Base64.getEncoder()
                                    .encodeToString(entry.getValue().asText().getBytes(StandardCharsets.UTF_8))));
        }
    }

    static void namespace(ObjectNode object) {
        ObjectNode labels = Put.object(Meta.of(object), "labels");
        if (!Meta.name(object).isEmpty()) {
            labels.put("kubernetes.io/metadata.name", Meta.name(object));
        }
        if (!Meta.deleting(object) && !object.path("spec").has("finalizers")) {
            Put.object(object, "spec").putArray("finalizers").add("kubernetes");
        }
        Put.text(Put.object(object, "status"), "phase", "Active");
    }

    static void claim(ObjectNode object) {
        Put.text(Put.object(object, "spec"), "volumeMode", "Filesystem");
        Put.text(Put.object(object, "status"), "phase", "Pending");
    }

    static void binding(ObjectNode object) {
        Put.text(Put.object(object, "roleRef"), "apiGroup", RBAC);
        for (JsonNode one : object.path("subjects")) {
            if (one instanceof ObjectNode subject
                    && !subject.path("kind").asText().equals("ServiceAccount")) {
                Put.text(subject, "apiGroup", RBAC);
            }
        }
    }

    static void networkPolicy(ObjectNode object) {
        ObjectNode spec = Put.object(object, "spec");
        if (!spec.has("policyTypes")) {
            var types = spec.putArray("policyTypes").add("Ingress");
            if (spec.has("egress")) {
                types.add("Egress");
            }
        }
    }

    static void crd(ObjectNode object) {
        ObjectNode spec = Put.object(object, "spec");
        ObjectNode names = Put.object(spec, "names");
        String kind = names.path("kind").asText("");
        Put.text(names, "singular", kind.toLowerCase(Locale.ROOT));
        Put.text(names, "listKind", kind + "List");
        Put.text(Put.object(spec, "conversion"), "strategy", "None");
    }

    static void storageClass(ObjectNode object) {
        Put.text(object, "reclaimPolicy", "Delete");
        Put.text(object, "volumeBindingMode", "Immediate");
    }

    static void route(ObjectNode object) {
        ObjectNode spec = Put.object(object, "spec");
        Put.text(spec, "wildcardPolicy", "None");
        ObjectNode to = Put.object(spec, "to");
        Put.text(to, "kind", "Service");
        Put.number(to, "weight", FULL_WEIGHT);
    }

    static void buildConfig(ObjectNode object) {
        ObjectNode spec = Put.object(object, "spec");
        Put.text(spec, "runPolicy", "Serial");
        Put.number(spec, "successfulBuildsHistoryLimit", KEPT_BUILDS);
        Put.number(spec, "failedBuildsHistoryLimit", KEPT_BUILDS);
        Put.number(Put.object(object, "status"), "lastVersion", 0);
    }
}
