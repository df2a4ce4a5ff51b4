package io.slipway.cli.pipelines;

import io.slipway.cli.error.CliException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files of {@code NAME=value} lines, as shells and compose read them: comments, {@code export}, quotes. */
final class EnvFile {
    private static final Pattern LINE = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");

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
                throw CliException.invalid(file + ":" + number + ": this is no NAME=value", "Correct the line.");
            }
            values.put(matcher.group(1), unquoted(matcher.group(2)));
        }
        return values;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2
                && (value.startsWith("\"") && value.endsWith("\"") || value.startsWith("'") && value.endsWith("'"));
        return quoted ? value.substring(1, value.length() - 1) : value.replaceAll("\\s+#.*$", "");
    }
}
