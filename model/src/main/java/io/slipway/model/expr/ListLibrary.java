package io.slipway.model.expr;

import static dev.cel.common.CelOverloadDecl.newMemberOverload;
import static dev.cel.common.types.SimpleType.DOUBLE;
import static dev.cel.common.types.SimpleType.DYN;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.types.ListType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;

/** {@code sum} of a list of numbers, as Kubernetes' own CEL has it; always a double: {@code [1, 2.5].sum() == 3.5}. */
final class ListLibrary {
    private ListLibrary() {}

    static List<CelFunction> functions() {
        return List.of(CelFunction.of(
                "sum",
                newMemberOverload("list_sum_double", DOUBLE, ListType.create(DYN)),
                CelFunctionBinding.from("list_sum_double", List.class, ListLibrary::sum)));
    }

    private static double sum(List<?> numbers) {
        double sum = 0;
        for (Object each : numbers) {
            JsonNode node = CelValues.toJson(each);
            if (!node.isNumber()) {
                throw new IllegalArgumentException("sum needs numbers, not " + CelValues.text(node));
            }
            sum += node.doubleValue();
        }
        return sum;
    }
}
