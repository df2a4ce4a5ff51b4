package io.slipway.model.expr;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The one configuration of CEL: its options, limits and functions. */
final class CelSetup {
    /** Longest expression, in characters. */
    static final int MAX_LENGTH = 8_000;

    private static final int MAX_ITERATIONS = 100_000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .enableOptionalSyntax(true)
            .maxExpressionCodePointSize(MAX_LENGTH)
            .maxParseRecursionDepth(100)
            .comprehensionMaxIterations(MAX_ITERATIONS)
            .maxRegexProgramSize(10_000)
            .build();

    private static final List<CelFunction> FUNCTIONS = Stream.of(
                    QuantityLibrary.functions(), SemverLibrary.functions(), TextLibrary.functions())
            .flatMap(List::stream)
            .toList();

    private CelSetup() {}

    static CelCompilerBuilder compiler() {
        return CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addLibraries(
                        CelExtensions.optional(),
                        CelExtensions.strings(),
                        CelExtensions.math(),
                        CelExtensions.sets(OPTIONS),
                        CelExtensions.lists())
                .addFunctionDeclarations(declarations());
    }

    static CelRuntime runtime() {
        return CelRuntimeFactory.legacyCelRuntimeBuilder()
                .setOptions(OPTIONS)
                .addLibraries(
                        CelExtensions.optional(),
                        CelExtensions.strings(),
                        CelExtensions.math(),
                        CelExtensions.sets(OPTIONS),
                        CelExtensions.lists())
                .addFunctionBindings(
                        FUNCTIONS.stream().map(CelFunction::binding).toList())
                .build();
    }

    private static List<CelFunctionDecl> declarations() {
        Map<String, List<CelOverloadDecl>> byName = new LinkedHashMap<>();
        FUNCTIONS.forEach(function -> byName.computeIfAbsent(function.name(), name -> new java.util.ArrayList<>())
                .add(function.declaration()));
        return byName.entrySet().stream()
                .map(entry -> CelFunctionDecl.newFunctionDeclaration(entry.getKey(), entry.getValue()))
                .toList();
    }
}
