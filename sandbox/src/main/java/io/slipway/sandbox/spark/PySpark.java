package io.slipway.sandbox.spark;

import io.slipway.sandbox.sparksql.SqlException;
import io.slipway.sandbox.sparksql.SqlResult;
import io.slipway.sandbox.sparksql.SqlSession;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python is not interpreted: of a program, the calls {@code spark.sql("...")} with plain text are run, in order. */
final class PySpark {
    private static final Pattern CALL = Pattern.compile(
            "spark\\.sql\\(\\s*(f?)(\"\"\"(.*?)\"\"\"|\"([^\"]*)\"|'([^']*)')\\s*\\)(\\.show\\(\\))?", Pattern.DOTALL);

    private final SqlSession session;

    PySpark(SqlSession session) {
        this.session = session;
    }

    /** Runs what it finds; gives the failure in Spark's words, or an empty text. */
    String run(String source, Consumer<String> out) {
        Matcher call = CALL.matcher(source);
        int ran = 0;
        while (call.find()) {
            if (!call.group(1).isEmpty()) {
                continue;
            }
            String statement =
                    call.group(3) != null ? call.group(3) : call.group(4) != null ? call.group(4) : call.group(5);
            try {
                SqlResult result = session.run(statement);
                if (call.group(6) != null) {
                    Shown.table(result).forEach(out);
                }
                ran++;
            } catch (SqlException failure) {
                return "pyspark.errors.exceptions.captured.AnalysisException: " + failure.getMessage();
            }
        }
        out.accept("simulated: Python is not interpreted, " + ran + " plain spark.sql calls were run");
        return "";
    }
}
