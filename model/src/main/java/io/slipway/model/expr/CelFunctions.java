package io.slipway.model.expr;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The functions of the language by name: CEL's own, those of its extensions, and ours. CEL's checker enters every
 * declaration anew for each expression, which takes longer than everything else, so it is given only what is called.
 */
final class CelFunctions {
    /** Stands for itself when nothing of the standard is called: an empty list would mean all of it. */
    private static final StandardFunction SOMETHING = StandardFunction.LOGICAL_NOT;

    private static final Map<String, List<StandardFunction>> STANDARD =
            Arrays.stream(StandardFunction.values()).collect(groupingBy(StandardFunction::functionName));

    private static final Map<String, List<CelFunctionDecl>> MORE = Stream.concat(
                    CelSetup.EXTENSIONS.stream().flatMap(extension -> extension.functions().stream()), own())
            .collect(groupingBy(CelFunctionDecl::name, LinkedHashMap::new, toList()));

    private CelFunctions() {}

    /** The standard declarations of these names, and the standard identifiers. */
    static CelStandardDeclarations standard(Set<String> names) {
        Stream<StandardFunction> called =
                names.stream().flatMap(name -> STANDARD.getOrDefault(name, List.of()).stream());
        return CelStandardDeclarations.newBuilder()
                .includeFunctions(Stream.concat(Stream.of(SOMETHING), called).toList())
                .build();
    }

    /** What extensions and we ourselves declare for these names. */
    static List<CelFunctionDecl> more(Set<String> names) {
        return names.stream().sorted().flatMap(CelFunctions::named).toList();
    }

    private static Stream<CelFunctionDecl> named(String name) {
        return name.startsWith(CelSetup.Sets.PREFIX)
                ? CelSetup.Sets.EXTENSION.functions().stream()
                        .filter(declaration -> declaration.name().equals(name))
                : MORE.getOrDefault(name, List.of()).stream();
    }

    private static Stream<CelFunctionDecl> own() {
        Map<String, List<CelOverloadDecl>> byName = new LinkedHashMap<>();
        CelSetup.FUNCTIONS.forEach(function -> byName.computeIfAbsent(function.name(), name -> new ArrayList<>())
                .add(function.declaration()));
        return byName.entrySet().stream()
                .map(entry -> CelFunctionDecl.newFunctionDeclaration(entry.getKey(), entry.getValue()));
    }
}
