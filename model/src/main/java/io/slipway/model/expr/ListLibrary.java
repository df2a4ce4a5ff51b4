package io.slipway.model.expr;

import static dev.cel.common.CelOverloadDecl.newGlobalOverload;
import static dev.cel.common.CelOverloadDecl.newMemberOverload;
import static dev.cel.common.types.SimpleType.DOUBLE;
import static dev.cel.common.types.SimpleType.DYN;
import static dev.cel.common.types.SimpleType.INT;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.types.ListType;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelListsExtensions;
import dev.cel.runtime.CelFunctionBinding;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.LongStream;

/**
 * CEL's functions of lists, with {@code lists.range} bounded, which makes as many numbers as memory holds else; and
 * {@code sum} of a list of numbers, as Kubernetes' own CEL has it; always a double: {@code [1, 2.5].sum() == 3.5}.
 */
final class ListLibrary {
    /** All of them but {@code lists.range}. */
    static final CelListsExtensions EXTENSION =
            CelExtensions.lists(EnumSet.complementOf(EnumSet.of(CelListsExtensions.Function.RANGE)));

    private ListLibrary() {}

    static List<CelFunction> functions() {
        return List.of(
                CelFunction.of(
                        "sum",
                        newMemberOverload("list_sum_double", DOUBLE, ListType.create(DYN)),
                        CelFunctionBinding.from("list_sum_double", List.class, ListLibrary::sum)),
                CelFunction.of(
                        "lists.range",
                        newGlobalOverload("lists_range", ListType.create(INT), INT),
                        CelFunctionBinding.from("lists_range", Long.class, ListLibrary::range)));
    }

    private static List<Long> range(long end) {
        if (end > CelSetup.MAX_ITERATIONS) {
            throw new IllegalArgumentException(
                    "lists.range returns at most " + CelSetup.MAX_ITERATIONS + " numbers, not " + end);
        }
        return LongStream.range(0, end).boxed().toList();
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
