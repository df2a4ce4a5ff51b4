package io.slipway.activities.sql.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Puts together what {@code EXECUTE STATEMENT SET BEGIN … END} holds: Flink takes it as one statement. */
final class StatementSets {
    private static final Pattern BEGIN =
            Pattern.compile("(?is)(\\s|--[^\\n]*\\n|/\\*.*?\\*/)*(EXECUTE|EXPLAIN)\\s+STATEMENT\\s+SET\\s+BEGIN\\b.*");
    private static final Pattern END = Pattern.compile("(?is)(\\s|--[^\\n]*\\n|/\\*.*?\\*/)*END\\s*");

    private StatementSets() {}

    static List<Statement> join(List<Statement> statements) {
        List<Statement> joined = new ArrayList<>();
        Statement open = null;
        for (Statement each : statements) {
            if (open != null) {
                open = new Statement(open.text() + ";\n" + each.text(), open.source(), open.line());
                if (END.matcher(each.text()).matches()) {
                    joined.add(open);
                    open = null;
                }
            } else if (BEGIN.matcher(each.text()).matches()) {
                open = each;
            } else {
                joined.add(each);
            }
        }
        if (open != null) {
            throw new IllegalArgumentException(open.place() + ": the STATEMENT SET is not closed by END");
        }
        return List.copyOf(joined);
    }
}
