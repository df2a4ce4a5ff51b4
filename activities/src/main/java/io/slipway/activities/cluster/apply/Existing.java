package io.slipway.activities.cluster.apply;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ListQuery;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.parallel.Parallel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The objects as they are before anything is applied: listed once for a kind and namespace when there are several. */
public final class Existing {
    private static final int AT_A_TIME = 16;
    private static final int WORTH_A_LIST = 4;

    private final Map<ObjectRef, JsonNode> objects;

    private record Place(ApiKind kind, String namespace) {}

    private Existing(Map<ObjectRef, JsonNode> objects) {
        this.objects = objects;
    }

    /** Reads those of the desired objects that exist. */
    public static Existing read(Cluster cluster, List<Desired> desired) throws InterruptedException {
        Map<Place, List<Desired>> places = desired.stream()
                .collect(Collectors.groupingBy(
                        each -> new Place(each.kind(), each.ref().namespace())));
        Map<ObjectRef, JsonNode> found = new HashMap<>();
        Parallel.map(
                        List.copyOf(places.entrySet()),
                        AT_A_TIME,
                        place -> read(cluster, place.getKey(), place.getValue()))
                .forEach(found::putAll);
        return new Existing(found);
    }

    /** The object as it was, or empty. */
    public Optional<JsonNode> get(ObjectRef ref) {
        return Optional.ofNullable(objects.get(ref.key()));
    }

    private static Map<ObjectRef, JsonNode> read(Cluster cluster, Place place, List<Desired> wanted)
            throws InterruptedException {
        if (wanted.size() >= WORTH_A_LIST) {
            try {
                return list(cluster, place);
            } catch (ApiException e) {
                if (e.code() != 403 && e.code() != 404) {
                    throw e;
                }
                // may get but not list, or the kind is still to be defined
            }
        }
        Map<ObjectRef, JsonNode> found = new HashMap<>();
        List<Optional<JsonNode>> each = Parallel.map(
                wanted,
                AT_A_TIME,
                one -> cluster.api()
                        .get(one.kind(), one.ref().namespace(), one.ref().name()));
        for (int i = 0; i < wanted.size(); i++) {
            ObjectRef ref = wanted.get(i).ref();
            each.get(i).ifPresent(object -> found.put(ref.key(), object));
        }
        return found;
    }

    private static Map<ObjectRef, JsonNode> list(Cluster cluster, Place place) throws InterruptedException {
        Map<ObjectRef, JsonNode> found = new HashMap<>();
        for (JsonNode object : cluster.api().list(place.kind(), place.namespace(), ListQuery.ALL)) {
            found.put(ObjectRef.of(object).key(), object);
        }
        return found;
    }
}
