package io.slipway.model.expr;

import dev.cel.checker.CelCheckerBuilder;
import dev.cel.common.CelOptions;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensionLibrary;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelSetsExtensions;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The one configuration of CEL: its options, limits and functions. */
final class CelSetup {
    /** Longest expression, in characters. */
    static final int MAX_LENGTH = 8_000;

    /** Most elements that a loop goes through, and that a list is made of. */
    static final int MAX_ITERATIONS = 100_000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .enableOptionalSyntax(true)
            .maxExpressionCodePointSize(MAX_LENGTH)
            .maxParseRecursionDepth(100)
            .comprehensionMaxIterations(MAX_ITERATIONS)
            .maxRegexProgramSize(10_000)
            .build();

    /** Functions of our own. */
    static final List<CelFunction> FUNCTIONS = Stream.of(
                    QuantityLibrary.functions(),
                    SemverLibrary.functions(),
                    TextLibrary.functions(),
                    ListLibrary.functions())
            .flatMap(List::stream)
            .toList();

    /** Extensions of CEL that are on, but for {@link Sets}. */
    static final List<CelExtensionLibrary.FeatureSet> EXTENSIONS =
            List.of(CelExtensions.optional(), CelExtensions.strings(), CelExtensions.math(), ListLibrary.EXTENSION);

    /** The extension for sets. It loads much of protobuf, so that it is made only for who calls it. */
    static final class Sets {
        static final String PREFIX = "sets.";
        static final CelSetsExtensions EXTENSION = CelExtensions.sets(OPTIONS);

        private Sets() {}
    }

    private CelSetup() {}

    static CelParser parser() {
        return CelParserFactory.standardCelParserBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addLibraries(CelExtensions.optional(), CelExtensions.math(), ListLibrary.EXTENSION)
                .build();
    }

    /** A checker that knows functions of these names; types and variables are for the caller to declare. */
    static CelCheckerBuilder checker(Set<String> functions) {
        return CelCompilerFactory.standardCelCheckerBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelFunctions.standard(functions))
                .addFunctionDeclarations(CelFunctions.more(functions))
                .addVarDeclarations(CelExtensions.optional().variables());
    }

    static CelRuntime runtime() {
        return CelRuntimeFactory.legacyCelRuntimeBuilder()
                .setOptions(OPTIONS)
                .addLibraries(
                        CelExtensions.optional(),
                        CelExtensions.strings(),
                        CelExtensions.math(),
                        Sets.EXTENSION,
                        ListLibrary.EXTENSION)
                .addFunctionBindings(
                        FUNCTIONS.stream().map(CelFunction::binding).toList())
                .build();
    }
}
