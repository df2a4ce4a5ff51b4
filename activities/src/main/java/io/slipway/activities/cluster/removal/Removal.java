package io.slipway.activities.cluster.removal;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.DeleteOptions;
import io.slipway.activities.cluster.api.KubeApi;
import io.slipway.activities.cluster.api.ListQuery;
import io.slipway.activities.cluster.owner.ApplyOrder;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.cluster.watch.Bell;
import io.slipway.activities.cluster.watch.WatchedKind;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.journal.Change;
import io.slipway.model.journal.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Deletes objects, the last applied first, and waits until they are gone. Custom resources go before the rest, since their
 * finalizers need the operator that may go with them.
 */
public final class Removal {
    /** Owned objects go afterwards. */
    public static final String BACKGROUND = "Background";

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final Cluster cluster;
    private final StepContext context;

    private record Scope(String apiVersion, String plural, String namespace) {
        static Scope of(Doomed doomed) {
            return new Scope(
                    doomed.kind().apiVersion(),
                    doomed.kind().plural(),
                    doomed.ref().namespace());
        }
    }

    /** Deletes in a step. */
    public Removal(Cluster cluster, StepContext context) {
        this.cluster = cluster;
        this.context = context;
    }

    /** What is asked to delete objects of a kind and to wait until they are gone. */
    public static Calls calls(ApiKind kind, String namespace) {
        return Calls.on(kind, namespace, "get", "list", "watch", "delete");
    }

    /**
     * Deletes them and waits.
     *
     * @param propagation {@code Background}, {@code Foreground} or {@code Orphan}
     * @throws StepFailure when one is still there at the end of the step's time; a finalizer that hangs is named
     */
    public void remove(List<Doomed> objects, String propagation) throws InterruptedException {
        Map<Boolean, List<Doomed>> parts = objects.stream()
                .sorted(Comparator.comparing(Removal::order).reversed())
                .collect(Collectors.partitioningBy(each -> order(each) == ApplyOrder.REST));
        together(parts.get(true), propagation);
        together(parts.get(false), propagation);
    }

    private static ApplyOrder order(Doomed doomed) {
        return ApplyOrder.of(doomed.ref().kind());
    }

    private void together(List<Doomed> ordered, String propagation) throws InterruptedException {
        if (ordered.isEmpty()) {
            return;
        }
        Bell bell = new Bell();
        Map<Scope, WatchedKind> watched = new LinkedHashMap<>();
        try {
            for (Doomed each : ordered) {
                if (!watched.containsKey(Scope.of(each))) {
                    watched.put(
                            Scope.of(each),
                            cluster.watches().open(each.kind(), each.ref().namespace(), bell));
                }
            }
            for (Doomed each : ordered) {
                delete(each, propagation);
            }
            await(ordered, watched, bell);
        } finally {
            watched.values().forEach(WatchedKind::close);
        }
    }

    private void delete(Doomed doomed, String propagation) throws InterruptedException {
        KubeApi api = cluster.api(context);
        try {
            boolean was = api.delete(doomed.kind(), doomed.ref(), new DeleteOptions(propagation, doomed.uid()));
            if (was) {
                context.recorder().change(fact(doomed));
            }
        } catch (ApiException e) {
            boolean another = e.code() == 409 && !doomed.uid().isEmpty();
            if (!another) {
                throw e.passingOrFailure("delete " + doomed.ref().place());
            }
        }
    }

    private void await(List<Doomed> objects, Map<Scope, WatchedKind> watched, Bell bell) throws InterruptedException {
        while (true) {
            List<JsonNode> left = new ArrayList<>();
            for (Doomed each : objects) {
                still(each, watched.get(Scope.of(each))).ifPresent(left::add);
            }
            if (left.isEmpty()) {
                left = notSeen(objects, watched);
            }
            if (left.isEmpty()) {
                return;
            }
            context.progress("waiting until " + left.size() + " objects are deleted: " + LastOnes.names(left));
            bell.await(shorter(LOOK_AGAIN, context.left()));
            if (context.left().isZero()) {
                throw hanging(left);
            }
        }
    }

    /** Those that a watch that others share may not have seen yet, since they were just made. */
    private List<JsonNode> notSeen(List<Doomed> objects, Map<Scope, WatchedKind> watched) throws InterruptedException {
        List<JsonNode> left = new ArrayList<>();
        for (Map.Entry<Scope, WatchedKind> scope : watched.entrySet()) {
            if (scope.getValue().joined()) {
                List<JsonNode> live = cluster.api()
                        .list(scope.getValue().kind(), scope.getKey().namespace(), ListQuery.ALL);
                objects.stream()
                        .filter(each -> Scope.of(each).equals(scope.getKey()))
                        .flatMap(each -> live.stream().filter(object -> isMeant(each, object)))
                        .forEach(left::add);
            }
        }
        return left;
    }

    private static boolean isMeant(Doomed doomed, JsonNode live) {
        JsonNode metadata = live.path("metadata");
        return metadata.path("name").asText().equals(doomed.ref().name())
                && (doomed.uid().isEmpty()
                        || doomed.uid().equals(metadata.path("uid").asText("")));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Optional<JsonNode> still(Doomed doomed, WatchedKind watched) {
        return watched.get(doomed.ref().namespace(), doomed.ref().name())
                .filter(live -> doomed.uid().isEmpty()
                        || doomed.uid().equals(live.path("metadata").path("uid").asText("")));
    }

    private static StepFailure hanging(List<JsonNode> left) {
        JsonNode first = left.getFirst();
        String finalizers = first.path("metadata")
                .path("finalizers")
                .valueStream()
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
        return new StepFailure(new Failure(
                "not deleted in time: " + LastOnes.names(left),
                LastOnes.name(first),
                finalizers.isEmpty()
                        ? "it is still being deleted"
                        : LastOnes.name(first) + " waits for its finalizers: " + finalizers,
                finalizers.isEmpty()
                        ? "raise the step's timeout"
                        : "check that the controller of the finalizer is running; remove the finalizer only if"
                                + " nothing is left for it to clean up",
                List.of(),
                true));
    }

    /** The fact that an object was deleted. */
    public static Change fact(Doomed doomed) {
        return new Change(
                Change.Kind.DELETED,
                doomed.ref().apiVersion(),
                doomed.ref().kind(),
                doomed.ref().namespace(),
                doomed.ref().name(),
                doomed.uid(),
                List.of(),
                Optional.empty(),
                true);
    }
}
