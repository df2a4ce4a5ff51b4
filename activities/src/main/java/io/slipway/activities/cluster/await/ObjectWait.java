package io.slipway.activities.cluster.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.cluster.watch.Bell;
import io.slipway.activities.cluster.watch.WatchedKind;
import io.slipway.activities.step.StepContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Waits until the objects of a kind in a namespace give an answer. */
public final class ObjectWait {
    private final Cluster cluster;
    private final StepContext context;

    /** Waits in a step. */
    public ObjectWait(Cluster cluster, StepContext context) {
        this.cluster = cluster;
        this.context = context;
    }

    /** What is asked of the objects as they are. */
    @FunctionalInterface
    public interface Question<T> {
        /** The answer; empty means not yet. */
        Optional<T> ask(Collection<JsonNode> objects) throws InterruptedException;
    }

    /** What waiting on objects of a kind asks. */
    public static Calls calls(ApiKind kind, String namespace) {
        return Calls.on(kind, namespace, "list", "watch");
    }

    /**
     * Asks after each change until there is an answer.
     *
     * @param longest how long, by the wall clock; never longer than the step's time
     * @param question what is asked
     * @return the answer, or empty when the time is over
     */
    public <T> Optional<T> until(ApiKind kind, String namespace, Duration longest, Question<T> question)
            throws InterruptedException {
        Instant end = context.clock().instant().plus(longest);
        Bell bell = new Bell();
        try (WatchedKind watched = cluster.watches().open(kind, namespace, bell)) {
            while (true) {
                Optional<T> answer = question.ask(watched.objects());
                if (answer.isPresent()) {
                    return answer;
                }
                Duration left = Duration.between(context.clock().instant(), end);
                Duration most = left.compareTo(context.left()) < 0 ? left : context.left();
                if (most.isNegative() || most.isZero()) {
                    return Optional.empty();
                }
                bell.await(most);
            }
        }
    }

    /** The object of that name among others. */
    public static Optional<JsonNode> named(Collection<JsonNode> objects, String name) {
        return objects.stream()
                .filter(object -> object.path("metadata").path("name").asText().equals(name))
                .findFirst();
    }
}
