package io.slipway.activities.preflight;

import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.validate.probes.AccessReview;
import io.slipway.activities.validate.probes.Seen;
import io.slipway.model.action.Preflight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rights of the worker on one resource. */
final class PermissionNeed {
    private PermissionNeed() {}

    static Need of(Preflight.Permission permission) {
        String rights = String.join(", ", permission.verbs()) + " " + permission.resource();
        return new Need(
                "permission " + permission.resource(),
                "permissions",
                "the worker may " + rights,
                reach -> Calls.NONE,
                reach -> ask(permission, reach));
    }

    private static Seen ask(Preflight.Permission permission, Reach reach) throws InterruptedException {
        String namespace = reach.namespace(permission.namespace());
        List<String> refused = new ArrayList<>();
        for (String verb : permission.verbs()) {
            AccessReview review = new AccessReview(verb, permission.resource(), namespace);
            if (!review.ask(reach.api(), Optional.empty(), namespace).allowed()) {
                refused.add(verb);
            }
        }
        String verbs = String.join(", ", refused);
        return Seen.good(Map.of(), refused.isEmpty() ? "granted" : "refused: " + verbs)
                .butWhen(
                        !refused.isEmpty(),
                        "the worker may not " + verbs + " " + permission.resource() + " in namespace " + namespace,
                        "add these verbs to the Role of the worker's account, or choose another target");
    }
}
