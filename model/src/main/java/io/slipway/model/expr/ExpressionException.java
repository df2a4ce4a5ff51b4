package io.slipway.model.expr;

import java.util.List;
import java.util.stream.Collectors;

/** An expression that does not compile or has no value. It carries no stack trace: the message is the whole story. */
public final class ExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ExpressionError> errors;

    /** An exception for the errors of one source. */
    public ExpressionException(String source, List<ExpressionError> errors) {
        super(message(source, errors), null, false, false);
        this.errors = List.copyOf(errors);
    }

    /** What is wrong, in the order of the source. */
    public List<ExpressionError> errors() {
        return errors == null ? List.of() : errors;
    }

    private static String message(String source, List<ExpressionError> errors) {
        String shown = source.length() <= 120 ? source : source.substring(0, 117) + "...";
        return errors.stream()
                        .map(error -> error.message() + " (line " + error.line() + ", column " + error.column() + ")")
                        .collect(Collectors.joining("; "))
                + " in the expression: " + shown;
    }
}
