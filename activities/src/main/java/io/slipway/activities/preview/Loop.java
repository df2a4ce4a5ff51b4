package io.slipway.activities.preview;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.expr.Expressions;
import io.slipway.model.plan.PlannedStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The elements of a loop, as far as they are known before a run; named as the run names them. */
final class Loop {
    private Loop() {}

    /** An element with the name of its step. */
    record Element(String name, JsonNode value) {}

    /** The elements, or empty when only the run knows them. */
    static Optional<List<Element>> elements(PlannedStep step, Map<String, JsonNode> names) {
        JsonNode template = step.forEach().orElseThrow();
        if (LateValues.isLate(Expressions.referencesIn(template), names)) {
            return Optional.empty();
        }
        JsonNode list = new LateValues(names).resolve(template);
        Set<String> labels = new HashSet<>();
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String label = label(list.get(i), i);
            elements.add(new Element(
                    step.name() + "[" + (labels.add(label) ? label : String.valueOf(i)) + "]", list.get(i)));
        }
        return Optional.of(elements);
    }

    private static String label(JsonNode element, int index) {
        JsonNode named = element.isObject() ? element.path("name") : element;
        String text = named.isValueNode() ? named.asText() : "";
        return text.matches("[A-Za-z0-9._-]{1,40}") ? text : String.valueOf(index);
    }
}
