package io.slipway.model.amend;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.plan.PlanHeader;
import io.slipway.model.plan.PlannedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parts of two steps of one name that decide what they do. Time-outs, tries, what follows a failure, undo and texts
 * for people are none of them: they may change under a step that is done.
 */
final class StepParts {
    private final List<String> different = new ArrayList<>();

    private StepParts() {}

    static List<String> different(PlannedStep before, PlannedStep after, PlanHeader old, PlanHeader now) {
        StepParts parts = new StepParts();
        parts.part(before.stage(), after.stage(), "stage");
        parts.part(before.verb(), after.verb(), "verb");
        parts.part(before.when(), after.when(), "when");
        parts.part(before.forEach(), after.forEach(), "forEach");
        parts.part(before.as(), after.as(), "as");
        parts.part(before.outputs(), after.outputs(), "outputs");
        parts.action(before, after);
        parts.files(before.files(), after.files());
        parts.params(after.reads(), old.params(), now.params());
        return parts.different;
    }

    private void part(Object before, Object after, String name) {
        if (!Objects.equals(before, after)) {
            different.add(name);
        }
    }

    private void action(PlannedStep before, PlannedStep after) {
        if (!before.verb().equals(after.verb())) {
            return;
        }
        Set<String> fields = new TreeSet<>();
        before.action().fieldNames().forEachRemaining(fields::add);
        after.action().fieldNames().forEachRemaining(fields::add);
        for (String field : fields) {
            part(before.action().path(field), after.action().path(field), after.verb() + "." + field);
        }
    }

    private void files(Map<String, String> before, Map<String, String> after) {
        Set<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        paths.forEach(path -> part(before.get(path), after.get(path), path));
    }

    private void params(List<String> reads, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        for (String name : reads) {
            part(
                    before.get(name),
                    after.get(name),
                    "parameter '" + name + "': " + shown(before.get(name)) + " → " + shown(after.get(name)));
        }
    }

    private static String shown(JsonNode value) {
        return value == null ? "none" : value.isTextual() ? value.textValue() : value.toString();
    }
}
