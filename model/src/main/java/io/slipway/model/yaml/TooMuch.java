package io.slipway.model.yaml;

/** Ends the reading of a file. Never leaves this package. */
final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient YamlProblem problem;

    TooMuch(YamlProblem problem) {
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    YamlProblem problem() {
        return problem;
    }
}
