package io.slipway.activities.sql.spark;

import io.slipway.activities.cluster.access.ExecResult;
import io.slipway.activities.cluster.access.PodRef;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.reach.Where;
import io.slipway.activities.spark.SparkError;
import io.slipway.activities.sql.script.SqlRan;
import io.slipway.activities.sql.script.Statement;
import io.slipway.activities.sql.script.StatementFailure;
import io.slipway.activities.step.Recorder;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.SqlEngine;
import java.util.List;

/** Runs statements through {@code spark-sql} in a pod, all in one session. */
public final class SparkSqlSession {
    private static final String HOME = "/opt/spark/bin";

    private final Reach reach;
    private final SqlEngine.SparkSql spark;

    /** A session to come. */
    public SparkSqlSession(Reach reach, SqlEngine.SparkSql spark) {
        this.reach = reach;
        this.spark = spark;
    }

    /** The pod in which it runs, for people. */
    public static String place(SqlEngine.SparkSql spark) {
        return where(spark).display();
    }

    /** What a session asks of the API server. */
    public static Calls calls(SqlEngine.SparkSql spark, Reach reach) throws InterruptedException {
        return reach.callsToRun(where(spark));
    }

    /** The arguments kubectl takes for the pod in which it runs. */
    public static String kubectl(SqlEngine.SparkSql spark, String namespace) {
        return where(spark).kubectl(namespace);
    }

    /** Runs statements; as {@link #run}. */
    public SqlRan ran(List<Statement> statements) throws InterruptedException {
        return SqlRan.of(run(statements));
    }

    /**
     * Runs statements in order.
     *
     * @return the rows of each
     * @throws StepFailure when one fails, with its number, text and Spark's reason
     */
    List<List<List<String>>> run(List<Statement> statements) throws InterruptedException {
        PodRef pod = reach.pod(where(spark));
        SparkSqlScript script = new SparkSqlScript(
                statements.stream().map(Statement::text).toList(),
                "slipway-" + reach.context().task().shortKey() + "-");
        reach.context().progress(statements.size() + " SQL statements in " + pod.display());
        ExecResult result;
        try (Recorder.LogSink log = reach.context().recorder().log(pod.display() + " spark-sql")) {
            result = reach.commands().runProgram(pod, HOME, script.argv(spark.conf()), log::line);
        }
        List<List<List<String>>> rows = script.rows(result.stdout());
        if (rows.size() < statements.size() || !result.ok()) {
            throw failure(statements, rows.size(), pod, result);
        }
        return rows;
    }

    private static Where where(SqlEngine.SparkSql spark) {
        return new Where(spark.of(), spark.selector(), spark.container());
    }

    private StepFailure failure(List<Statement> statements, int ran, PodRef pod, ExecResult result) {
        String error = reach.context().masker().mask(SparkError.line(result.stderr()));
        if (result.capped()) {
            return StepFailure.permanent(
                    "the rows of the SQL statements in " + pod.display() + " are too many to read",
                    "spark-sql printed more than the limit",
                    "add a LIMIT, or select less");
        }
        if (ran >= statements.size() || neverStarted(result)) {
            return StepFailure.of(
                    "spark-sql in " + pod.display() + " failed",
                    "it exited with " + result.exitCode() + (error.isEmpty() ? "" : ": " + error),
                    "see the step's log for its full output");
        }
        return StatementFailure.of(
                statements,
                ran,
                error.isEmpty() ? "spark-sql exited with " + result.exitCode() + " and gave no reason" : error,
                "correct the statement, or what it needs; the step's log has Spark's full output",
                reach.context().masker());
    }

    private static boolean neverStarted(ExecResult result) {
        return result.exitCode() == 126 || result.exitCode() == 127;
    }
}
