package io.slipway.activities.cluster.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.api.Answer;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ApplyOptions;
import io.slipway.activities.cluster.api.KubeApi;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.model.action.Conflicts;
import java.util.Optional;

/** Applies one object, unless it is as it should be, and deals with fields of other managers. */
final class OneObject {
    private final KubeApi api;
    private final Owner owner;
    private final Conflicts conflicts;

    OneObject(KubeApi api, Owner owner, Conflicts conflicts) {
        this.api = api;
        this.owner = owner;
        this.conflicts = conflicts;
    }

    Applied apply(Desired desired, Optional<JsonNode> before) throws InterruptedException {
        try {
            if (before.isPresent() && new Wanted(desired, owner).stays(before.get())) {
                return Applied.unchanged(desired, before.get());
            }
            if (before.isPresent() && conflicts == Conflicts.ADOPT) {
                new Adoption(api, owner).adopt(desired, before.get());
            }
            return Applied.of(desired, before, send(desired, before));
        } catch (ApiException e) {
            throw e.passingOrFailure("apply " + desired.ref().place() + " (" + desired.place() + ")");
        }
    }

    private Answer send(Desired desired, Optional<JsonNode> before) throws InterruptedException {
        ApplyOptions options = ApplyOptions.as(owner.manager());
        ObjectNode tree = new Wanted(desired, owner).tree(before);
        if (conflicts == Conflicts.TAKE) {
            return api.apply(desired.kind(), desired.ref(), tree, options.forced());
        }
        try {
            return api.apply(desired.kind(), desired.ref(), tree, options);
        } catch (ApiException e) {
            FieldConflicts found = FieldConflicts.in(e);
            if (found.onlyOf(owner)) {
                return api.apply(desired.kind(), desired.ref(), tree, options.forced());
            }
            throw found.isEmpty() ? e : found.failure(desired);
        }
    }
}
