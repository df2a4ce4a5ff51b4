package io.slipway.activities.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.action.Route;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Binder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A status is written later than the spec: what it says of the spec before is neither an admission nor a refusal. */
class EarlierAdmissionTest {
    private static final Route ACTION =
            Binder.read(Route.class, Json.tree(Map.of("service", "web", "port", "80", "host", "new.example.com")));
    private static final JsonNode PORT = Json.tree(Map.of("port", 80));

    @Test
    void aRouteIsNotAdmittedByWhatWasSaidOfItsHostBefore() {
        OpenShiftRoute opening = new OpenShiftRoute(ACTION, "apps", PORT);
        assertThat(opening.admitted(route("old.example.com", "True"))).isEmpty();
        assertThat(opening.admitted(route("old.example.com", "False"))).isEmpty();
        assertThat(opening.admitted(route("new.example.com", "True"))
                        .orElseThrow()
                        .host())
                .isEqualTo("new.example.com");
    }

    @Test
    void anHttpRouteIsNotAcceptedByWhatWasSaidOfAnEarlierGeneration() {
        JsonNode gateway = Json.tree(
                Map.of("apiVersion", "v1", "kind", "Gateway", "metadata", Map.of("name", "web", "namespace", "apps")));
        HttpRouteOpening opening = new HttpRouteOpening(ACTION, "apps", PORT, gateway);
        assertThat(opening.admitted(httpRoute(1, "True"))).isEmpty();
        assertThat(opening.admitted(httpRoute(1, "False"))).isEmpty();
        assertThat(opening.admitted(httpRoute(2, "True"))).isPresent();
    }

    private static JsonNode route(String said, String admitted) {
        Map<String, Object> condition = Map.of("type", "Admitted", "status", admitted, "reason", "HostAlreadyClaimed");
        Map<String, Object> ingress = Map.of("host", said, "conditions", List.of(condition));
        return Json.tree(
                Map.of("spec", Map.of("host", "new.example.com"), "status", Map.of("ingress", List.of(ingress))));
    }

    private static JsonNode httpRoute(int observed, String status) {
        List<Map<String, Object>> conditions = List.of(
                Map.of("type", "Accepted", "status", status, "observedGeneration", observed),
                Map.of("type", "ResolvedRefs", "status", status, "observedGeneration", observed));
        Map<String, Object> parent = Map.of("parentRef", Map.of("name", "web"), "conditions", conditions);
        return Json.tree(Map.of("metadata", Map.of("generation", 2), "status", Map.of("parents", List.of(parent))));
    }
}
