package io.slipway.activities.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.IfAllowed;
import io.slipway.activities.cluster.api.ListQuery;
import io.slipway.activities.cluster.apply.Desired;
import io.slipway.activities.cluster.quota.LimitDefaults;
import io.slipway.activities.cluster.quota.QuotaForecast;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the objects of a plan need of the ResourceQuotas of their namespaces, also of quotas and LimitRanges that the plan brings.
 * Without the right to read them nothing is said.
 */
final class Quotas {
    private static final ApiKind QUOTAS = ApiKind.namespaced("v1", "ResourceQuota", "resourcequotas");
    private static final ApiKind LIMIT_RANGES = ApiKind.namespaced("v1", "LimitRange", "limitranges");

    private final Cluster cluster;
    private final Map<String, List<Want>> wants = new TreeMap<>();

    Quotas(Cluster cluster) {
        this.cluster = cluster;
    }

    /** An object that a step wants. */
    private record Want(String step, Desired desired) {}

    void want(String step, List<Desired> objects) {
        objects.stream()
                .filter(each -> each.kind().namespaced())
                .forEach(each -> wants.computeIfAbsent(each.ref().namespace(), namespace -> new ArrayList<>())
                        .add(new Want(step, each)));
    }

    /** A line for each quota's resource of which there is too little. */
    List<String> exceeded() throws InterruptedException {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, List<Want>> namespace : wants.entrySet()) {
            exceeded(namespace.getKey(), namespace.getValue())
                    .forEach(line -> lines.add("namespace " + namespace.getKey() + ": " + line));
        }
        return lines;
    }

    private List<String> exceeded(String namespace, List<Want> objects) throws InterruptedException {
        List<JsonNode> quotas = planned(QUOTAS, namespace, objects);
        if (quotas.isEmpty()) {
            return List.of();
        }
        LimitDefaults defaults = LimitDefaults.of(planned(LIMIT_RANGES, namespace, objects));
        QuotaForecast forecast = new QuotaForecast(quotas, defaults);
        for (Want want : objects) {
            ApiKind kind = want.desired().kind();
            String plural = kind.group().isEmpty() ? kind.plural() : kind.plural() + "." + kind.group();
            forecast.add(
                    want.step(), plural, live(want.desired()), want.desired().tree());
        }
        return forecast.exceeded();
    }

    private JsonNode live(Desired desired) throws InterruptedException {
        return IfAllowed.ask(() -> cluster.api()
                        .get(
                                desired.kind(),
                                desired.ref().namespace(),
                                desired.ref().name()))
                .flatMap(live -> live)
                .orElse(MissingNode.getInstance());
    }

    /** Those of the cluster as the plan would leave them: what it changes has its new spec and its old status. */
    private List<JsonNode> planned(ApiKind kind, String namespace, List<Want> objects) throws InterruptedException {
        Map<String, JsonNode> all = new TreeMap<>();
        list(kind, namespace).forEach(object -> all.put(name(object), object));
        for (Want want : objects) {
            JsonNode tree = want.desired().tree();
            if (want.desired().kind().kind().equals(kind.kind())) {
                ObjectNode later = tree.deepCopy();
                later.set(
                        "status",
                        all.getOrDefault(name(tree), MissingNode.getInstance())
                                .path("status")
                                .deepCopy());
                all.put(name(tree), later);
            }
        }
        return List.copyOf(all.values());
    }

    private static String name(JsonNode object) {
        return object.path("metadata").path("name").asText();
    }

    private List<JsonNode> list(ApiKind kind, String namespace) throws InterruptedException {
        return IfAllowed.ask(() -> cluster.api().list(kind, namespace, ListQuery.ALL))
                .orElse(List.of());
    }
}
