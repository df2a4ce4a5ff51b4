package io.slipway.model.expr;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Names of the functions and operators that a syntax tree calls. {@code math.abs(x)} counts as both of its names. */
final class CalledFunctions {
    private final Set<String> names = new HashSet<>();

    private CalledFunctions() {}

    static Set<String> in(CelAbstractSyntaxTree tree) {
        CalledFunctions called = new CalledFunctions();
        called.visit(tree.getExpr());
        return called.names;
    }

    private void visit(CelExpr expr) {
        switch (expr.getKind()) {
            case SELECT -> visit(expr.select().operand());
            case CALL -> call(expr.call());
            case LIST -> expr.list().elements().forEach(this::visit);
            case MAP ->
                expr.map().entries().forEach(entry -> {
                    visit(entry.key());
                    visit(entry.value());
                });
            case STRUCT -> expr.struct().entries().forEach(entry -> visit(entry.value()));
            case COMPREHENSION -> comprehension(expr.comprehension());
            case IDENT, CONSTANT, NOT_SET -> {}
        }
    }

    private void call(CelExpr.CelCall call) {
        names.add(call.function());
        call.target().ifPresent(target -> {
            qualifier(target).ifPresent(name -> names.add(name + "." + call.function()));
            visit(target);
        });
        call.args().forEach(this::visit);
    }

    private void comprehension(CelExpr.CelComprehension loop) {
        visit(loop.iterRange());
        visit(loop.accuInit());
        visit(loop.loopCondition());
        visit(loop.loopStep());
        visit(loop.result());
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
