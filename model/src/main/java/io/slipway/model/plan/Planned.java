package io.slipway.model.plan;

import io.slipway.model.check.Problem;
import java.util.List;
import java.util.Set;

/** What came of planning. */
public sealed interface Planned {
    /**
     * There is a plan.
     *
     * @param plan the plan
     * @param warnings what its author should look at
     * @param given parameters whose values were given, not taken from the profile or the default
     */
    record Ready(Plan plan, List<Problem> warnings, Set<String> given) implements Planned {
        public Ready {
            warnings = List.copyOf(warnings);
            given = Set.copyOf(given);
        }
    }

    /**
     * There is none.
     *
     * @param problems all problems, sorted by place; at least one error
     */
    record Refused(List<Problem> problems) implements Planned {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
