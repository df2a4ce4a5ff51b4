package io.slipway.model.expr;

import static dev.cel.common.CelOverloadDecl.newGlobalOverload;
import static dev.cel.common.CelOverloadDecl.newMemberOverload;
import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.DOUBLE;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;

import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.runtime.CelFunctionBinding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Kubernetes' CEL functions on quantities: {@code quantity(s)}, {@code isQuantity(s)}, {@code sign}, {@code isInteger},
 * {@code asInteger}, {@code asApproximateFloat}, {@code isGreaterThan}, {@code isLessThan}, {@code compareTo},
 * {@code add}, {@code sub}.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-quantity-library">Kubernetes</a>
 */
final class QuantityLibrary {
    static final CelType TYPE = OpaqueType.create("kubernetes.Quantity");

    private QuantityLibrary() {}

    static List<CelFunction> functions() {
        List<CelFunction> functions = new ArrayList<>(conversions());
        functions.addAll(comparisons());
        functions.addAll(arithmetic("add", Arithmetic.ADD));
        functions.addAll(arithmetic("sub", Arithmetic.SUB));
        return functions;
    }

    private static List<CelFunction> conversions() {
        return List.of(
                CelFunction.of(
                        "quantity",
                        newGlobalOverload("string_to_quantity", TYPE, STRING),
                        CelFunctionBinding.from("string_to_quantity", String.class, CelQuantity::parse)),
                CelFunction.of(
                        "isQuantity",
                        newGlobalOverload("is_quantity_string", BOOL, STRING),
                        CelFunctionBinding.from("is_quantity_string", String.class, CelQuantity::isQuantity)),
                CelFunction.of(
                        "sign",
                        newMemberOverload("quantity_sign", INT, TYPE),
                        CelFunctionBinding.from("quantity_sign", CelQuantity.class, q ->
                                (long) q.number().signum())),
                CelFunction.of(
                        "isInteger",
                        newMemberOverload("quantity_is_integer", BOOL, TYPE),
                        CelFunctionBinding.from("quantity_is_integer", CelQuantity.class, CelQuantity::isInteger)),
                CelFunction.of(
                        "asInteger",
                        newMemberOverload("quantity_as_integer", INT, TYPE),
                        CelFunctionBinding.from("quantity_as_integer", CelQuantity.class, CelQuantity::asInteger)),
                CelFunction.of(
                        "asApproximateFloat",
                        newMemberOverload("quantity_as_float", DOUBLE, TYPE),
                        CelFunctionBinding.from(
                                "quantity_as_float",
                                CelQuantity.class,
                                q -> q.number().doubleValue())));
    }

    private static List<CelFunction> comparisons() {
        return List.of(
                CelFunction.of(
                        "isGreaterThan",
                        newMemberOverload("quantity_is_greater_than", BOOL, TYPE, TYPE),
                        CelFunctionBinding.from(
                                "quantity_is_greater_than",
                                CelQuantity.class,
                                CelQuantity.class,
                                (a, b) -> a.compareTo(b) > 0)),
                CelFunction.of(
                        "isLessThan",
                        newMemberOverload("quantity_is_less_than", BOOL, TYPE, TYPE),
                        CelFunctionBinding.from(
                                "quantity_is_less_than",
                                CelQuantity.class,
                                CelQuantity.class,
                                (a, b) -> a.compareTo(b) < 0)),
                CelFunction.of(
                        "compareTo",
                        newMemberOverload("quantity_compare_to", INT, TYPE, TYPE),
                        CelFunctionBinding.from("quantity_compare_to", CelQuantity.class, CelQuantity.class, (a, b) ->
                                (long) Integer.signum(a.compareTo(b)))));
    }

    private static List<CelFunction> arithmetic(String name, Arithmetic arithmetic) {
        return List.of(
                CelFunction.of(
                        name,
                        newMemberOverload("quantity_" + name, TYPE, TYPE, TYPE),
                        CelFunctionBinding.from(
                                "quantity_" + name,
                                CelQuantity.class,
                                CelQuantity.class,
                                (a, b) -> arithmetic.apply(a, b.number()))),
                CelFunction.of(
                        name,
                        newMemberOverload("quantity_" + name + "_int", TYPE, TYPE, INT),
                        CelFunctionBinding.from(
                                "quantity_" + name + "_int",
                                CelQuantity.class,
                                Long.class,
                                (a, b) -> arithmetic.apply(a, BigDecimal.valueOf(b)))));
    }

    /** An enum, since CEL wants functions that hold nothing mutable. */
    private enum Arithmetic {
        ADD,
        SUB;

        CelQuantity apply(CelQuantity left, BigDecimal right) {
            return this == ADD ? left.plus(right) : left.minus(right);
        }
    }
}
