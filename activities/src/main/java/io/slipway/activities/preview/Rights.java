package io.slipway.activities.preview;

import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.IfAllowed;
import io.slipway.activities.cluster.parallel.Parallel;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.cluster.rights.Right;
import io.slipway.activities.validate.probes.AccessReview;
import io.slipway.model.journal.StepRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rights that the steps of a plan need, asked of the API server all at once.
 *
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/authorization/">Authorization</a>
 */
final class Rights {
    private static final int AT_A_TIME = 16;

    private final Cluster cluster;
    private final Map<Right, Set<String>> needed = new LinkedHashMap<>();
    private final Map<Right, Set<String>> useful = new LinkedHashMap<>();
    private final Map<String, Set<Place>> places = new LinkedHashMap<>();
    private final List<Later> later = new ArrayList<>();

    private record Place(ApiKind kind, String namespace) {}

    private record Later(String step, Calls.OfStep calls) {}

    Rights(Cluster cluster) {
        this.cluster = cluster;
    }

    /** A step brings objects of that kind. */
    void brings(String step, ApiKind kind, String namespace) {
        places.computeIfAbsent(step, name -> new HashSet<>()).add(new Place(kind, namespace));
    }

    void need(String step, Calls calls) {
        calls.needed().forEach(right -> add(needed, right, step));
        calls.useful().forEach(right -> add(useful, right, step));
        calls.ofSteps().forEach(each -> later.add(new Later(step, each)));
    }

    /** What is not known before the run cannot be asked. */
    private static void add(Map<Right, Set<String>> rights, Right right, String step) {
        if (!right.toString().contains(LateValues.MARK)) {
            rights.computeIfAbsent(right, each -> new TreeSet<>()).add(step);
        }
    }

    /** Whether the account may do everything everywhere, so that nothing else has to be asked. */
    boolean isUnlimited() throws InterruptedException {
        return may(new Right("*", "*.*", ""));
    }

    /** Everything that the steps may ask, also what they can do without. */
    Set<Right> all() {
        settle();
        Set<Right> all = new HashSet<>(needed.keySet());
        all.addAll(useful.keySet());
        return all;
    }

    /** A line for each resource on which rights are missing; empty when all are there, or the server answers no reviews. */
    List<String> missing() throws InterruptedException {
        settle();
        return lines(needed, ", as needed by ");
    }

    /** The same for rights without which steps go on. */
    List<String> unhelpful() throws InterruptedException {
        settle();
        useful.keySet().removeAll(needed.keySet());
        return lines(useful, "; without it, fewer details of failures are shown, or objects are left behind, by ");
    }

    /** Now that all steps have said what they bring. */
    private void settle() {
        for (Later each : List.copyOf(later)) {
            String of = each.calls().step();
            places.forEach((step, brought) -> {
                if (of.isEmpty() || of.equals(StepRecord.planned(step))) {
                    brought.forEach(
                            place -> need(each.step(), each.calls().calls().in(place.kind(), place.namespace())));
                }
            });
        }
        later.clear();
    }

    private List<String> lines(Map<Right, Set<String>> asked, String why) throws InterruptedException {
        List<Right> all = List.copyOf(asked.keySet());
        List<Boolean> granted = Parallel.map(all, AT_A_TIME, this::may);
        Map<String, Set<String>> verbs = new TreeMap<>();
        Map<String, Set<String>> steps = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) {
            if (!granted.get(i)) {
                Right right = all.get(i);
                verbs.computeIfAbsent(right.place(), place -> new TreeSet<>()).add(right.verb());
                steps.computeIfAbsent(right.place(), place -> new TreeSet<>()).addAll(asked.get(right));
            }
        }
        List<String> lines = new ArrayList<>();
        verbs.forEach((place, missing) -> lines.add("the account may not " + String.join(", ", missing) + " " + place
                + why + String.join(", ", steps.get(place))));
        return lines;
    }

    private boolean may(Right right) throws InterruptedException {
        AccessReview review = new AccessReview(right.verb(), right.resource(), right.namespace());
        // a server without reviews decides when it is asked for the thing itself
        return IfAllowed.ask(() -> review.ask(cluster.api(), Optional.empty(), right.namespace())
                        .allowed())
                .orElse(true);
    }
}
