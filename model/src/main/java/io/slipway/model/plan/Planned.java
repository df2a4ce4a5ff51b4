package io.slipway.model.plan;

import io.slipway.model.check.Problem;
import java.util.List;

/** What came of planning. */
public sealed interface Planned {
    /**
     * There is a plan.
     *
     * @param plan the plan
     * @param warnings what its author should look at
     */
    record Ready(Plan plan, List<Problem> warnings) implements Planned {
        public Ready {
            warnings = List.copyOf(warnings);
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
