package io.slipway.sandbox.shell;

import java.util.List;

/** The parts of a script. */
sealed interface Node {
    /** One after another. */
    record Sequence(List<Node> parts) implements Node {}

    /** {@code left && right} or {@code left || right}. */
    record AndOr(Node left, boolean and, Node right) implements Node {}

    /** {@code a | b | c}, with {@code !} in front when negated. */
    record Pipeline(List<Node> parts, boolean negated) implements Node {}

    /** Assignments, words and redirections. Words are raw: expanded when run. */
    record Simple(List<String> words, List<Redirect> redirects) implements Node {}

    /** {@code while} or {@code until}. */
    record Loop(Node condition, boolean until, Node body) implements Node {}

    /** {@code for name in words}. */
    record For(String variable, List<String> words, Node body) implements Node {}

    /** {@code if}; the else part may be an empty sequence. */
    record If(Node condition, Node then, Node otherwise) implements Node {}

    /** {@code 2>&1}, {@code > file}, {@code < file}, {@code <<< word}. */
    record Redirect(String operator, String target) {}
}
