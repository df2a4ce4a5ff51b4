package io.slipway.activities.cluster.apply;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.watch.Bell;
import io.slipway.activities.cluster.watch.WatchedKind;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import java.util.List;
import java.util.Optional;

/** Waits until new kinds are served. */
final class Establishment {
    private final Cluster cluster;
    private final StepContext context;

    Establishment(Cluster cluster, StepContext context) {
        this.cluster = cluster;
        this.context = context;
    }

    void await(List<Desired> definitions) throws InterruptedException {
        Bell bell = new Bell();
        try (WatchedKind watched = cluster.watches().open(definitions.getFirst().kind(), "", bell)) {
            for (Optional<Desired> next = waiting(watched, definitions);
                    next.isPresent();
                    next = waiting(watched, definitions)) {
                context.progress("waiting until " + next.get().ref().display() + " is established");
                if (!bell.await(context.left())) {
                    throw late(next.get());
                }
            }
        }
        cluster.kinds().refresh();
    }

    private static Optional<Desired> waiting(WatchedKind watched, List<Desired> definitions) {
        return definitions.stream()
                .filter(each -> watched.get("", each.ref().name())
                        .filter(Establishment::established)
                        .isEmpty())
                .findFirst();
    }

    private static boolean established(JsonNode definition) {
        return definition
                .path("status")
                .path("conditions")
                .valueStream()
                .anyMatch(condition -> condition.path("type").asText().equals("Established")
                        && condition.path("status").asText().equals("True"));
    }

    private static StepFailure late(Desired definition) {
        return StepFailure.of(
                definition.ref().display() + " was not established in time",
                "the API server has not accepted its names, or is slow",
                "see 'kubectl describe crd " + definition.ref().name() + "': the condition NamesAccepted says why");
    }
}
