package io.slipway.model.expr;

import java.util.List;

/**
 * An expression that was compiled against declared types.
 *
 * @param source CEL
 * @param type type of its value as CEL writes it: {@code int}, {@code list(string)}, {@code dyn}; empty with errors
 * @param references what it reads, in the order of the source; empty when it does not parse
 * @param comparisons the texts that it holds against something; empty with errors
 * @param errors what is wrong with it
 */
public record Compiled(
        String source,
        String type,
        List<Reference> references,
        List<Comparison> comparisons,
        List<ExpressionError> errors) {
    public Compiled {
        references = List.copyOf(references);
        comparisons = List.copyOf(comparisons);
        errors = List.copyOf(errors);
    }

    /** Whether it can be evaluated. */
    public boolean ok() {
        return errors.isEmpty();
    }
}
