package io.slipway.model.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Damages a text in one of several ways; the same seed damages it in the same way. */
final class Mutator {
    private static final List<String> VALUES = List.of(
            "",
            "null",
            "true",
            "-1",
            "0",
            "99999999999999999999",
            "1e999",
            "[]",
            "{}",
            "[[]]",
            "{a: }",
            "*x",
            "&x y",
            "!!binary x",
            "${{",
            "${{ }}",
            "${{ params }}",
            "\"${{ params.x.y.z }}\"",
            "\"${{ steps.a-b.c }}\"",
            "\"${{ '\\\\' }}\"",
            "'${{ \"}}\" }}'",
            "${{ secrets.a.b }}",
            "(a+)+$",
            "../../etc/passwd",
            "/",
            ".",
            "..",
            "\"\\u0000\"",
            "\"\\uD800\"",
            "|",
            ">-",
            "? x",
            "- - - x",
            "\"[0-9\"",
            "**",
            "{{{",
            "2026-01-01",
            "0s",
            "999999999d",
            "1.5.5",
            ">=",
            "a/b/c",
            "\t",
            "日本",
            "a: b: c",
            "<<: *a",
            "#",
            "%YAML 1.1",
            "---");

    private final Random random;

    Mutator(long seed) {
        this.random = new Random(seed);
    }

    byte[] mutate(String text) {
        String damaged = text;
        for (int i = random.nextInt(3); i >= 0; i--) {
            damaged = once(damaged);
        }
        return damaged.getBytes(random.nextInt(50) == 0 ? ISO_8859_1 : StandardCharsets.UTF_8);
    }

    private String once(String text) {
        return switch (random.nextInt(8)) {
            case 0 -> character(text);
            case 1 -> withoutLine(text);
            case 2 -> twiceLine(text);
            case 3 -> swappedLines(text);
            case 4 -> value(text);
            case 5 -> key(text);
            case 6 -> indentation(text);
            default -> cut(text);
        };
    }

    private String character(String text) {
        if (text.isEmpty()) {
            return "x";
        }
        int at = random.nextInt(text.length());
        String odd = ":{}[]-\"'$#&*!|>%@`,?\n\t \u0001\uFEFFé\\/=";
        return text.substring(0, at)
                + odd.charAt(random.nextInt(odd.length()))
                + text.substring(at + random.nextInt(2));
    }

    private String withoutLine(String text) {
        List<String> lines = lines(text);
        lines.remove(random.nextInt(lines.size()));
        return String.join("\n", lines);
    }

    private String twiceLine(String text) {
        List<String> lines = lines(text);
        lines.add(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size())));
        return String.join("\n", lines);
    }

    private String swappedLines(String text) {
        List<String> lines = lines(text);
        Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
        return String.join("\n", lines);
    }

    private String value(String text) {
        return line(text, line -> {
            int colon = line.lastIndexOf(": ");
            return (colon < 0 ? line + ": " : line.substring(0, colon + 2)) + VALUES.get(random.nextInt(VALUES.size()));
        });
    }

    private String key(String text) {
        List<String> words =
                List.of("step", "deploy", "needs", "when", "forEach", "undo", "params", "x", "<<", "1", "validate");
        return line(text, line -> {
            int colon = line.indexOf(':');
            String indent =
                    line.substring(0, line.length() - line.stripLeading().length());
            return indent + words.get(random.nextInt(words.size())) + (colon < 0 ? ":" : line.substring(colon));
        });
    }

    private String indentation(String text) {
        return line(text, line -> random.nextBoolean() ? " ".repeat(random.nextInt(6)) + line : line.stripLeading());
    }

    private String cut(String text) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(60));
        return text.substring(0, from) + text.substring(to);
    }

    private String line(String text, UnaryOperator<String> change) {
        List<String> lines = lines(text);
        int at = random.nextInt(lines.size());
        lines.set(at, change.apply(lines.get(at)));
        return String.join("\n", lines);
    }

    private static List<String> lines(String text) {
        return new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    }
}
