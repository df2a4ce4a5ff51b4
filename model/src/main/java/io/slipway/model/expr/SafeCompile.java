package io.slipway.model.expr;

import com.google.common.collect.ImmutableList;
import dev.cel.checker.CelChecker;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.parser.CelParser;
import java.util.Set;
import java.util.function.Function;

/** Parses and checks so that no input, however odd, leaves as an exception. */
final class SafeCompile {
    private static final CelParser PARSER = CelSetup.parser();

    private SafeCompile() {}

    /** Reads without types. */
    static CelValidationResult parse(String source) {
        if (source.length() > CelSetup.MAX_LENGTH) {
            return failed("the expression has " + source.length() + " characters, more than " + CelSetup.MAX_LENGTH);
        }
        if (source.isBlank()) {
            return failed("the expression is empty");
        }
        try {
            return PARSER.parse(source);
        } catch (RuntimeException | StackOverflowError e) {
            return failed("the expression cannot be read");
        }
    }

    /**
     * Reads and checks.
     *
     * @param checkers names of the functions that are called → a checker that knows them
     */
    static CelValidationResult run(String source, Function<Set<String>, CelChecker> checkers) {
        CelValidationResult parsed = parse(source);
        if (parsed.hasError()) {
            return first(parsed);
        }
        try {
            return checkers.apply(CalledFunctions.in(parsed.getAst())).check(parsed.getAst());
        } catch (CelValidationException | RuntimeException | StackOverflowError e) {
            return failed("the expression cannot be read");
        }
    }

    /** What a parser says after the first mistake is most often of its making. */
    private static CelValidationResult first(CelValidationResult parsed) {
        return new CelValidationResult(
                parsed.getSource(), ImmutableList.of(parsed.getErrors().getFirst()));
    }

    private static CelValidationResult failed(String message) {
        return new CelValidationResult(
                CelSource.newBuilder("").build(), ImmutableList.of(CelIssue.formatError(1, 0, message)));
    }
}
