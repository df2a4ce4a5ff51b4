package io.slipway.model.expr;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationResult;
import dev.cel.compiler.CelCompiler;

/** Compiles so that no input, however odd, leaves as an exception. */
final class SafeCompile {
    private SafeCompile() {}

    static CelValidationResult run(CelCompiler compiler, String source) {
        if (source.length() > CelSetup.MAX_LENGTH) {
            return failed("the expression has " + source.length() + " characters, more than " + CelSetup.MAX_LENGTH);
        }
        if (source.isBlank()) {
            return failed("the expression is empty");
        }
        try {
            return compiler.compile(source);
        } catch (RuntimeException | StackOverflowError e) {
            return failed("the expression cannot be read");
        }
    }

    private static CelValidationResult failed(String message) {
        return new CelValidationResult(
                CelSource.newBuilder("").build(), ImmutableList.of(CelIssue.formatError(1, 0, message)));
    }
}
