package io.slipway.workflows.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a plan was made of. A rollout that is bound to it starts only while all of it is as it was.
 *
 * @param hash of all the rest
 * @param plan hash of the plan
 * @param target name of the target
 * @param params values of the parameters, as JSON
 * @param steps hash of each step
 * @param objects what would become of each object, and its fingerprint
 */
public record PlanBinding(
        String hash,
        String plan,
        String target,
        Map<String, String> params,
        Map<String, String> steps,
        Map<String, String> objects) {
    public PlanBinding {
        hash = hash == null ? "" : hash;
        plan = plan == null ? "" : plan;
        target = target == null ? "" : target;
        params = sorted(params);
        steps = sorted(steps);
        objects = sorted(objects);
    }

    private static Map<String, String> sorted(Map<String, String> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(map));
    }

    /** What is different now, a line each; empty when nothing is. */
    public List<String> moved(PlanBinding now) {
        if (hash.equals(now.hash)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        if (!target.isEmpty() && !target.equals(now.target)) {
            lines.add("it was made for target '" + target + "', not for '" + now.target + "'");
        }
        names(params, now.params)
                .forEach(name -> lines.add("parameter '" + name + "' was " + params.getOrDefault(name, "not set")
                        + ", and is " + now.params.getOrDefault(name, "not set")));
        names(steps, now.steps)
                .forEach(name ->
                        lines.add("step '" + name + "' " + how(steps, now.steps, name, "has changed in the pipeline")));
        if (lines.isEmpty() && !plan.equals(now.plan)) {
            lines.add("the pipeline has changed outside of its steps");
        }
        names(objects, now.objects)
                .forEach(name -> lines.add(name + " " + how(objects, now.objects, name, "has changed in the cluster")));
        if (lines.isEmpty()) {
            lines.add("its hash was " + hash + ", and is " + now.hash);
        }
        return lines;
    }

    private static String how(Map<String, String> before, Map<String, String> after, String name, String changed) {
        return before.containsKey(name)
                ? after.containsKey(name) ? changed : "is no longer part of the plan"
                : "is new";
    }

    /** Names whose values differ; none when the binding names nothing of that sort, as one typed by hand. */
    private static Set<String> names(Map<String, String> before, Map<String, String> after) {
        Set<String> names = new TreeSet<>();
        if (!before.isEmpty()) {
            names.addAll(before.keySet());
            names.addAll(after.keySet());
            names.removeIf(name -> before.getOrDefault(name, "").equals(after.getOrDefault(name, "")));
        }
        return names;
    }
}
