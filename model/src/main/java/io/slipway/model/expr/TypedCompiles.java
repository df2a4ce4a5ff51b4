package io.slipway.model.expr;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.compiler.CelCompiler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Compiles against declared types, and keeps compilers and results: making a compiler costs more than using it. */
final class TypedCompiles {
    private static final int MOST_COMPILERS = 200;
    private static final int MOST_RESULTS = 5_000;
    private static final Map<String, CelCompiler> COMPILERS = new ConcurrentHashMap<>();
    private static final Map<Key, Compiled> RESULTS = new ConcurrentHashMap<>();

    private record Key(String signature, String source) {}

    private TypedCompiles() {}

    static Compiled of(String source, Declarations declarations) {
        Key key = new Key(declarations.signature(), source);
        Compiled known = RESULTS.get(key);
        if (known != null) {
            return known;
        }
        if (RESULTS.size() >= MOST_RESULTS) {
            RESULTS.clear();
        }
        Compiled made = compile(source, declarations);
        RESULTS.put(key, made);
        return made;
    }

    private static Compiled compile(String source, Declarations declarations) {
        CelValidationResult result = SafeCompile.run(compiler(declarations), source);
        try {
            if (!result.hasError()) {
                CelAbstractSyntaxTree tree = result.getAst();
                return new Compiled(source, TypeNames.name(tree.getResultType()), ReferenceFinder.in(tree), List.of());
            }
        } catch (CelValidationException e) {
            return new Compiled(source, "", List.of(), List.of(CelErrors.runtime(source, e)));
        }
        return new Compiled(source, "", Parses.references(source), CelErrors.of(source, result));
    }

    private static CelCompiler compiler(Declarations declarations) {
        CelCompiler known = COMPILERS.get(declarations.signature());
        if (known != null) {
            return known;
        }
        if (COMPILERS.size() >= MOST_COMPILERS) {
            COMPILERS.clear();
        }
        CelCompiler made = declarations.compiler();
        COMPILERS.put(declarations.signature(), made);
        return made;
    }
}
