package io.slipway.model.expr;

import dev.cel.checker.CelChecker;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Compiles against declared types, and keeps checkers and results: making a checker costs more than using it. */
final class TypedCompiles {
    private static final int MOST_CHECKERS = 500;
    private static final int MOST_RESULTS = 5_000;
    // Keys are texts: the first use of a record as a key takes Java 10 ms, which a short command would feel.
    private static final Map<String, CelChecker> CHECKERS = new ConcurrentHashMap<>();
    private static final Map<String, Compiled> RESULTS = new ConcurrentHashMap<>();

    private TypedCompiles() {}

    static Compiled of(String source, Declarations declarations) {
        String key = declarations.signature() + '\n' + source;
        Compiled known = RESULTS.get(key);
        if (known != null) {
            return known;
        }
        if (RESULTS.size() >= MOST_RESULTS) {
            RESULTS.clear();
        }
        Compiled made = PlainPath.compile(source, declarations).orElseGet(() -> compile(source, declarations));
        RESULTS.put(key, made);
        return made;
    }

    /** What CEL itself says, anew. */
    static Compiled compile(String source, Declarations declarations) {
        CelValidationResult result = SafeCompile.run(source, functions -> checker(declarations, functions));
        try {
            if (!result.hasError()) {
                CelAbstractSyntaxTree tree = result.getAst();
                return new Compiled(
                        source,
                        TypeNames.name(tree.getResultType()),
                        ReferenceFinder.in(tree),
                        ComparisonFinder.in(tree),
                        List.of());
            }
        } catch (CelValidationException e) {
            return new Compiled(source, "", List.of(), List.of(), List.of(CelErrors.runtime(source, e)));
        }
        return new Compiled(source, "", Parses.references(source), List.of(), CelErrors.of(source, result));
    }

    private static CelChecker checker(Declarations declarations, Set<String> functions) {
        String scope = declarations.signature() + new TreeSet<>(functions);
        CelChecker known = CHECKERS.get(scope);
        if (known != null) {
            return known;
        }
        if (CHECKERS.size() >= MOST_CHECKERS) {
            CHECKERS.clear();
        }
        CelChecker made = declarations.checker(functions);
        CHECKERS.put(scope, made);
        return made;
    }
}
