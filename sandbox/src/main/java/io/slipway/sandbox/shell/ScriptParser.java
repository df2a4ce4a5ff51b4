package io.slipway.sandbox.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Recursive descent over the tokens. */
final class ScriptParser {
    private static final Set<String> REDIRECTS =
            Set.of("2>&1", "1>&2", ">&2", "2>>", "2>", "&>", "1>", ">>", "<<<", ">", "<");
    private static final Set<String> CLOSERS = Set.of("do", "done", "then", "else", "elif", "fi", "}");

    private final List<Lexer.Token> tokens;
    private int at;

    private ScriptParser(List<Lexer.Token> tokens) {
        this.tokens = tokens;
    }

    static Node parse(String script) {
        ScriptParser parser = new ScriptParser(Lexer.cut(script));
        Node all = parser.sequence();
        if (parser.at < parser.tokens.size()) {
            throw parser.unexpected();
        }
        return all;
    }

    private Node sequence() {
        List<Node> parts = new ArrayList<>();
        skipSeparators();
        while (at < tokens.size() && !atCloser()) {
            parts.add(andOr());
            skipSeparators();
        }
        return new Node.Sequence(parts);
    }

    private Node andOr() {
        Node left = pipeline();
        while (isOperator("&&") || isOperator("||")) {
            boolean and = next().text().equals("&&");
            skipNewlines();
            left = new Node.AndOr(left, and, pipeline());
        }
        return left;
    }

    private Node pipeline() {
        boolean negated = takeWord("!");
        List<Node> parts = new ArrayList<>();
        parts.add(command());
        while (isOperator("|")) {
            at++;
            skipNewlines();
            parts.add(command());
        }
        return new Node.Pipeline(parts, negated);
    }

    private Node command() {
        if (isOperator("(")) {
            at++;
            Node inner = sequence();
            expectOperator(")");
            return inner;
        }
        return switch (peekWord()) {
            case "while" -> loop(false);
            case "until" -> loop(true);
            case "for" -> forLoop();
            case "if" -> {
                at++;
                yield branch();
            }
            case "{" -> {
                at++;
                Node inner = sequence();
                expectWord("}");
                yield inner;
            }
            default -> simple();
        };
    }

    private Node loop(boolean until) {
        at++;
        Node condition = sequence();
        return new Node.Loop(condition, until, body());
    }

    private Node forLoop() {
        at++;
        String variable = next().text();
        List<String> words = new ArrayList<>();
        if (takeWord("in")) {
            while (at < tokens.size() && !tokens.get(at).operator()) {
                words.add(next().text());
            }
        }
        skipSeparators();
        return new Node.For(variable, words, body());
    }

    private Node body() {
        expectWord("do");
        Node body = sequence();
        expectWord("done");
        return body;
    }

    private Node branch() {
        Node condition = sequence();
        expectWord("then");
        Node then = sequence();
        if (takeWord("elif")) {
            return new Node.If(condition, then, branch());
        }
        Node otherwise = takeWord("else") ? sequence() : new Node.Sequence(List.of());
        expectWord("fi");
        return new Node.If(condition, then, otherwise);
    }

    private Node simple() {
        List<String> words = new ArrayList<>();
        List<Node.Redirect> redirects = new ArrayList<>();
        while (at < tokens.size()) {
            Lexer.Token token = tokens.get(at);
            if (!token.operator()) {
                words.add(next().text());
            } else if (REDIRECTS.contains(token.text())) {
                redirects.add(redirect(next().text()));
            } else {
                break;
            }
        }
        if (words.isEmpty() && redirects.isEmpty()) {
            throw unexpected();
        }
        return new Node.Simple(words, redirects);
    }

    private Node.Redirect redirect(String operator) {
        boolean complete = operator.endsWith("&1") || operator.endsWith("&2");
        return new Node.Redirect(operator, complete ? "" : next().text());
    }

    private boolean atCloser() {
        Lexer.Token token = tokens.get(at);
        return token.operator() ? token.text().equals(")") : CLOSERS.contains(token.text());
    }

    private void skipSeparators() {
        while (isOperator(";") || isOperator("\n") || isOperator("&")) {
            at++;
        }
    }

    private void skipNewlines() {
        while (isOperator("\n")) {
            at++;
        }
    }

    private Lexer.Token next() {
        if (at >= tokens.size()) {
            throw unexpected();
        }
        return tokens.get(at++);
    }

    private String peekWord() {
        return at < tokens.size() && !tokens.get(at).operator() ? tokens.get(at).text() : "";
    }

    private boolean takeWord(String word) {
        boolean there = peekWord().equals(word);
        at += there ? 1 : 0;
        return there;
    }

    private boolean isOperator(String text) {
        return at < tokens.size()
                && tokens.get(at).operator()
                && tokens.get(at).text().equals(text);
    }

    private void expectWord(String word) {
        if (!takeWord(word)) {
            throw unexpected();
        }
    }

    private void expectOperator(String text) {
        if (!isOperator(text)) {
            throw unexpected();
        }
        at++;
    }

    private ShellSyntaxException unexpected() {
        return new ShellSyntaxException(
                at >= tokens.size()
                        ? "syntax error: unexpected end of file"
                        : "syntax error near unexpected token '"
                                + tokens.get(at).text().replace("\n", "newline") + "'");
    }
}
