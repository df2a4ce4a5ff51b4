package io.slipway.activities.cluster.readiness.general;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.readiness.rule.Condition;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What holds for every kind: an object that is going, or whose status speaks of an older spec, is not ready. */
public final class Lifecycle {

    private Lifecycle() {}

    /** Objects with a deletion time; their finalizers are named, since one of them may hang. */
    public static ReadinessRule deletion() {
        return object -> object.has("metadata.deletionTimestamp")
                ? Optional.of(new Readiness.Progressing("it is being deleted" + finalizers(object)))
                : Optional.empty();
    }

    /** A status older than the spec, or, as Flux writes -1, of none that ever succeeded, by the generation its controller wrote at {@code path}. */
    public static ReadinessRule observed(String path) {
        return object -> {
            OptionalLong generation = object.generation();
            OptionalLong seen = object.number(path);
            if (generation.isEmpty() || seen.isEmpty() || seen.getAsLong() >= generation.getAsLong()) {
                return Optional.empty();
            }
            return Optional.of(
                    seen.getAsLong() < 0
                            ? new Readiness.Progressing("its controller has never succeeded with it" + why(object))
                            : stale(generation.getAsLong(), seen.getAsLong()));
        };
    }

    private static String why(KubeObject object) {
        return object.condition("Ready")
                .filter(Condition::isFalse)
                .map(ready -> ": " + ready.describe())
                .orElse("");
    }

    /** The verdict for a status of generation {@code seen} while the spec is of {@code generation}. */
    public static Readiness stale(long generation, long seen) {
        return new Readiness.Progressing(
                "its controller has seen generation " + seen + " of the spec, not yet " + generation);
    }

    private static String finalizers(KubeObject object) {
        List<String> names = new ArrayList<>();
        for (JsonNode finalizer : object.at("metadata.finalizers")) {
            names.add(finalizer.asText());
        }
        return names.isEmpty() ? "" : ", finalizers " + String.join(", ", names);
    }
}
