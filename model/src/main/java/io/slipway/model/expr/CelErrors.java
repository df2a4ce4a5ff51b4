package io.slipway.model.expr;

import dev.cel.common.CelErrorCode;
import dev.cel.common.CelException;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationResult;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CEL's own errors as ours. */
final class CelErrors {
    private static final Pattern RUNTIME =
            Pattern.compile("(?:evaluation error(?: at [^:]*(?::(\\d+))?)?: )?(.*)", Pattern.DOTALL);

    private CelErrors() {}

    static List<ExpressionError> of(String source, CelValidationResult result) {
        return result.getErrors().stream()
                .map(issue -> of(source, result.getSource(), issue))
                .distinct()
                .toList();
    }

    private static ExpressionError of(String source, CelSource celSource, CelIssue issue) {
        CelSourceLocation place = issue.getSourceLocation();
        int line = Math.max(1, place.getLine());
        int column = Math.max(0, place.getColumn());
        int offset = celSource.getLocationOffset(line, column).orElse(0);
        return ExpressionError.at(source, offset, plain(issue.getMessage()));
    }

    static ExpressionError runtime(String source, Throwable error) {
        Matcher parts = RUNTIME.matcher(String.valueOf(error.getMessage()));
        boolean matched = parts.matches();
        int offset = matched && parts.group(1) != null ? Integer.parseInt(parts.group(1)) : 0;
        String message = matched ? parts.group(2) : "it cannot be evaluated";
        Throwable cause = error.getCause();
        if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
            message = cause.getMessage();
        }
        CelErrorCode code = error instanceof CelException cel ? cel.getErrorCode() : CelErrorCode.INTERNAL_ERROR;
        return ExpressionError.at(source, offset, RuntimeWords.of(code, plain(message)));
    }

    /** CEL's message without its technical ends. */
    private static String plain(String message) {
        String text = message.replaceAll(" \\(in container '[^']*'\\)", "").replaceAll("\\s*\n\\s*", " ");
        if (text.startsWith("expected type '") && text.contains("' but found '")) {
            return text.replaceFirst("expected type '(.*)' but found '(.*)'", "expected $1 but found $2");
        }
        return text;
    }
}
