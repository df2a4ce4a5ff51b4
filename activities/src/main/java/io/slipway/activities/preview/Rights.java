package io.slipway.activities.preview;

import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.parallel.Parallel;
import io.slipway.activities.validate.probes.AccessReview;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The rights that the steps of a plan need, asked of the API server all at once.
 *
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/authorization/">Authorization</a>
 */
final class Rights {
    private static final int AT_A_TIME = 16;

    private final Cluster cluster;
    private final Map<Right, Set<String>> needed = new java.util.LinkedHashMap<>();

    Rights(Cluster cluster) {
        this.cluster = cluster;
    }

    void need(String step, Stream<Right> rights) {
        rights.forEach(
                right -> needed.computeIfAbsent(right, each -> new TreeSet<>()).add(step));
    }

    /** Whether the account may do everything everywhere, so that nothing else has to be asked. */
    boolean isUnlimited() throws InterruptedException {
        return may(new Right("*", "*.*", ""));
    }

    /** A line for each resource on which rights are missing; empty when all are there, or the server answers no reviews. */
    List<String> missing() throws InterruptedException {
        List<Right> all = List.copyOf(needed.keySet());
        List<Boolean> granted = Parallel.map(all, AT_A_TIME, this::may);
        Map<String, Set<String>> verbs = new TreeMap<>();
        Map<String, Set<String>> steps = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) {
            if (!granted.get(i)) {
                Right right = all.get(i);
                verbs.computeIfAbsent(right.place(), place -> new TreeSet<>()).add(right.verb());
                steps.computeIfAbsent(right.place(), place -> new TreeSet<>()).addAll(needed.get(right));
            }
        }
        List<String> lines = new ArrayList<>();
        verbs.forEach((place, missing) -> lines.add("the account may not " + String.join(", ", missing) + " " + place
                + ", as needed by " + String.join(", ", steps.get(place))));
        return lines;
    }

    private boolean may(Right right) throws InterruptedException {
        AccessReview review = new AccessReview(right.verb(), right.resource(), right.namespace());
        try {
            return review.ask(cluster.api(), Optional.empty(), right.namespace())
                    .allowed();
        } catch (ApiException e) {
            if (e.passing()) {
                throw e;
            }
            return true; // a server without reviews decides when it is asked for the thing itself
        }
    }
}
