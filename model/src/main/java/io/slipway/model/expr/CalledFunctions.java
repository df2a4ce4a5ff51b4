package io.slipway.model.expr;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExprVisitor;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Names of the functions and operators that a syntax tree calls. {@code math.abs(x)} counts as both of its names. */
final class CalledFunctions extends CelExprVisitor {
    private final Set<String> names = new HashSet<>();

    private CalledFunctions() {}

    static Set<String> in(CelAbstractSyntaxTree tree) {
        CalledFunctions called = new CalledFunctions();
        called.visit(tree);
        return called.names;
    }

    @Override
    protected void visit(CelExpr expr, CelExpr.CelCall call) {
        names.add(call.function());
        call.target()
                .flatMap(CalledFunctions::qualifier)
                .ifPresent(qualifier -> names.add(qualifier + "." + call.function()));
        super.visit(expr, call);
    }

    private static Optional<String> qualifier(CelExpr expr) {
        return switch (expr.getKind()) {
            case IDENT -> Optional.of(expr.ident().name());
            case SELECT ->
                qualifier(expr.select().operand())
                        .map(name -> name + "." + expr.select().field());
            default -> Optional.empty();
        };
    }
}
