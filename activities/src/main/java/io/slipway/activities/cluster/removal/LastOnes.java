package io.slipway.activities.cluster.removal;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.api.ObjectRef;
import java.util.List;
import java.util.stream.Collectors;

/** Names of objects that are still there, for people. */
final class LastOnes {
    private static final int MOST = 3;

    private LastOnes() {}

    static String name(JsonNode object) {
        return ObjectRef.of(object).display();
    }

    static String names(List<JsonNode> objects) {
        String first = objects.stream().limit(MOST).map(LastOnes::name).collect(Collectors.joining(", "));
        return objects.size() > MOST ? first + " and " + (objects.size() - MOST) + " more" : first;
    }
}
