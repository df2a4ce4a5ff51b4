package io.slipway.model.expr;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExprVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects the texts that a syntax tree compares something with: {@code ==}, {@code !=} and {@code in}. */
final class ComparisonFinder extends CelExprVisitor {
    private static final Set<String> EQUALITIES = Set.of("_==_", "_!=_");

    private final CelAbstractSyntaxTree tree;
    private final List<Comparison> found = new ArrayList<>();

    private ComparisonFinder(CelAbstractSyntaxTree tree) {
        this.tree = tree;
    }

    static List<Comparison> in(CelAbstractSyntaxTree tree) {
        ComparisonFinder finder = new ComparisonFinder(tree);
        finder.visit(tree);
        return finder.found;
    }

    @Override
    protected void visit(CelExpr expr, CelExpr.CelCall call) {
        if (EQUALITIES.contains(call.function())) {
            add(call.args().get(0), call.args().get(1));
            add(call.args().get(1), call.args().get(0));
        } else if (call.function().equals("@in") && call.args().get(1).getKind() == CelExpr.ExprKind.Kind.LIST) {
            call.args()
                    .get(1)
                    .list()
                    .elements()
                    .forEach(element -> add(call.args().get(0), element));
        }
        super.visit(expr, call);
    }

    private void add(CelExpr side, CelExpr other) {
        if (ReferenceFinder.isPath(side)
                && other.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && other.constant().getKind() == CelConstant.Kind.STRING_VALUE) {
            int offset = tree.getSource().getPositionsMap().getOrDefault(other.id(), 0);
            found.add(
                    new Comparison(ReferenceFinder.names(side), other.constant().stringValue(), offset));
        }
    }
}
