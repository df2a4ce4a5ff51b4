package io.slipway.activities.preview;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.expr.Expressions;
import io.slipway.model.plan.PlannedStep;
import io.slipway.workflows.contract.LoopNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        List<String> called = LoopNames.of(step.name(), list);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            elements.add(new Element(called.get(i), list.get(i)));
        }
        return Optional.of(elements);
    }
}
