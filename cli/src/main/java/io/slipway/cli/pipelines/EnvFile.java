package io.slipway.cli.pipelines;

import io.slipway.cli.error.CliException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files of {@code NAME=value} lines, as shells and compose read them: comments, {@code export}, quotes. */
final class EnvFile {
    private static final Pattern LINE = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=(.*)");
    private static final Pattern QUOTED =
            Pattern.compile("\\s*([\"'])((?:(?!\\1).)*)\\1\\s*(?:#.*)?|\\s*([\"'])(.*)\\3");

    private EnvFile() {}

    static Map<String, String> read(String file, String text) {
        Map<String, String> values = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String bare = line.strip();
            if (bare.isEmpty() || bare.startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(bare);
            if (!matcher.matches()) {
                throw CliException.invalid(file + ":" + number + ": expected NAME=value", "Correct the line.");
            }
            values.put(matcher.group(1), unquoted(matcher.group(2)));
        }
        return values;
    }

    /** A comment begins after a space, and not inside of quotes. */
    private static String unquoted(String value) {
        Matcher quoted = QUOTED.matcher(value);
        if (quoted.matches()) {
            return quoted.group(1) == null ? quoted.group(4) : quoted.group(2);
        }
        return value.replaceAll("\\s+#.*$", "").strip();
    }
}
