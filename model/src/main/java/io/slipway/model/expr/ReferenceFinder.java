package io.slipway.model.expr;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExprVisitor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what a syntax tree reads from its scope. Names bound by {@code all}, {@code exists}, {@code map} do not count. */
final class ReferenceFinder extends CelExprVisitor {
    private final CelAbstractSyntaxTree tree;
    private final List<Reference> found = new ArrayList<>();
    private final Set<String> bound = new HashSet<>();

    private ReferenceFinder(CelAbstractSyntaxTree tree) {
        this.tree = tree;
    }

    static List<Reference> in(CelAbstractSyntaxTree tree) {
        ReferenceFinder finder = new ReferenceFinder(tree);
        finder.visit(tree);
        return finder.found;
    }

    @Override
    public void visit(CelExpr expr) {
        if (isPath(expr)) {
            addPath(expr);
        } else {
            super.visit(expr);
        }
    }

    @Override
    protected void visit(CelExpr expr, CelExpr.CelComprehension loop) {
        visit(loop.iterRange());
        visit(loop.accuInit());
        Set<String> outer = Set.copyOf(bound);
        bound.addAll(List.of(loop.iterVar(), loop.iterVar2(), loop.accuVar()));
        visit(loop.loopCondition());
        visit(loop.loopStep());
        visit(loop.result());
        bound.clear();
        bound.addAll(outer);
    }

    /** Whether an expression only names something, perhaps a part of a part of it. */
    static boolean isPath(CelExpr expr) {
        return switch (expr.getKind()) {
            case IDENT -> true;
            case SELECT -> isPath(expr.select().operand());
            case CALL ->
                step(expr) != null
                        && isPath(expr.call()
                                .target()
                                .orElseGet(() -> expr.call().args().get(0)));
            default -> false;
        };
    }

    private void addPath(CelExpr expr) {
        boolean optional = false;
        CelExpr at = expr;
        while (at.getKind() != CelExpr.ExprKind.Kind.IDENT) {
            boolean select = at.getKind() == CelExpr.ExprKind.Kind.SELECT;
            optional |= select ? at.select().testOnly() : !at.call().function().equals("_[_]");
            at = inner(at);
        }
        if (!bound.contains(at.ident().name())) {
            found.add(new Reference(names(expr), optional, offset(at)));
        }
    }

    /** The names of a path, the one of the scope first. */
    static List<String> names(CelExpr path) {
        Deque<String> names = new ArrayDeque<>();
        CelExpr at = path;
        while (at.getKind() != CelExpr.ExprKind.Kind.IDENT) {
            names.addFirst(
                    at.getKind() == CelExpr.ExprKind.Kind.SELECT ? at.select().field() : step(at));
            at = inner(at);
        }
        names.addFirst(at.ident().name());
        return List.copyOf(names);
    }

    private static CelExpr inner(CelExpr path) {
        return path.getKind() == CelExpr.ExprKind.Kind.SELECT
                ? path.select().operand()
                : path.call().args().get(0);
    }

    /** The name that {@code a.?b}, {@code a[?"b"]} or {@code a["b"]} adds to a path; null when it is no constant. */
    private static String step(CelExpr expr) {
        CelExpr.CelCall call = expr.call();
        boolean access = call.function().equals("_[_]")
                || call.function().equals("_?._")
                || call.function().equals("_[?_]");
        if (!access || call.args().get(1).getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
            return null;
        }
        CelConstant name = call.args().get(1).constant();
        return name.getKind() == CelConstant.Kind.STRING_VALUE ? name.stringValue() : null;
    }

    private int offset(CelExpr expr) {
        return tree.getSource().getPositionsMap().getOrDefault(expr.id(), 0);
    }
}
