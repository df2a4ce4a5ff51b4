package io.slipway.sandbox.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** grep with -E -F -i -v -o -c -q. */
final class Grep {
    private Grep() {}

    static int run(Invocation call) {
        StringBuilder flags = new StringBuilder();
        List<String> rest = new ArrayList<>();
        for (String arg : call.args()) {
            if (arg.startsWith("-") && arg.length() > 1 && rest.isEmpty() && !arg.equals("-e")) {
                flags.append(arg, 1, arg.length());
            } else if (!arg.equals("-e")) {
                rest.add(arg);
            }
        }
        if (rest.isEmpty()) {
            return call.fail(2, "usage: grep [OPTION]... PATTERN [FILE]...");
        }
        return match(call, flags.toString(), rest);
    }

    private static int match(Invocation call, String flags, List<String> rest) {
        Pattern pattern;
        try {
            pattern = pattern(rest.get(0), flags);
        } catch (PatternSyntaxException wrong) {
            return call.fail(2, "Invalid regular expression");
        }
        List<String> words = new ArrayList<>(List.of("grep"));
        words.addAll(rest.subList(1, rest.size()));
        String input = TextCommands.input(call.with(words));
        List<String> lines = input.lines()
                .filter(line -> pattern.matcher(line).find() != (flags.indexOf('v') >= 0))
                .toList();
        show(call, flags, pattern, lines);
        return lines.isEmpty() ? 1 : 0;
    }

    private static Pattern pattern(String text, String flags) {
        int options = flags.indexOf('i') >= 0 ? Pattern.CASE_INSENSITIVE : 0;
        if (flags.indexOf('F') >= 0) {
            return Pattern.compile(Pattern.quote(text), options);
        }
        String basic = flags.indexOf('E') >= 0 || flags.indexOf('P') >= 0 ? text : text.replace("\\|", "|");
        return Pattern.compile(basic, options);
    }

    private static void show(Invocation call, String flags, Pattern pattern, List<String> lines) {
        if (flags.indexOf('q') >= 0) {
            return;
        }
        if (flags.indexOf('c') >= 0) {
            call.out().line(String.valueOf(lines.size()));
            return;
        }
        for (String line : lines) {
            if (flags.indexOf('o') < 0) {
                call.out().line(line);
                continue;
            }
            Matcher matcher = pattern.matcher(line);
            while (matcher.find()) {
                call.out().line(matcher.group());
            }
        }
    }
}
