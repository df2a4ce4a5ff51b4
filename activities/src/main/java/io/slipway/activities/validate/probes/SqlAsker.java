package io.slipway.activities.validate.probes;

import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.sql.SqlSession;
import io.slipway.activities.sql.jdbc.JdbcDrivers;
import io.slipway.activities.sql.script.Statement;
import io.slipway.activities.sql.spark.SparkSqlSession;
import io.slipway.model.action.Probe.SqlProbe;
import io.slipway.model.action.SqlEngine;
import java.util.List;
import java.util.Map;

/** Runs a query through whatever engine the probe names. */
final class SqlAsker implements Asker<SqlProbe> {
    private final JdbcDrivers drivers = JdbcDrivers.standard();

    @Override
    public String subject(SqlProbe probe) {
        return "'" + probe.statement().strip() + "' in " + SqlSession.place(probe.engine());
    }

    @Override
    public String rule(SqlProbe probe) {
        return "'" + probe.statement().strip() + "' runs in " + SqlSession.place(probe.engine());
    }

    @Override
    public String byHand(SqlProbe probe, String namespace) {
        return switch (probe.engine()) {
            case SqlEngine.SparkSql spark ->
                "kubectl exec " + SparkSqlSession.kubectl(spark, namespace) + " -- spark-sql -e \""
                        + probe.statement().strip() + "\"";
            case SqlEngine.Gateway gateway ->
                "sql-client.sh gateway --endpoint " + gateway.address() + ", then: "
                        + probe.statement().strip();
            case SqlEngine.Jdbc jdbc ->
                "run in the database: " + probe.statement().strip();
        };
    }

    @Override
    public Calls calls(SqlProbe probe, Reach reach) throws InterruptedException {
        return SqlSession.calls(probe.engine(), reach);
    }

    @Override
    public Seen ask(SqlProbe probe, Reach reach) throws InterruptedException {
        Statement statement = new Statement(probe.statement(), "statement", 1);
        List<List<String>> rows = SqlSession.of(probe.engine(), reach, drivers)
                .run(List.of(statement))
                .rows()
                .getFirst();
        String first = rows.isEmpty() ? "" : ", the first: " + String.join(", ", rows.getFirst());
        return Seen.good(Map.of("rows", rows), rows.size() + " rows" + first);
    }
}
