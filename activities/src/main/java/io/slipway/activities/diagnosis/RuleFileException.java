package io.slipway.activities.diagnosis;

import java.util.List;

/** A rules file with mistakes: each with file, line, column, cause and what to write instead. */
public final class RuleFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    RuleFileException(List<String> problems) {
        super(String.join("\n", problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** The mistakes, in the order of the file. */
    public List<String> problems() {
        return problems == null ? List.of() : problems;
    }
}
