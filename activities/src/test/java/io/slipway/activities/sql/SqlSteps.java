package io.slipway.activities.sql;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.sql.jdbc.JdbcDrivers;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Sql;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Binder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Runs the verb {@code sql} in tests. */
public final class SqlSteps {
    private final TestCluster cluster;

    public SqlSteps(TestCluster cluster) {
        this.cluster = cluster;
    }

    public FakeStepContext step(String name) {
        return cluster.step(new FakeTask().step(name).timeout(Duration.ofMinutes(1)));
    }

    public Done run(Map<String, Object> block, FakeStepContext context) throws InterruptedException {
        Sql sql = Binder.read(Sql.class, Json.tree(block));
        return new SqlHandler(cluster.clusters(), new JdbcDrivers(Path.of("target/no-drivers"))).run(sql, context);
    }

    public StepFailure failure(Map<String, Object> block) {
        return catchThrowableOfType(StepFailure.class, () -> run(block, step("wrong")));
    }
}
