package io.slipway.activities.cluster.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.Answer;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ApplyOptions;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.cluster.parallel.Parallel;
import io.slipway.model.action.Conflicts;
import io.slipway.model.journal.Change;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what applying would do, by the API server's dry run; writes nothing. */
public final class ApplyPreview {
    private static final int AT_A_TIME = 16;

    private final Cluster cluster;
    private final Owner owner;
    private final Conflicts conflicts;

    /** A preview for an owner. */
    public ApplyPreview(Cluster cluster, Owner owner, Conflicts conflicts) {
        this.cluster = cluster;
        this.owner = owner;
        this.conflicts = conflicts;
    }

    /** Those that are as they should be, so that nothing would be written. */
    public Set<ObjectRef> unchanged(List<Desired> objects) throws InterruptedException {
        Existing before = Existing.read(cluster, objects);
        return objects.stream()
                .filter(each ->
                        before.get(each.ref()).filter(live -> same(each, live)).isPresent())
                .map(each -> each.ref().key())
                .collect(Collectors.toSet());
    }

    /** What would become of each object, in the given order. */
    public List<Preview> of(List<Desired> objects) throws InterruptedException {
        Existing before = Existing.read(cluster, objects);
        return Parallel.map(objects, AT_A_TIME, each -> preview(each, before.get(each.ref())));
    }

    private Preview preview(Desired desired, Optional<JsonNode> before) throws InterruptedException {
        if (before.isPresent() && same(desired, before.get())) {
            return new Preview(desired.ref(), Change.Kind.UNCHANGED, "", "", ObjectState.of(before.get()), List.of());
        }
        try {
            Answer answer = dryRun(desired, before);
            return changed(desired, before, answer.body(), "", answer.warnings());
        } catch (ApiException e) {
            if (e.passing()) {
                throw e;
            }
            // its namespace or its kind may come with this very rollout
            boolean early = e.code() == 404 && before.isEmpty();
            return changed(desired, before, desired.tree(), early ? "" : problem(desired, e), List.of());
        }
    }

    private boolean same(Desired desired, JsonNode live) {
        return new Wanted(desired, owner).stays(live);
    }

    /** What another of our own managers holds, such as that of a {@code scale} step, the run takes. */
    private Answer dryRun(Desired desired, Optional<JsonNode> before) throws InterruptedException {
        ApplyOptions options = ApplyOptions.as(owner.manager()).dry();
        ObjectNode tree = new Wanted(desired, owner).tree(before);
        if (conflicts != Conflicts.FAIL) {
            return cluster.api().apply(desired.kind(), desired.ref(), tree, options.forced());
        }
        try {
            return cluster.api().apply(desired.kind(), desired.ref(), tree, options);
        } catch (ApiException e) {
            if (FieldConflicts.in(e).onlyOf(owner)) {
                return cluster.api().apply(desired.kind(), desired.ref(), tree, options.forced());
            }
            throw e;
        }
    }

    private static String problem(Desired desired, ApiException refusal) {
        FieldConflicts found = FieldConflicts.in(refusal);
        return found.isEmpty() ? refusal.getMessage() : found.failure(desired).getMessage();
    }

    private static Preview changed(
            Desired desired, Optional<JsonNode> before, JsonNode after, String problem, List<String> warnings) {
        String diff = ObjectDiff.between(desired.ref(), before.orElse(MissingNode.getInstance()), after);
        Change.Kind kind = before.isEmpty()
                ? Change.Kind.CREATED
                : diff.isEmpty() ? Change.Kind.UNCHANGED : Change.Kind.CONFIGURED;
        String state = before.map(ObjectState::of).orElse("");
        return new Preview(desired.ref(), kind, diff, problem, state, warnings);
    }
}
