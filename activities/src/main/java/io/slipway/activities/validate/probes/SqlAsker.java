package io.slipway.activities.validate.probes;

import io.slipway.activities.reach.Reach;
import io.slipway.activities.sql.SparkSqlSession;
import io.slipway.model.action.Probe.SqlProbe;
import java.util.List;
import java.util.Map;

/** Runs a query through Spark SQL in a pod. */
final class SqlAsker implements Asker<SqlProbe> {
    @Override
    public String rule(SqlProbe probe) {
        return "'" + probe.statement().strip() + "' runs in " + SparkSqlSession.place(probe.sparkSql());
    }

    @Override
    public String byHand(SqlProbe probe, String namespace) {
        return "kubectl exec " + SparkSqlSession.kubectl(probe.sparkSql(), namespace) + " -- spark-sql -e \""
                + probe.statement().strip() + "\"";
    }

    @Override
    public Seen ask(SqlProbe probe, Reach reach) throws InterruptedException {
        List<List<String>> rows = new SparkSqlSession(reach, probe.sparkSql()).query(probe.statement());
        String first = rows.isEmpty() ? "" : ", the first: " + String.join(", ", rows.getFirst());
        return Seen.good(Map.of("rows", rows), rows.size() + " rows" + first);
    }
}
