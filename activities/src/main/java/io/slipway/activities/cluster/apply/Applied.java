package io.slipway.activities.cluster.apply;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.api.Answer;
import io.slipway.activities.cluster.compare.ChangedPaths;
import io.slipway.model.journal.Change;
import java.util.List;
import java.util.Optional;

/**
 * What became of one object.
 *
 * @param desired as it was wanted
 * @param kind created, configured or unchanged
 * @param before as it was, when it was there
 * @param after as it is
 */
public record Applied(Desired desired, Change.Kind kind, Optional<JsonNode> before, JsonNode after) {

    static Applied unchanged(Desired desired, JsonNode live) {
        return new Applied(desired, Change.Kind.UNCHANGED, Optional.of(live), live);
    }

    static Applied of(Desired desired, Optional<JsonNode> before, Answer answer) {
        Change.Kind kind = answer.created()
                ? Change.Kind.CREATED
                : before.filter(was -> version(was).equals(version(answer.body())))
                                .isPresent()
                        ? Change.Kind.UNCHANGED
                        : Change.Kind.CONFIGURED;
        return new Applied(desired, kind, before, answer.body());
    }

    private static String version(JsonNode object) {
        return object.path("metadata").path("resourceVersion").asText("");
    }

    /** Its uid. */
    public String uid() {
        return after.path("metadata").path("uid").asText("");
    }

    /** Paths of the fields that changed. */
    public List<String> fields() {
        return kind == Change.Kind.CONFIGURED && before.isPresent()
                ? ChangedPaths.between(before.get(), after)
                : List.of();
    }
}
