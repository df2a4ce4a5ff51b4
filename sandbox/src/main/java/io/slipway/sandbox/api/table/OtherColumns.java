package io.slipway.sandbox.api.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The columns of services, configuration, storage, access, events and OpenShift's kinds. */
final class OtherColumns {

    private static final Column AGE = Column.text("Age", Cells::age);

    static final Map<String, List<Column>> BY_RESOURCE = Map.ofEntries(
            Map.entry(
                    "services",
                    List.of(
                            Column.at("Type", "/spec/type"),
                            Column.at("Cluster-IP", "/spec/clusterIP"),
                            Column.text("External-IP", OtherColumns::externalIp),
                            Column.text("Port(s)", OtherColumns::ports),
                            AGE,
                            Column.wide("Selector", service -> Cells.map(service.at("/spec/selector"))))),
            Map.entry("configmaps", List.of(Column.text("Data", OtherColumns::dataSize), AGE)),
            Map.entry("secrets", List.of(Column.at("Type", "/type"), Column.text("Data", OtherColumns::dataSize), AGE)),
            Map.entry(
                    "serviceaccounts",
                    List.of(
                            Column.text(
                                    "Secrets",
                                    object -> Integer.toString(
                                            object.path("secrets").size())),
                            AGE)),
            Map.entry("namespaces", List.of(Column.at("Status", "/status/phase"), AGE)),
            Map.entry(
                    "nodes",
                    List.of(
                            Column.text("Status", node -> Cells.condition(node, "Ready") ? "Ready" : "NotReady"),
                            AGE,
                            Column.at("Version", "/status/nodeInfo/kubeletVersion"))),
            Map.entry(
                    "persistentvolumeclaims",
                    List.of(
                            Column.at("Status", "/status/phase"),
                            Column.text(
                                    "Volume",
                                    claim -> claim.at("/spec/volumeName").asText("")),
                            Column.text(
                                    "Capacity",
                                    claim ->
                                            claim.at("/status/capacity/storage").asText("")),
                            Column.text("Access Modes", claim -> modes(claim.at("/status/accessModes"))),
                            Column.text(
                                    "StorageClass",
                                    claim -> claim.at("/spec/storageClassName").asText("")),
                            AGE)),
            Map.entry(
                    "events",
                    List.of(
                            Column.text("Last Seen", OtherColumns::lastSeen),
                            Column.at("Type", "/type"),
                            Column.at("Reason", "/reason"),
                            Column.text("Object", OtherColumns::involved),
                            Column.text(
                                    "Message",
                                    event -> event.path("message").asText("").strip()))),
            Map.entry(
                    "poddisruptionbudgets.policy",
                    List.of(
                            Column.text(
                                    "Min Available",
                                    pdb -> pdb.at("/spec/minAvailable").asText("N/A")),
                            Column.text(
                                    "Max Unavailable",
                                    pdb -> pdb.at("/spec/maxUnavailable").asText("N/A")),
                            Column.number("Allowed Disruptions", "/status/disruptionsAllowed"),
                            AGE)),
            Map.entry("rolebindings.rbac.authorization.k8s.io", List.of(Column.text("Role", OtherColumns::role), AGE)),
            Map.entry(
                    "clusterrolebindings.rbac.authorization.k8s.io",
                    List.of(Column.text("Role", OtherColumns::role), AGE)),
            Map.entry(
                    "customresourcedefinitions.apiextensions.k8s.io",
                    List.of(Column.at("Created At", "/metadata/creationTimestamp"))),
            Map.entry(
                    "routes.route.openshift.io",
                    List.of(
                            Column.at("Host/Port", "/spec/host"),
                            Column.text("Path", route -> route.at("/spec/path").asText("")),
                            Column.at("Services", "/spec/to/name"),
                            Column.text(
                                    "Port",
                                    route -> route.at("/spec/port/targetPort").asText("<all>")),
                            Column.text("Termination", OtherColumns::termination),
                            Column.at("Wildcard", "/spec/wildcardPolicy"))),
            Map.entry(
                    "builds.build.openshift.io",
                    List.of(
                            Column.at("Type", "/spec/strategy/type"),
                            Column.at("From", "/spec/source/type"),
                            Column.at("Status", "/status/phase"),
                            Column.text("Started", build -> Cells.ago(build.at("/status/startTimestamp"))))),
            Map.entry(
                    "buildconfigs.build.openshift.io",
                    List.of(
                            Column.at("Type", "/spec/strategy/type"),
                            Column.at("From", "/spec/source/type"),
                            Column.number("Latest", "/status/lastVersion"))),
            Map.entry(
                    "imagestreams.image.openshift.io",
                    List.of(
                            Column.text(
                                    "Image Repository",
                                    is -> is.at("/status/dockerImageRepository").asText("")),
                            Column.text("Tags", is -> Cells.joined(is.at("/status/tags"), "tag")),
                            AGE)));

    private OtherColumns() {}

    private static String externalIp(JsonNode service) {
        if (service.at("/spec/type").asText().equals("ExternalName")) {
            return service.at("/spec/externalName").asText();
        }
        JsonNode ingress = service.at("/status/loadBalancer/ingress");
        boolean balanced = service.at("/spec/type").asText().equals("LoadBalancer");
        return ingress.isEmpty() ? (balanced ? "<pending>" : Cells.NONE) : Cells.joined(ingress, "ip");
    }

    private static String ports(JsonNode service) {
        List<String> ports = new ArrayList<>();
        service.at("/spec/ports").forEach(port -> {
            String node = port.has("nodePort") ? ":" + port.get("nodePort").asText() : "";
            ports.add(port.path("port").asText() + node + "/"
                    + port.path("protocol").asText("TCP"));
        });
        return Cells.orNone(String.join(",", ports));
    }

    private static String dataSize(JsonNode object) {
        return Integer.toString(
                object.path("data").size() + object.path("binaryData").size());
    }

    private static String modes(JsonNode modes) {
        List<String> letters = new ArrayList<>();
        modes.forEach(mode -> letters.add(mode.asText()
                .replace("ReadWriteOncePod", "RWOP")
                .replace("ReadWriteOnce", "RWO")
                .replace("ReadWriteMany", "RWX")
                .replace("ReadOnlyMany", "ROX")));
        return String.join(",", letters);
    }

    private static String lastSeen(JsonNode event) {
        JsonNode last = event.path("lastTimestamp");
        return Cells.ago(last.isTextual() ? last : event.at("/metadata/creationTimestamp"));
    }

    private static String involved(JsonNode event) {
        String kind = event.at("/involvedObject/kind").asText().toLowerCase(Locale.ROOT);
        return kind + "/" + event.at("/involvedObject/name").asText();
    }

    private static String role(JsonNode binding) {
        return binding.at("/roleRef/kind").asText() + "/"
                + binding.at("/roleRef/name").asText();
    }

    private static String termination(JsonNode route) {
        String termination = route.at("/spec/tls/termination").asText("");
        String insecure = route.at("/spec/tls/insecureEdgeTerminationPolicy").asText("");
        return insecure.isEmpty() ? termination : termination + "/" + insecure;
    }
}
