package io.slipway.activities.sql.script;

import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces <code>${NAME}</code> in a script. Spark's own forms with a dot or colon are left to Spark. */
public final class SqlVariables {
    private static final Pattern NAME = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private SqlVariables() {}

    /**
     * The script with its variables replaced.
     *
     * @throws IllegalArgumentException when a variable has no value; the message names all of them
     */
    public static String replace(String script, Map<String, String> values) {
        TreeSet<String> unknown = new TreeSet<>();
        Matcher matcher = NAME.matcher(script);
        String replaced = matcher.replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                unknown.add(found.group(1));
                return "";
            }
            return Matcher.quoteReplacement(value);
        });
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("no value for ${" + String.join("}, ${", unknown) + "}");
        }
        return replaced;
    }
}
