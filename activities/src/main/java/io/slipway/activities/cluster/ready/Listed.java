package io.slipway.activities.cluster.ready;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ListQuery;
import io.slipway.activities.cluster.api.ObjectRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects of a wait as the server has them now, one list for each kind and namespace. */
final class Listed implements Sight {
    private final Map<Place, List<JsonNode>> lists = new LinkedHashMap<>();

    private record Place(String apiVersion, String plural, String namespace) {
        static Place of(ApiKind kind, String namespace) {
            return new Place(kind.apiVersion(), kind.plural(), kind.namespaced() ? namespace : "");
        }
    }

    private Listed() {}

    static Listed now(Cluster cluster, Subjects subjects) throws InterruptedException {
        Listed listed = new Listed();
        Map<Place, List<Subjects.Named>> named = new LinkedHashMap<>();
        for (Subjects.Named each : subjects.named()) {
            named.computeIfAbsent(Place.of(each.kind(), each.ref().namespace()), any -> new ArrayList<>())
                    .add(each);
        }
        for (Map.Entry<Place, List<Subjects.Named>> place : named.entrySet()) {
            List<Subjects.Named> wanted = place.getValue();
            ListQuery query = wanted.size() == 1
                    ? new ListQuery(
                            "", "metadata.name=" + wanted.getFirst().ref().name())
                    : ListQuery.ALL;
            listed.add(cluster, wanted.getFirst().kind(), place.getKey(), query);
        }
        for (Subjects.Selected each : subjects.selected()) {
            listed.add(
                    cluster,
                    each.kind(),
                    Place.of(each.kind(), each.namespace()),
                    ListQuery.labels(each.selector().toString()));
        }
        return listed;
    }

    private void add(Cluster cluster, ApiKind kind, Place place, ListQuery query) throws InterruptedException {
        lists.computeIfAbsent(place, any -> new ArrayList<>())
                .addAll(cluster.api().list(kind, place.namespace(), query));
    }

    @Override
    public Optional<JsonNode> get(ApiKind kind, ObjectRef ref) {
        return objects(kind, ref.namespace()).stream()
                .filter(object -> object.path("metadata").path("name").asText().equals(ref.name()))
                .findFirst();
    }

    @Override
    public Collection<JsonNode> objects(ApiKind kind, String namespace) {
        return lists.getOrDefault(Place.of(kind, namespace), List.of());
    }
}
