package io.slipway.model.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names that expressions see only at their own place: the element of a loop, outputs of the verb, what an activity saw. */
final class LocalNames {
    private LocalNames() {}

    /** The names with their types. */
    static List<String> of(CheckContext context, Where where, List<String> sees) {
        Optional<StepView> step = context.step(where);
        Map<String, String> names = new LinkedHashMap<>();
        step.filter(StepView::loops).ifPresent(loop -> {
            names.put("each", "dyn");
            names.put(loop.loopName(), "dyn");
        });
        if (where.key().equals("outputs")) {
            step.flatMap(of -> context.outputs()
                            .ofVerb(of)
                            .or(() -> of.definition().map(OutputTypes::of)))
                    .ifPresent(names::putAll);
        }
        sees.forEach(name -> names.put(
                name.substring(0, name.indexOf(':')),
                name.substring(name.indexOf(':') + 1).strip()));
        names.keySet().removeIf(name -> !name.matches("[A-Za-z_][A-Za-z0-9_]*"));
        List<String> list = new ArrayList<>();
        names.forEach((name, type) -> list.add(name + ": " + type));
        return list;
    }

    /** Whether a place may see names that nobody knows beforehand: outputs of an activity of any kind. */
    static boolean mayHave(CheckContext context, Where where) {
        return where.key().equals("outputs")
                && context.step(where)
                        .filter(step -> context.outputs().ofVerb(step).isEmpty())
                        .isPresent();
    }
}
