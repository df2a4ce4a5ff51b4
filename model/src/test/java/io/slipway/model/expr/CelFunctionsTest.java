package io.slipway.model.expr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.checker.CelChecker;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelValidationResult;
import dev.cel.common.CelVarDecl;
import dev.cel.common.types.SimpleType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A checker that knows only the functions that are called answers as one that knows all. */
class CelFunctionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 + 2 * 3 - 4 == n",
                "n > 1.5 && !(x || true) ? 'a' : 'b'",
                "[1, 2].exists(i, i == n) && [1].all(i, i > 0) && has(x.a)",
                "x.map(i, i + 1).filter(i, i > 2)[0]",
                "{'a': 1}['a'] + x['b']",
                "math.greatest(1, 2, n) + math.abs(-1)",
                "x.?a.orValue('none')",
                "x[?0].hasValue() || optional.of(1).hasValue() || optional.none() == x",
                "type(n) == int",
                "'a-b'.split('-').join('+').size() + size('x')",
                "'%s'.format([n])",
                "[1, 2.5].sum() == 3.5 && [].sum() == 0.0",
                "sets.contains([1, 2], [1]) && [3, 1].sort() == [1, 3]",
                "quantity('1Gi').isGreaterThan(quantity('1M')) && semver('1.2.3').isLessThan(semver('2.0.0'))",
                "duration('1h') > duration('1m') && timestamp('2026-01-01T00:00:00Z') == timestamp(n)",
                "-n < 0 && n in [1, 2] && !('a' in {'a': 1})",
                "'a'.matches('b') && string(n).startsWith('1') && double(n) > 1.0 && bytes('a') == b'a'",
                "unknown(n)",
                "n.unknown()",
                "math.unknown(1)",
                "'a' + 1",
                "missing == 1",
                "x.a.b.c(1)",
                "true",
                "n"
            })
    void asWithAllFunctions(String source) throws Exception {
        CelValidationResult parsed = SafeCompile.parse(source);
        CelValidationResult all = checker(everything()).check(parsed.getAst());
        CelValidationResult called =
                checker(CalledFunctions.in(parsed.getAst())).check(parsed.getAst());

        assertThat(messages(called)).isEqualTo(messages(all));
        if (!all.hasError()) {
            assertThat(called.getAst().getResultType()).isEqualTo(all.getAst().getResultType());
        }
    }

    private static List<String> messages(CelValidationResult result) {
        return result.getErrors().stream()
                .map(issue -> issue.getMessage() + issue.getSourceLocation())
                .toList();
    }

    private static CelChecker checker(Set<String> functions) {
        return CelSetup.checker(functions)
                .addVarDeclarations(
                        CelVarDecl.newVarDeclaration("n", SimpleType.INT),
                        CelVarDecl.newVarDeclaration("x", SimpleType.DYN))
                .build();
    }

    private static Set<String> everything() {
        Set<String> names = new HashSet<>(CelStandardDeclarations.getAllFunctionNames());
        Arrays.stream(StandardFunction.values())
                .map(StandardFunction::functionName)
                .forEach(names::add);
        CelSetup.Sets.EXTENSION.functions().forEach(function -> names.add(function.name()));
        CelSetup.EXTENSIONS.forEach(extension -> extension.functions().forEach(function -> names.add(function.name())));
        CelSetup.FUNCTIONS.forEach(function -> names.add(function.name()));
        return names;
    }
}
