package io.slipway.activities.cluster.failure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads {@code rules.yaml} beside this class; a mistake in it is a mistake of the build. */
final class FailureRuleReader {

    private static final String FILE = "rules.yaml";

    private FailureRuleReader() {}

    static List<FailureRule> shipped() {
        try (InputStream in = FailureRuleReader.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the fast-failure rules are missing in this build");
            }
            List<FailureRule> rules = new ArrayList<>();
            Object entries = new Load(LoadSettings.builder().setLabel(FILE).build()).loadFromInputStream(in);
            for (Object entry : (List<?>) entries) {
                rules.add(rule((Map<?, ?>) entry));
            }
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException("the fast-failure rules cannot be read", e);
        }
    }

    private static FailureRule rule(Map<?, ?> entry) {
        return new FailureRule(
                text(entry, "name", ""),
                Sign.Source.valueOf(text(entry, "see", "").toUpperCase(Locale.ROOT)),
                Pattern.compile(text(entry, "reason", ".*")),
                Pattern.compile(text(entry, "message", ""), Pattern.CASE_INSENSITIVE | Pattern.DOTALL),
                Patience.valueOf(text(entry, "patience", "grace").toUpperCase(Locale.ROOT)),
                Boolean.TRUE.equals(entry.get("summary")),
                text(entry, "cause", ""),
                text(entry, "fix", ""));
    }

    private static String text(Map<?, ?> entry, String key, String otherwise) {
        Object value = entry.get(key);
        return value == null ? otherwise : value.toString().strip();
    }
}
