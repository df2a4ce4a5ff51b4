package io.slipway.model.expr;

import static dev.cel.common.CelOverloadDecl.newGlobalOverload;
import static dev.cel.common.CelOverloadDecl.newMemberOverload;
import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;

import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.ArrayList;
import java.util.List;

/**
 * Kubernetes' CEL functions on semantic versions: {@code semver(s)}, {@code semver(s, normalize)}, {@code isSemver},
 * {@code major}, {@code minor}, {@code patch}, {@code isGreaterThan}, {@code isLessThan}, {@code compareTo}.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-semver-library">Kubernetes</a>
 */
final class SemverLibrary {
    static final CelType TYPE = OpaqueType.create("kubernetes.Semver");

    private SemverLibrary() {}

    static List<CelFunction> functions() {
        List<CelFunction> functions = new ArrayList<>(conversions());
        functions.add(part("major", Part.MAJOR));
        functions.add(part("minor", Part.MINOR));
        functions.add(part("patch", Part.PATCH));
        functions.addAll(comparisons());
        return functions;
    }

    private static List<CelFunction> conversions() {
        return List.of(
                CelFunction.of(
                        "semver",
                        newGlobalOverload("string_to_semver", TYPE, STRING),
                        CelFunctionBinding.from("string_to_semver", String.class, Semver::parse)),
                CelFunction.of(
                        "semver",
                        newGlobalOverload("string_bool_to_semver", TYPE, STRING, BOOL),
                        CelFunctionBinding.from("string_bool_to_semver", String.class, Boolean.class, Semver::parse)),
                CelFunction.of(
                        "isSemver",
                        newGlobalOverload("is_semver_string", BOOL, STRING),
                        CelFunctionBinding.from(
                                "is_semver_string", String.class, text -> Semver.isSemver(text, false))),
                CelFunction.of(
                        "isSemver",
                        newGlobalOverload("is_semver_string_bool", BOOL, STRING, BOOL),
                        CelFunctionBinding.from(
                                "is_semver_string_bool", String.class, Boolean.class, Semver::isSemver)));
    }

    private static CelFunction part(String name, Part part) {
        return CelFunction.of(
                name,
                newMemberOverload("semver_" + name, INT, TYPE),
                CelFunctionBinding.from("semver_" + name, Semver.class, part::of));
    }

    private static List<CelFunction> comparisons() {
        return List.of(
                CelFunction.of(
                        "isGreaterThan",
                        newMemberOverload("semver_is_greater_than", BOOL, TYPE, TYPE),
                        CelFunctionBinding.from(
                                "semver_is_greater_than", Semver.class, Semver.class, (a, b) -> a.compareTo(b) > 0)),
                CelFunction.of(
                        "isLessThan",
                        newMemberOverload("semver_is_less_than", BOOL, TYPE, TYPE),
                        CelFunctionBinding.from(
                                "semver_is_less_than", Semver.class, Semver.class, (a, b) -> a.compareTo(b) < 0)),
                CelFunction.of(
                        "compareTo",
                        newMemberOverload("semver_compare_to", INT, TYPE, TYPE),
                        CelFunctionBinding.from("semver_compare_to", Semver.class, Semver.class, (a, b) ->
                                (long) Integer.signum(a.compareTo(b)))));
    }

    /** An enum, since CEL wants functions that hold nothing mutable. */
    private enum Part {
        MAJOR,
        MINOR,
        PATCH;

        long of(Semver version) {
            return switch (this) {
                case MAJOR -> version.major();
                case MINOR -> version.minor();
                case PATCH -> version.patch();
            };
        }
    }
}
