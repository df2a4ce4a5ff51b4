package io.slipway.sandbox.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.sandbox.kube.Pods;
import io.slipway.sandbox.s3.Buckets;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.awaitility.Awaitility;
import org.awaitility.Durations;
import org.junit.jupiter.api.Test;

class FlinkTest {
    private static final String WORD_COUNT = "/opt/flink/examples/streaming/WordCount.jar";
    private static final String TOP_SPEED = "/opt/flink/examples/streaming/TopSpeedWindowing.jar";

    private static String start(Cluster cluster) {
        cluster.create(Kinds.CONFIG_MAP, Manifests.flinkConfig());
        cluster.create(Kinds.DEPLOYMENT, Manifests.flink("flink-jobmanager", 1, "jobmanager"));
        cluster.create(Kinds.DEPLOYMENT, Manifests.flink("flink-taskmanager", 2, "taskmanager"));
        cluster.create(
                Kinds.SERVICE,
                "{'metadata': {'name': 'flink-jobmanager'}, 'spec': {'selector': {'app': 'flink-jobmanager'}, 'ports': [{'name': 'rpc', 'port': 6123}, {'name': 'ui', 'port': 8081}]}}");
        cluster.awaitAvailable("flink-jobmanager");
        cluster.awaitAvailable("flink-taskmanager");
        new Buckets(cluster.store(), Cluster.NS).make("lakehouse");
        return cluster.podNamed("flink-jobmanager");
    }

    /** Until there are so many; a JobManager in native mode counts as available before it answers. */
    private static void awaitSlots(Cluster cluster, String pod, int slots) {
        Awaitility.await()
                .atMost(Durations.ONE_MINUTE)
                .ignoreExceptionsMatching(
                        early -> early instanceof IllegalArgumentException || early instanceof NoSuchElementException)
                .pollInterval(Duration.ofMillis(5))
                .until(() ->
                        cluster.get(pod, 8081, "/overview").path("slots-total").asInt() == slots);
    }

    private static JsonNode awaitState(Cluster cluster, String pod, String id, String state) {
        return Awaitility.await("job " + state)
                .atMost(Durations.ONE_MINUTE)
                .pollInterval(Duration.ofMillis(5))
                .until(
                        () -> cluster.get(pod, 8081, "/jobs/" + id),
                        job -> job.path("state").asText().equals(state));
    }

    @Test
    void sessionClusterRunsBoundedAndUnboundedJobs() {
        try (Cluster cluster = Cluster.withFaults()) {
            String pod = start(cluster);
            awaitSlots(cluster, pod, 8);
            assertThat(cluster.log(pod)).contains("Rest endpoint listening at").contains("Registering TaskManager");
            assertThat(cluster.get(pod, 8081, "/taskmanagers")
                            .path("taskmanagers")
                            .findValuesAsText("slotsNumber"))
                    .containsExactly("4", "4");
            Cluster.Ran ran = cluster.exec(
                    pod, "flink", "run", "-d", "-D$internal.pipeline.job-id=" + "a".repeat(32), WORD_COUNT);
            assertThat(ran.out()).isEqualTo("Job has been submitted with JobID " + "a".repeat(32) + "\n");
            awaitState(cluster, pod, "a".repeat(32), "FINISHED");
            cluster.awaitPod(one ->
                    cluster.log(one.path("metadata").path("name").asText()).contains("(water,2)"));
            Cluster.Ran again = cluster.exec(
                    pod, "flink", "run", "-d", "-D$internal.pipeline.job-id=" + "a".repeat(32), WORD_COUNT);
            assertThat(again.code()).isEqualTo(1);
            assertThat(again.err()).contains("DuplicateJobSubmissionException: Job has already been submitted.");
            unbounded(cluster, pod);
        }
    }

    @Test
    void faultsComeAndGoWhileItRuns() {
        try (Cluster cluster = Cluster.withFaults()) {
            String pod = start(cluster);
            assertThat(cluster.exec(pod, "ls", "/opt/flink/lib").out()).contains("flink-dist");
            cluster.simulation()
                    .strike(List.of(
                            "deployment/flink-jobmanager: FileMissing(flink-dist-1.20.0.jar)",
                            "deployment/flink-taskmanager: NotReady"));
            assertThat(cluster.exec(pod, "ls", "/opt/flink/lib").out())
                    .isNotEmpty()
                    .doesNotContain("flink-dist");
            awaitReady(cluster, 0);
            cluster.simulation().heal();
            assertThat(cluster.exec(pod, "ls", "/opt/flink/lib").out()).contains("flink-dist");
            awaitReady(cluster, 2);
        }
    }

    private static void awaitReady(Cluster cluster, int taskManagers) {
        cluster.await(
                Kinds.DEPLOYMENT,
                "flink-taskmanager",
                one -> one.path("status").path("readyReplicas").asInt() == taskManagers);
    }

    private static void unbounded(Cluster cluster, String pod) {
        String id = cluster.exec(pod, "flink", "run", "-d", "-p", "3", TOP_SPEED)
                .out()
                .trim()
                .replaceAll(".* ", "");
        awaitState(cluster, pod, id, "RUNNING");
        assertThat(cluster.get(pod, 8081, "/overview").path("slots-available").asInt())
                .isEqualTo(5);
        assertThat(cluster.exec(pod, "flink", "list").out()).contains(id + " : CarTopSpeedWindowingExample (RUNNING)");
        Awaitility.await("checkpoint")
                .pollInterval(Duration.ofMillis(5))
                .until(() -> cluster.get(pod, 8081, "/jobs/" + id + "/checkpoints")
                                .path("counts")
                                .path("completed")
                                .asInt()
                        >= 2);
        assertThat(new Buckets(cluster.store(), Cluster.NS).list("lakehouse", "flink/checkpoints/" + id + "/"))
                .isNotEmpty()
                .allMatch(entry -> entry.key().endsWith("/_metadata"));
        assertThat(cluster.exec(pod, "flink", "stop", id).out())
                .contains("Savepoint completed. Path: s3://lakehouse/flink/savepoints/savepoint-" + id.substring(0, 6));
        awaitState(cluster, pod, id, "FINISHED");
        assertThat(cluster.get(pod, 8081, "/overview").path("slots-available").asInt())
                .isEqualTo(8);
    }

    private static String restarted(Cluster cluster, String pod) {
        cluster.store().delete(Kinds.POD, Cluster.NS, pod, Deletion.NOW);
        String next = Meta.name(cluster.awaitPod(one ->
                Meta.name(one).startsWith("flink-jobmanager") && !Meta.name(one).equals(pod) && Pods.ready(one)));
        awaitSlots(cluster, next, 8);
        return next;
    }

    @Test
    void jobsOutliveTheJobManagerAsLongAsItsConfigMapTellsOfThem() {
        try (Cluster cluster = Cluster.withFaults()) {
            String first = start(cluster);
            awaitSlots(cluster, first, 8);
            String job = "b".repeat(32);
            cluster.exec(first, "flink", "run", "-d", "-D$internal.pipeline.job-id=" + job, TOP_SPEED);
            awaitState(cluster, first, job, "RUNNING");
            String second = restarted(cluster, first);
            awaitState(cluster, second, job, "RUNNING");
            cluster.store().delete(Kinds.CONFIG_MAP, Cluster.NS, "test-cluster-config-map", Deletion.BACKGROUND);
            String third = restarted(cluster, second);
            assertThat(cluster.get(third, 8081, "/jobs").path("jobs")).isEmpty();
            assertThat(cluster.get(Kinds.CONFIG_MAP, "test-cluster-config-map")
                            .at("/metadata/labels/configmap-type")
                            .asText())
                    .isEqualTo("high-availability");
        }
    }

    @Test
    void aJobThatFindsNoPlaceToBeginAtFails() {
        try (Cluster cluster = Cluster.withFaults()) {
            String pod = start(cluster);
            String job = "c".repeat(32);
            String body = "{\"jobName\": \"orders\", \"jobId\": \"" + job + "\", \"failure\": \"no offset\"}";
            assertThat(cluster.http(pod, 8081, "POST", "/jobs", body).statusCode())
                    .isLessThan(300);
            awaitState(cluster, pod, job, "FAILED");
            assertThat(cluster.get(pod, 8081, "/jobs/" + job + "/exceptions").toString())
                    .contains("no offset");
        }
    }

    @Test
    void jarsGoOverRestAndTooManySlotsFail() {
        try (Cluster cluster = Cluster.withFaults()) {
            String pod = start(cluster);
            awaitSlots(cluster, pod, 8);
            String body =
                    "--b\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"TopSpeedWindowing.jar\"\r\n\r\nPK\u0003\u0004...\r\n--b--";
            String file = Cluster.json(cluster.http(pod, 8081, "POST", "/jars/upload", body)
                            .body())
                    .path("filename")
                    .asText();
            String jar = file.substring(file.lastIndexOf('/') + 1);
            String id = Cluster.json(cluster.http(pod, 8081, "POST", "/jars/" + jar + "/run?parallelism=9", "")
                            .body())
                    .path("jobid")
                    .asText();
            awaitState(cluster, pod, id, "FAILED");
            assertThat(cluster.get(pod, 8081, "/jobs/" + id + "/exceptions")
                            .path("root-exception")
                            .asText())
                    .contains("NoResourceAvailableException");
            assertThat(cluster.http(pod, 8081, "PATCH", "/jobs/" + id, "").statusCode())
                    .isEqualTo(409);
            assertThat(cluster.http(pod, 8081, "GET", "/jobs/" + "b".repeat(32), "")
                            .body())
                    .contains("Job " + "b".repeat(32) + " not found");
            assertThat(cluster.http(pod, 8081, "POST", "/jars/upload", "nothing")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(cluster.exec(pod, "flink", "run", "/opt/none.jar").err())
                    .contains("JAR file does not exist: /opt/none.jar");
        }
    }

    @Test
    void taskManagersOfAWrongAddressStayAway() {
        try (Cluster cluster = Cluster.withFaults("deployment/flink-taskmanager: TaskManagersNotRegistering")) {
            String pod = start(cluster);
            cluster.awaitLog(cluster.podNamed("flink-taskmanager"), "Could not resolve ResourceManager address");
            assertThat(cluster.get(pod, 8081, "/overview").path("slots-total").asInt())
                    .isZero();
        }
    }

    @Test
    void checkpointsFailWhenTheStoreDenies() {
        try (Cluster cluster = Cluster.withFaults("service/minio: S3Unreachable")) {
            String pod = start(cluster);
            awaitSlots(cluster, pod, 8);
            String id = cluster.exec(pod, "flink", "run", "-d", TOP_SPEED)
                    .out()
                    .trim()
                    .replaceAll(".* ", "");
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> cluster.get(pod, 8081, "/jobs/" + id + "/checkpoints")
                                    .path("counts")
                                    .path("failed")
                                    .asInt()
                            > 0);
            cluster.awaitLog(pod, "Connection refused");
            assertThat(cluster.exec(pod, "curl", "-s", "http://minio:9000").code())
                    .isEqualTo(7);
        }
    }

    @Test
    void theVersionIsThatOfTheImageAndGeneratorsCount() {
        try (Cluster cluster = Cluster.withFaults()) {
            String pod = start(cluster);
            awaitSlots(cluster, pod, 8);
            assertThat(cluster.get(pod, 8081, "/overview").path("flink-version").asText())
                    .isEqualTo("1.20.0");
            String id = cluster.exec(
                            pod,
                            "flink",
                            "run",
                            "-d",
                            "-p",
                            "8",
                            "/opt/flink/examples/streaming/StateMachineExample.jar",
                            "--rps",
                            "30000")
                    .out()
                    .trim()
                    .replaceAll(".* ", "");
            awaitState(cluster, pod, id, "RUNNING");
            Awaitility.await("records")
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> cluster.get(pod, 8081, "/jobs/" + id)
                                    .path("vertices")
                                    .path(0)
                                    .path("metrics")
                                    .path("write-records")
                                    .asLong()
                            > 1000);
        }
    }

    @Test
    void nativeModeMakesItsOwnTaskManagers() {
        try (Cluster cluster = Cluster.withFaults()) {
            String pod = start(cluster);
            String[] submit = {
                "flink",
                "run",
                "-t",
                "kubernetes-application",
                "-p",
                "6",
                "-Dkubernetes.cluster-id=native",
                "-Dkubernetes.service-account=flink-native",
                "-Dkubernetes.container.image=flink:2.1.0",
                "-Dtaskmanager.numberOfTaskSlots=4",
                "local:///opt/flink/examples/streaming/TopSpeedWindowing.jar"
            };
            assertThat(cluster.exec(pod, submit).err())
                    .contains("deployments.apps is forbidden: User \"system:serviceaccount:datalyptica:default\"");
            allow(cluster, "default", "'deployments', 'configmaps', 'services'");
            allow(cluster, "flink-native", "'pods'");
            assertThat(cluster.exec(pod, submit).out()).contains("Submitted application cluster with id native");
            assertThat(cluster.exec(pod, submit).err()).contains("The Flink cluster native already exists.");
            cluster.awaitAvailable("native");
            String leader = cluster.podOf(Map.of("app", "native", "component", "jobmanager"));
            awaitSlots(cluster, leader, 8);
            assertThat(cluster.store().view(Kinds.SERVICE, Cluster.NS, "native"))
                    .as("the leader is found by its ConfigMap")
                    .isEmpty();
            String id = cluster.get(leader, 8081, "/jobs")
                    .path("jobs")
                    .path(0)
                    .path("id")
                    .asText();
            awaitState(cluster, leader, id, "RUNNING");
            assertThat(cluster.get(leader, 8081, "/overview")
                            .path("flink-version")
                            .asText())
                    .isEqualTo("2.1.0");
            assertThat(cluster.http(leader, 8081, "PATCH", "/jobs/" + id, "").statusCode())
                    .isEqualTo(202);
            Awaitility.await("the cluster ends with its job")
                    .atMost(Durations.ONE_MINUTE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> cluster.store().list(Kinds.POD, Cluster.NS).stream()
                            .noneMatch(one -> "native".equals(Meta.labels(one).get("app"))));
            assertThat(cluster.store().list(Kinds.CONFIG_MAP, Cluster.NS))
                    .as("what high availability keeps goes with the job")
                    .noneMatch(one -> Meta.name(one).startsWith("native-"));
        }
    }

    private static void allow(Cluster cluster, String account, String resources) {
        cluster.create(
                Kinds.ROLE,
                "{'metadata': {'name': '%s'}, 'rules': [{'apiGroups': ['', 'apps'], 'resources': [%s], 'verbs': ['*']}]}"
                        .formatted(account, resources));
        cluster.create(
                Kinds.ROLE_BINDING,
                "{'metadata': {'name': '%s'}, 'roleRef': {'kind': 'Role', 'name': '%s', 'apiGroup': 'rbac.authorization.k8s.io'}, 'subjects': [{'kind': 'ServiceAccount', 'name': '%s', 'namespace': 'datalyptica'}]}"
                        .formatted(account, account, account));
        if (!account.equals("default")) {
            cluster.create(Kinds.SERVICE_ACCOUNT, "{'metadata': {'name': '%s'}}".formatted(account));
        }
    }
}
