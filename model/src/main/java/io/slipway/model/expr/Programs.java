package io.slipway.model.expr;

import dev.cel.checker.CelChecker;
import dev.cel.checker.CelCheckerBuilder;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.CelVarDecl;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Compiles expressions for evaluation, where every name of the scope is dynamic, and keeps what it compiled. */
final class Programs {
    private static final int MOST_KEPT = 5_000;
    private static final CelRuntime RUNTIME = CelSetup.runtime();
    private static final Map<Key, Program> KNOWN = new ConcurrentHashMap<>();

    private record Key(String source, Set<String> names) {}

    /** A program, or why there is none. */
    record Program(CelRuntime.Program program, List<ExpressionError> errors) {}

    private Programs() {}

    static Program of(String source, Set<String> names) {
        Key key = new Key(source, new TreeSet<>(names));
        Program known = KNOWN.get(key);
        if (known != null) {
            return known;
        }
        if (KNOWN.size() >= MOST_KEPT) {
            KNOWN.clear();
        }
        Program made = make(key);
        KNOWN.put(key, made);
        return made;
    }

    private static Program make(Key key) {
        CelValidationResult result = SafeCompile.run(key.source(), functions -> checker(key, functions));
        if (result.hasError()) {
            return new Program(null, CelErrors.of(key.source(), result));
        }
        try {
            return new Program(RUNTIME.createProgram(result.getAst()), List.of());
        } catch (CelValidationException | CelEvaluationException e) {
            return new Program(null, List.of(CelErrors.runtime(key.source(), e)));
        }
    }

    private static CelChecker checker(Key key, Set<String> functions) {
        CelCheckerBuilder builder = CelSetup.checker(functions);
        key.names().forEach(name -> builder.addVarDeclarations(CelVarDecl.newVarDeclaration(name, SimpleType.DYN)));
        return builder.build();
    }
}
