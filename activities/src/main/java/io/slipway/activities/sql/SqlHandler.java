package io.slipway.activities.sql;

import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.evidence.SeenValues;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.sql.jdbc.JdbcDrivers;
import io.slipway.activities.sql.script.RowLimit;
import io.slipway.activities.sql.script.SqlDialect;
import io.slipway.activities.sql.script.SqlRan;
import io.slipway.activities.sql.script.SqlScript;
import io.slipway.activities.sql.script.SqlVariables;
import io.slipway.activities.sql.script.Statement;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.activities.step.VerbHandler;
import io.slipway.model.action.Sql;
import io.slipway.model.action.SqlEngine;
import io.slipway.model.spec.FilePath;
import io.slipway.model.spec.Late;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The verb {@code sql}. When a worker is lost while a session runs, the next one goes on in the session of a gateway; over
 * other ways it runs all statements again and says so, so that they are best written so that this does no harm.
 */
public final class SqlHandler implements VerbHandler<Sql> {
    private static final String STARTED = "started";

    private final Clusters clusters;
    private final JdbcDrivers drivers;

    /** A handler for steps at these clusters, with drivers for databases. */
    public SqlHandler(Clusters clusters, JdbcDrivers drivers) {
        this.clusters = clusters;
        this.drivers = drivers;
    }

    /** What a step asks of the API server beside the objects that it applies; for plans. */
    public static Calls calls(Sql action, Reach reach) throws InterruptedException {
        return SqlSession.calls(action.engine(), reach);
    }

    @Override
    public Done run(Sql sql, StepContext context) throws InterruptedException {
        List<Statement> statements = statements(sql, context);
        boolean again = context.remembered().containsKey(STARTED);
        if (again && !(sql.engine() instanceof SqlEngine.Gateway)) {
            context.recorder()
                    .warning("the worker was lost while the statements were running; all of them are run again");
        }
        context.remember(STARTED, "yes");
        SqlRan ran;
        try (Reach reach = Reach.of(clusters, context)) {
            ran = SqlSession.of(sql.engine(), reach, drivers, sql.limit(), sql.keep())
                    .run(statements);
        }
        List<List<List<String>>> results = ran.rows();
        List<List<String>> last = results.getLast();
        if (sql.expect().isPresent()) {
            judge(sql.expect().get(), statements, results, context);
        }
        return Done.of(
                statements.size() + " statements ran, the last gave " + last.size()
                        + (last.size() == 1 ? " row" : " rows")
                        + (ran.jobs().isEmpty() ? "" : ", " + ran.jobs().size() + " jobs were started"),
                new Sql.Outputs(RowLimit.cut(last), statements.size(), ran.jobs()));
    }

    private static List<Statement> statements(Sql sql, StepContext context) {
        List<Statement> statements = new ArrayList<>();
        SqlDialect dialect = SqlSession.dialect(sql.engine());
        try {
            for (int i = 0; i < sql.statements().size(); i++) {
                String source = "statements[" + i + "]";
                statements.addAll(split(sql.statements().get(i), source, sql.variables(), dialect));
            }
            for (FilePath file : sql.files()) {
                statements.addAll(split(context.file(file.value()), file.value(), sql.variables(), dialect));
            }
        } catch (IllegalArgumentException wrong) {
            throw StepFailure.permanent(
                    "the SQL statements cannot be read", wrong.getMessage(), "correct the script or its variables");
        }
        if (statements.isEmpty()) {
            throw StepFailure.permanent(
                    "no SQL statement", "the scripts contain only comments and blanks", "write a statement");
        }
        return statements;
    }

    private static List<Statement> split(
            String text, String source, Map<String, String> variables, SqlDialect dialect) {
        try {
            return SqlScript.split(SqlVariables.replace(text, variables), source, dialect);
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
                            + statements.getLast().place() + ") is not the expected one",
                    "expected " + expect.source() + "; " + values,
                    "see what the statements before it wrote; run the last one by hand");
        }
    }
}
