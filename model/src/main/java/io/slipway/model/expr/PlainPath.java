package io.slipway.model.expr;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Expressions that only name a field of a declared struct, such as {@code params.namespace}. Most expressions of a pipeline do,
 * and what CEL would say of them is known without reading them by its grammar, which takes a millisecond each at first.
 */
final class PlainPath {
    private static final Pattern FIELD = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)\\.([A-Za-z_][A-Za-z0-9_]*)");
    /** Words that CEL reads as something else, also behind a dot. */
    private static final Set<String> WORDS = Set.of("in", "true", "false", "null");
    /** Words that are no names of variables: the specification of CEL keeps them for languages around it. */
    private static final Set<String> RESERVED = Set.of(
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while");

    private PlainPath() {}

    /** What compiling it gives; empty when it is no such expression, or one that is wrong. */
    static Optional<Compiled> compile(String source, Declarations declarations) {
        Matcher path = FIELD.matcher(source);
        if (!path.matches() || WORDS.contains(path.group(2)) || RESERVED.contains(path.group(1))) {
            return Optional.empty();
        }
        Reference reference = new Reference(List.of(path.group(1), path.group(2)), false, 0);
        return declarations
                .field(path.group(1), path.group(2))
                .map(type -> new Compiled(source, TypeNames.name(type), List.of(reference), List.of(), List.of()));
    }
}
