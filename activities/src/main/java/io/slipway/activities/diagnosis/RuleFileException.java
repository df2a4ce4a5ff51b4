package io.slipway.activities.diagnosis;

import io.slipway.model.check.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A rules file with mistakes: each with file, line, column, cause and what to write instead. */
public final class RuleFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    RuleFileException(List<Problem> problems) {
        super(problems.stream().sorted().map(Problem::toString).collect(Collectors.joining("\n")), null, false, false);
        this.problems = problems.stream().sorted().toList();
    }

    /** The mistakes, sorted by place. */
    public List<Problem> problems() {
        return problems == null ? List.of() : problems;
    }
}
