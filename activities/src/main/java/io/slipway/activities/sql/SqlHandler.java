package io.slipway.activities.sql;

import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.evidence.SeenValues;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.activities.step.VerbHandler;
import io.slipway.model.action.Sql;
import io.slipway.model.spec.FilePath;
import io.slipway.model.spec.Late;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The verb {@code sql}. When a worker is lost while a session runs, the next one runs all statements again and says so;
 * statements are best written so that running them twice does no harm.
 */
public final class SqlHandler implements VerbHandler<Sql> {
    private static final String STARTED = "started";

    private final Clusters clusters;

    /** A handler for steps at these clusters. */
    public SqlHandler(Clusters clusters) {
        this.clusters = clusters;
    }

    @Override
    public Done run(Sql sql, StepContext context) throws InterruptedException {
        List<Statement> statements = statements(sql, context);
        if (context.remembered().containsKey(STARTED)) {
            context.recorder().warning("the worker was lost while the statements ran; all of them are run once more");
        }
        context.remember(STARTED, "yes");
        List<List<List<String>>> results;
        try (Reach reach = Reach.of(clusters, context)) {
            results = new SparkSqlSession(reach, sql.sparkSql()).run(statements);
        }
        List<List<String>> last = results.getLast();
        if (sql.expect().isPresent()) {
            judge(sql.expect().get(), statements, results, context);
        }
        return Done.of(
                statements.size() + " statements ran, the last gave " + last.size()
                        + (last.size() == 1 ? " row" : " rows"),
                new Sql.Outputs(RowLimit.cut(last), statements.size()));
    }

    private static List<Statement> statements(Sql sql, StepContext context) {
        List<Statement> statements = new ArrayList<>();
        try {
            for (int i = 0; i < sql.statements().size(); i++) {
                String source = "statements[" + i + "]";
                statements.addAll(split(sql.statements().get(i), source, sql.variables()));
            }
            for (FilePath file : sql.files()) {
                statements.addAll(split(context.file(file.value()), file.value(), sql.variables()));
            }
        } catch (IllegalArgumentException wrong) {
            throw StepFailure.permanent(
                    "the SQL statements cannot be read", wrong.getMessage(), "correct the script or its variables");
        }
        if (statements.isEmpty()) {
            throw StepFailure.permanent(
                    "there is no SQL statement", "the scripts hold comments and blanks only", "write a statement");
        }
        return statements;
    }

    private static List<Statement> split(String text, String source, Map<String, String> variables) {
        try {
            return SqlScript.split(SqlVariables.replace(text, variables), source);
        } catch (IllegalArgumentException wrong) {
            String message = wrong.getMessage();
            throw new IllegalArgumentException(message.startsWith(source) ? message : source + ": " + message, wrong);
        }
    }

    private static void judge(
            Late expect, List<Statement> statements, List<List<List<String>>> results, StepContext context) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            all.add(Map.of("statement", statements.get(i).text(), "rows", results.get(i)));
        }
        Map<String, Object> seen = Map.of("rows", results.getLast(), "results", all);
        if (!context.holds(expect, seen)) {
            String values = new SeenValues(context.masker()::mask).of(expect.source(), seen);
            throw StepFailure.of(
                    "the result of SQL statement " + statements.size() + " ("
                            + statements.getLast().place() + ") is not what was expected",
                    "expected " + expect.source() + "; " + values,
                    "see what the statements before it wrote; run the last one by hand with spark-sql");
        }
    }
}
