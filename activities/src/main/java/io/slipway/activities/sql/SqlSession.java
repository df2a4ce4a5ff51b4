package io.slipway.activities.sql;

import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.sql.gateway.GatewaySession;
import io.slipway.activities.sql.jdbc.JdbcDrivers;
import io.slipway.activities.sql.jdbc.JdbcSession;
import io.slipway.activities.sql.script.SqlDialect;
import io.slipway.activities.sql.script.SqlRan;
import io.slipway.activities.sql.script.Statement;
import io.slipway.activities.sql.spark.SparkSqlSession;
import io.slipway.model.action.SqlEngine;
import java.util.List;

/** Statements that run one after another and see each other's tables. */
public interface SqlSession {

    /**
     * Runs statements in order.
     *
     * @throws io.slipway.activities.step.StepFailure when one fails, with its number, text and the reason
     */
    SqlRan run(List<Statement> statements) throws InterruptedException;

    /** A session that keeps the usual number of rows and follows jobs. */
    static SqlSession of(SqlEngine engine, Reach reach, JdbcDrivers drivers) {
        return of(engine, reach, drivers, 1000, false);
    }

    /**
     * A session to come.
     *
     * @param limit how many rows of a result are kept
     * @param keep whether jobs that were started are left running
     */
    static SqlSession of(SqlEngine engine, Reach reach, JdbcDrivers drivers, int limit, boolean keep) {
        return switch (engine) {
            case SqlEngine.SparkSql spark -> new SparkSqlSession(reach, spark)::ran;
            case SqlEngine.Gateway gateway -> new GatewaySession(reach, gateway, limit, keep)::run;
            case SqlEngine.Jdbc jdbc -> new JdbcSession(reach, jdbc, drivers, limit)::run;
        };
    }

    /** What a session asks of the API server. */
    static Calls calls(SqlEngine engine, Reach reach) throws InterruptedException {
        return switch (engine) {
            case SqlEngine.SparkSql spark -> SparkSqlSession.calls(spark, reach);
            case SqlEngine.Gateway gateway -> GatewaySession.calls(gateway, reach);
            case SqlEngine.Jdbc jdbc -> jdbc.service().isPresent() ? reach.callsToService() : Calls.NONE;
        };
    }

    /** How the engine reads a script. */
    static SqlDialect dialect(SqlEngine engine) {
        return switch (engine) {
            case SqlEngine.SparkSql spark -> SqlDialect.SPARK;
            case SqlEngine.Gateway gateway -> SqlDialect.FLINK;
            case SqlEngine.Jdbc jdbc -> SqlDialect.STANDARD;
        };
    }

    /** Where the statements run, for people. */
    static String place(SqlEngine engine) {
        return switch (engine) {
            case SqlEngine.SparkSql spark -> SparkSqlSession.place(spark);
            case SqlEngine.Gateway gateway -> "the SQL Gateway " + gateway.address();
            case SqlEngine.Jdbc jdbc -> JdbcSession.shown(jdbc.url());
        };
    }
}
