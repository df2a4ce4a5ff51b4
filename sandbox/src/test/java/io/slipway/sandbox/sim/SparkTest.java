package io.slipway.sandbox.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.sandbox.kube.Pods;
import io.slipway.sandbox.s3.Buckets;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import org.awaitility.Awaitility;
import org.awaitility.Durations;
import org.junit.jupiter.api.Test;

class SparkTest {
    @Test
    void clusterModeMakesDriverExecutorsAndEventLog() {
        try (Cluster cluster = Cluster.withFaults()) {
            String pod = SparkFixture.submitPod(cluster, true);
            assertThat(cluster.log(pod)).contains("Spark Submit Pod Ready").contains("Spark version: 3.5.7");
            SparkFixture.historyServer(cluster);
            cluster.awaitAvailable("spark-history-server");
            Cluster.Ran ran = SparkFixture.submit(cluster, pod, "pi-driver");
            assertThat(ran.code()).as(ran.toString()).isZero();
            assertThat(ran.err())
                    .contains("(phase: Running)")
                    .contains("exit code: 0")
                    .contains("finished");
            assertThat(cluster.log("pi-driver")).containsPattern("Pi is roughly 3\\.1[34]");
            assertThat(Meta.labels(cluster.get(Kinds.POD, "pi-driver")))
                    .containsEntry("spark-role", "driver")
                    .containsKey("spark-app-selector");
            assertThat(cluster.store().list(Kinds.EVENT, Cluster.NS))
                    .anyMatch(event ->
                            event.path("involvedObject").path("name").asText().endsWith("-exec-2")
                                    && event.path("reason").asText().equals("Started"));
            assertThat(new Buckets(cluster.store(), Cluster.NS).list("lakehouse", "spark-event-logs/eventlog_v2_"))
                    .hasSize(2);
            String history = cluster.podNamed("spark-history-server");
            assertThat(cluster.log(history)).containsPattern("HistoryServer.*started at http://.*:18080");
            assertThat(cluster.http(history, 18080, "GET", "/api/v1/applications?status=completed", "")
                            .body())
                    .contains("spark-pi-test")
                    .contains("\"completed\":true");
            Cluster.Ran again = SparkFixture.submit(cluster, pod, "pi-driver");
            assertThat(again.code()).isEqualTo(1);
            assertThat(again.err()).contains("already exists");
        }
    }

    @Test
    void withoutRightsNothingIsSubmitted() {
        try (Cluster cluster = Cluster.withFaults()) {
            String pod = SparkFixture.submitPod(cluster, false);
            Cluster.Ran ran = SparkFixture.submit(cluster, pod, "pi-driver");
            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.err())
                    .contains(
                            "User \"system:serviceaccount:datalyptica:spark-driver\" cannot create resource \"pods\"");
        }
    }

    @Test
    void deniedExecutorsFailTheDriver() {
        try (Cluster cluster = Cluster.withFaults("pod/pi-driver: ExecutorsDenied")) {
            String pod = SparkFixture.submitPod(cluster, true);
            SparkFixture.submit(cluster, pod, "pi-driver");
            assertThat(Pods.phase(cluster.get(Kinds.POD, "pi-driver"))).isEqualTo("Failed");
            assertThat(cluster.log("pi-driver")).contains("cannot create resource \"pods\"");
        }
    }

    @Test
    void executorsWithoutImageKeepTheDriverWaiting() {
        try (Cluster cluster = Cluster.withFaults("pod/pi-driver: ExecutorsDenied(image)")) {
            String pod = SparkFixture.submitPod(cluster, true);
            SparkFixture.submit(cluster, pod, "pi-driver", "spark.kubernetes.submission.waitAppCompletion=false");
            cluster.awaitPod(one -> Meta.name(one).endsWith("-exec-1")
                    && Pods.containerStatus(one, "spark-kubernetes-executor")
                            .path("state")
                            .path("waiting")
                            .path("reason")
                            .asText()
                            .equals("ImagePullBackOff"));
            cluster.awaitLog("pi-driver", "Initial job has not accepted any resources");
        }
    }

    @Test
    void theDriverFailsByScriptAndTheLauncherSaysSo() {
        try (Cluster cluster = Cluster.withFaults("pod/pi-driver: DriverFails")) {
            String pod = SparkFixture.submitPod(cluster, true);
            Cluster.Ran ran = SparkFixture.submit(cluster, pod, "pi-driver");
            assertThat(ran.err()).contains("exit code: 1");
            assertThat(cluster.log("pi-driver")).contains("the application failed");
        }
    }

    @Test
    void icebergRowsComeBack() {
        try (Cluster cluster = Cluster.withFaults()) {
            String pod = SparkFixture.submitPod(cluster, true);
            String sql =
                    "CREATE NAMESPACE IF NOT EXISTS iceberg.analytics; CREATE TABLE IF NOT EXISTS iceberg.analytics.events (id BIGINT, ts TIMESTAMP) USING iceberg; INSERT INTO iceberg.analytics.events VALUES (1, current_timestamp()); SELECT id, count(*) AS times FROM iceberg.analytics.events WHERE id = 1 GROUP BY id;";
            assertThat(cluster.exec(pod, "spark-sql", "-e", sql).out()).isEqualTo("1\t1\n");
            assertThat(cluster.exec(pod, "spark-sql", "-e", sql).out()).isEqualTo("1\t2\n");
            assertThat(new Buckets(cluster.store(), Cluster.NS).list("lakehouse", "analytics/events/metadata/"))
                    .isNotEmpty();
            assertThat(cluster.exec(
                                    pod,
                                    "spark-sql",
                                    "-e",
                                    "CALL iceberg.system.expire_snapshots(table => 'analytics.events', retain_last => 20)")
                            .out())
                    .isEqualTo("0\t0\t0\n");
            Cluster.Ran unknown = cluster.exec(pod, "spark-sql", "-e", "SELECT * FROM iceberg.analytics.none");
            assertThat(unknown.code()).isEqualTo(1);
            assertThat(unknown.err()).contains("[TABLE_OR_VIEW_NOT_FOUND]");
            assertThat(cluster.exec(pod, "spark-sql", "-e", "SELEKT 1").err())
                    .contains("[PARSE_SYNTAX_ERROR] Syntax error at or near 'SELEKT'");
            assertThat(cluster.sh(
                                    pod,
                                    "for i in $(seq 60); do if curl -sf http://localhost:4040/metrics/json > /tmp/m.json; then break; fi; sleep 1; done | spark-sql --master 'local[1]' > /dev/null 2>&1; cat /tmp/m.json")
                            .out())
                    .contains("gauges");
        }
    }

    @Test
    void sqlSaysThatNessieIsAway() {
        try (Cluster cluster = Cluster.withFaults("service/nessie: NessieUnreachable")) {
            String pod = SparkFixture.submitPod(cluster, true);
            assertThat(cluster.exec(pod, "spark-sql", "-e", "SHOW NAMESPACES IN iceberg")
                            .err())
                    .contains("Connection refused");
        }
    }

    @Test
    void theHistoryServerNeedsItsFolder() {
        try (Cluster cluster = Cluster.withFaults("statefulset/minio: BucketMissing")) {
            SparkFixture.submitPod(cluster, true);
            SparkFixture.historyServer(cluster);
            // Between two crashes the container runs, and counts as available, for a moment: only back-off lasts.
            Awaitility.await()
                    .atMost(Durations.ONE_MINUTE)
                    .untilAsserted(() -> assertThat(cluster.store().list(Kinds.POD, Cluster.NS).stream()
                                    .filter(one -> Meta.name(one).startsWith("spark-history"))
                                    .map(one -> Pods.containerStatus(one, "spark")))
                            .isNotEmpty()
                            .allSatisfy(status -> assertThat(
                                            status.at("/state/waiting/reason").asText())
                                    .isEqualTo("CrashLoopBackOff"))
                            .allSatisfy(status -> assertThat(
                                            status.path("restartCount").asInt())
                                    .isPositive()));
        }
    }
}
