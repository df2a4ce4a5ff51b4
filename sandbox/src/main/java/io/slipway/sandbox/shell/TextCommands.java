package io.slipway.sandbox.shell;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** echo, printf, grep, wc, sort, uniq, tr, base64. */
final class TextCommands {
    private TextCommands() {}

    static void addTo(Map<String, Command> all) {
        all.put("echo", TextCommands::echo);
        all.put("printf", TextCommands::printf);
        all.put("grep", Grep::run);
        all.put("wc", TextCommands::wc);
        all.put("sort", call -> lines(call, input(call).lines().sorted().toList()));
        all.put("uniq", call -> lines(call, input(call).lines().distinct().toList()));
        all.put("base64", TextCommands::base64);
        all.put("tr", TextCommands::tr);
        all.put("cut", TextCommands::cut);
    }

    /** Text of the files named, or standard input. */
    static String input(Invocation call) {
        List<String> files =
                call.args().stream().filter(arg -> !arg.startsWith("-")).toList();
        return files.isEmpty()
                ? call.input()
                : files.stream().map(f -> call.host().read(f).orElse("")).collect(Collectors.joining());
    }

    private static int lines(Invocation call, List<String> lines) {
        lines.forEach(call.out()::line);
        return 0;
    }

    private static int echo(Invocation call) {
        List<String> args = call.args();
        boolean noNewline = !args.isEmpty() && args.get(0).equals("-n");
        boolean escapes = !args.isEmpty() && args.get(0).equals("-e");
        String text = String.join(" ", noNewline || escapes ? args.subList(1, args.size()) : args);
        String shown = escapes ? text.replace("\\n", "\n").replace("\\t", "\t") : text;
        call.out().write(noNewline ? shown : shown + "\n");
        return 0;
    }

    private static int printf(Invocation call) {
        if (call.args().isEmpty()) {
            return call.fail(2, "usage: printf format [arguments]");
        }
        String text = call.args().get(0).replace("\\n", "\n").replace("\\t", "\t");
        for (String arg : call.args().subList(1, call.args().size())) {
            text = text.replaceFirst("%[sd]", Matcher.quoteReplacement(arg));
        }
        call.out().write(text.replaceAll("%[sd]", ""));
        return 0;
    }

    private static int wc(Invocation call) {
        String text = input(call);
        long lines = text.lines().count();
        long words = Arrays.stream(text.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .count();
        String flags = call.args().stream().filter(arg -> arg.startsWith("-")).collect(Collectors.joining());
        call.out()
                .line(
                        flags.contains("l")
                                ? "" + lines
                                : flags.contains("w")
                                        ? "" + words
                                        : flags.contains("c")
                                                ? "" + text.length()
                                                : lines + " " + words + " " + text.length());
        return 0;
    }

    private static int base64(Invocation call) {
        String text = call.input();
        boolean decode = call.args().stream().anyMatch(arg -> arg.equals("-d") || arg.equals("--decode"));
        try {
            call.out()
                    .write(
                            decode
                                    ? new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8)
                                    : Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "\n");
            return 0;
        } catch (IllegalArgumentException notBase64) {
            return call.fail(1, "invalid input");
        }
    }

    private static int tr(Invocation call) {
        List<String> args = call.args();
        if (args.size() != 2
                || (!args.get(0).equals("-d")
                        && args.get(0).length() != args.get(1).length())) {
            return call.fail(1, "only sets of equal length and -d are simulated");
        }
        String text = call.input();
        if (args.get(0).equals("-d")) {
            String set = args.get(1).replace("\\n", "\n");
            call.out()
                    .write(text.chars()
                            .filter(c -> set.indexOf(c) < 0)
                            .mapToObj(Character::toString)
                            .collect(Collectors.joining()));
            return 0;
        }
        call.out()
                .write(text.chars()
                        .map(c -> args.get(0).indexOf(c) < 0
                                ? c
                                : args.get(1).charAt(args.get(0).indexOf(c)))
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()));
        return 0;
    }

    private static int cut(Invocation call) {
        String delimiter = "\t";
        int field = 1;
        for (int index = 0; index < call.args().size(); index++) {
            String arg = call.args().get(index);
            String value = arg.length() > 2
                    ? arg.substring(2)
                    : index + 1 < call.args().size() ? call.args().get(index + 1) : "";
            if (arg.startsWith("-d")) {
                delimiter = value;
            } else if (arg.startsWith("-f") && value.matches("\\d{1,4}")) {
                field = Integer.parseInt(value);
            }
        }
        for (String line : call.input().lines().toList()) {
            String[] parts = line.split(Pattern.quote(delimiter), -1);
            call.out().line(parts.length == 1 ? line : field <= parts.length ? parts[field - 1] : "");
        }
        return 0;
    }
}
