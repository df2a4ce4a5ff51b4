package io.slipway.sandbox.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.kube.Conditions;
import io.slipway.sandbox.kube.Pods;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.Durations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControllersTest {
    private static List<ObjectNode> pods(Cluster cluster, String app) {
        return cluster.store().list(Kinds.POD, Cluster.NS).stream()
                .filter(pod -> app.equals(Meta.labels(pod).get("app")) && !Meta.deleting(pod))
                .toList();
    }

    private static String job(String name, String script, String more) {
        return "{'metadata': {'name': '%s'}, 'spec': {%s'template': {'spec': {'restartPolicy': 'Never', 'containers': [{'name': 'c', 'image': 'busybox:1.36', 'command': ['sh', '-c', '%s']}]}}}}"
                .formatted(name, more, script);
    }

    @Test
    void deploymentsRollOutAndUpdate() {
        try (Cluster cluster = Cluster.withFaults()) {
            cluster.create(Kinds.DEPLOYMENT, Manifests.web("web", 3));
            ObjectNode first = cluster.awaitAvailable("web");
            assertThat(first.path("status").path("observedGeneration").asLong()).isEqualTo(1);
            assertThat(Conditions.find(first.path("status"), "Progressing")
                            .orElseThrow()
                            .path("reason")
                            .asText())
                    .isEqualTo("NewReplicaSetAvailable");
            assertThat(Meta.annotations(cluster.get(Kinds.DEPLOYMENT, "web")))
                    .containsEntry("deployment.kubernetes.io/revision", "1");
            Set<String> old = pods(cluster, "web").stream().map(Meta::name).collect(Collectors.toSet());
            assertThat(old).hasSize(3).allMatch(name -> name.matches("web-[a-z0-9]{6,10}-[a-z0-9]{5}"));
            cluster.store().mutate(Kinds.DEPLOYMENT, Cluster.NS, "web", now -> {
                ((ObjectNode) now.at("/spec/template/spec/containers/0")).put("image", "nginx:1.28");
                return now;
            });
            cluster.await(
                    Kinds.DEPLOYMENT,
                    "web",
                    one -> one.path("status").path("observedGeneration").asLong() == 2
                            && one.path("status").path("updatedReplicas").asInt() == 3
                            && one.path("status").path("replicas").asInt() == 3
                            && one.path("status").path("availableReplicas").asInt() == 3);
            assertThat(pods(cluster, "web")).hasSize(3).noneMatch(pod -> old.contains(Meta.name(pod)));
            assertThat(cluster.store().list(Kinds.REPLICA_SET, Cluster.NS))
                    .filteredOn(set -> Meta.name(set).startsWith("web-"))
                    .hasSize(2);
            assertThat(Meta.annotations(cluster.get(Kinds.DEPLOYMENT, "web")))
                    .containsEntry("deployment.kubernetes.io/revision", "2");
        }
    }

    @Test
    void servicesGetEndpointsOfReadyPods() {
        try (Cluster cluster = Cluster.withFaults()) {
            cluster.create(Kinds.SERVICE, Manifests.service("web", "web", 8080, 80));
            cluster.create(Kinds.DEPLOYMENT, Manifests.web("web", 2));
            cluster.awaitAvailable("web");
            ObjectNode endpoints = cluster.await(
                    Kinds.ENDPOINTS,
                    "web",
                    one -> one.path("subsets").path(0).path("addresses").size() == 2);
            assertThat(endpoints
                            .path("subsets")
                            .path(0)
                            .path("ports")
                            .path(0)
                            .path("port")
                            .asInt())
                    .isEqualTo(80);
            assertThat(cluster.store().list(Kinds.ENDPOINT_SLICE, Cluster.NS))
                    .anyMatch(slice -> "web".equals(Meta.labels(slice).get("kubernetes.io/service-name"))
                            && slice.path("endpoints").size() == 2);
            String pod = cluster.podNamed("web-");
            assertThat(cluster.exec(pod, "curl", "-s", "-w", "%{http_code}", "-o", "/dev/null", "http://web:8080/")
                            .out())
                    .isEqualTo("200");
            assertThat(cluster.exec(pod, "curl", "-s", "http://nobody/").code()).isEqualTo(6);
            assertThat(cluster.exec(pod, "nc", "-zv", "web.datalyptica.svc", "8080")
                            .err())
                    .contains("succeeded");
            assertThat(cluster.exec(pod, "nc", "-zv", "web", "9999").code()).isEqualTo(1);
            assertThat(cluster.sh(pod, "nonsense --now"))
                    .satisfies(ran -> assertThat(ran.code()).isEqualTo(127))
                    .satisfies(ran -> assertThat(ran.err()).isEqualTo("sh: nonsense: not found\n"));
        }
    }

    @Test
    void statefulSetsStartInOrderWithClaims() {
        try (Cluster cluster = Cluster.withFaults()) {
            cluster.create(
                    Kinds.STATEFUL_SET,
                    "{'metadata': {'name': 'db'}, 'spec': {'serviceName': 'db', 'replicas': 2, 'selector': {'matchLabels': {'app': 'db'}}, 'template': {'metadata': {'labels': {'app': 'db'}}, 'spec': {'containers': [{'name': 'c', 'image': 'postgres:16', 'volumeMounts': [{'name': 'data', 'mountPath': '/d'}]}]}}, 'volumeClaimTemplates': [{'metadata': {'name': 'data'}, 'spec': {'accessModes': ['ReadWriteOnce'], 'resources': {'requests': {'storage': '1Gi'}}}}]}}");
            cluster.await(
                    Kinds.STATEFUL_SET,
                    "db",
                    set -> set.path("status").path("readyReplicas").asInt() == 2
                            && set.path("status").path("updatedReplicas").asInt() == 2);
            assertThat(cluster.get(Kinds.POD, "db-1")
                            .path("spec")
                            .path("hostname")
                            .asText())
                    .isEqualTo("db-1");
            cluster.await(
                    Kinds.PERSISTENT_VOLUME_CLAIM,
                    "data-db-1",
                    claim -> claim.path("status").path("phase").asText().equals("Bound"));
        }
    }

    @Test
    void daemonSetsRunOnEveryNode() {
        try (Cluster cluster = Cluster.withFaults()) {
            cluster.create(
                    Kinds.DAEMON_SET,
                    "{'metadata': {'name': 'agent'}, 'spec': {'selector': {'matchLabels': {'app': 'agent'}}, 'template': {'metadata': {'labels': {'app': 'agent'}}, 'spec': {'containers': [{'name': 'c', 'image': 'busybox', 'command': ['sleep', 'infinity']}]}}}}");
            cluster.await(
                    Kinds.DAEMON_SET,
                    "agent",
                    set -> set.path("status").path("numberReady").asInt() == 3
                            && set.path("status").path("updatedNumberScheduled").asInt() == 3);
        }
    }

    @Test
    void jobsCompleteFailAndExpire() {
        try (Cluster cluster = Cluster.withFaults()) {
            cluster.create(
                    Kinds.JOB, job("good", "echo working; sleep 3; echo done", "'completions': 3, 'parallelism': 2, "));
            ObjectNode good =
                    cluster.await(Kinds.JOB, "good", one -> Conditions.isTrue(one.path("status"), "Complete"));
            assertThat(good.path("status").path("succeeded").asInt()).isEqualTo(3);
            assertThat(Conditions.isTrue(good.path("status"), "SuccessCriteriaMet"))
                    .isTrue();
            assertThat(cluster.log(cluster.podNamed("good-"))).isEqualTo("working\ndone");
            cluster.create(Kinds.JOB, job("bad", "echo sorry >&2; exit 3", "'backoffLimit': 1, "));
            ObjectNode bad = cluster.await(Kinds.JOB, "bad", one -> Conditions.isTrue(one.path("status"), "Failed"));
            assertThat(Conditions.find(bad.path("status"), "Failed")
                            .orElseThrow()
                            .path("reason")
                            .asText())
                    .isEqualTo("BackoffLimitExceeded");
            assertThat(bad.path("status").path("failed").asInt()).isEqualTo(2);
            cluster.create(Kinds.JOB, job("late", "sleep infinity", "'activeDeadlineSeconds': 30, "));
            ObjectNode late = cluster.await(Kinds.JOB, "late", one -> Conditions.isTrue(one.path("status"), "Failed"));
            assertThat(Conditions.find(late.path("status"), "Failed")
                            .orElseThrow()
                            .path("reason")
                            .asText())
                    .isEqualTo("DeadlineExceeded");
        }
    }

    @Test
    void podsShowWhatIsWrongWithThem() {
        try (Cluster cluster = Cluster.withFaults()) {
            cluster.create(
                    Kinds.DEPLOYMENT,
                    Manifests.deployment(
                            "big",
                            1,
                            Manifests.container("c", "nginx", ", 'resources': {'requests': {'cpu': '100'}}")));
            cluster.awaitEvent("FailedScheduling", "0/3 nodes are available: 3 Insufficient cpu.");
            cluster.create(
                    Kinds.DEPLOYMENT,
                    Manifests.deployment(
                            "keyless",
                            1,
                            Manifests.container(
                                    "c",
                                    "nginx",
                                    ", 'env': [{'name': 'X', 'valueFrom': {'secretKeyRef': {'name': 'minio-credentials', 'key': 'nope'}}}]")));
            cluster.awaitEvent("Failed", "couldn't find key nope in Secret datalyptica/minio-credentials");
            cluster.awaitPod(pod -> Pods.containerStatus(pod, "c")
                    .path("state")
                    .path("waiting")
                    .path("reason")
                    .asText()
                    .equals("CreateContainerConfigError"));
            cluster.create(
                    Kinds.DEPLOYMENT,
                    Manifests.deployment(
                            "crash",
                            1,
                            "{'name': 'boom', 'image': 'busybox', 'command': ['sh', '-c', 'echo no; exit 7']}"));
            cluster.awaitPod(pod ->
                    Pods.containerStatus(pod, "boom").path("restartCount").asInt() >= 2
                            && Pods.containerStatus(pod, "boom")
                                            .path("lastState")
                                            .path("terminated")
                                            .path("exitCode")
                                            .asInt()
                                    == 7);
            cluster.awaitEvent("BackOff", "Back-off restarting failed container boom");
        }
    }

    @Test
    void progressDeadlinesAndQuotasShow() {
        try (Cluster cluster = Cluster.withFaults()) {
            cluster.create(Kinds.RESOURCE_QUOTA, "{'metadata': {'name': 'few'}, 'spec': {'hard': {'pods': '2'}}}");
            cluster.create(Kinds.DEPLOYMENT, Manifests.web("web", 3));
            ObjectNode stuck = cluster.await(
                    Kinds.DEPLOYMENT,
                    "web",
                    one -> Conditions.find(one.path("status"), "Progressing")
                            .filter(c -> c.path("reason").asText().equals("ProgressDeadlineExceeded"))
                            .isPresent());
            assertThat(Conditions.find(stuck.path("status"), "ReplicaFailure")
                            .orElseThrow()
                            .path("message")
                            .asText())
                    .contains("exceeded quota: few");
            long refusals = cluster.store().list(Kinds.EVENT, Cluster.NS).stream()
                    .filter(event -> event.path("reason").asText().equals("FailedCreate"))
                    .mapToLong(event -> event.path("count").asLong(1))
                    .sum();
            assertThat(refusals).as("each after twice the time").isBetween(2L, 60L);
        }
    }

    @Test
    void budgetsCountAndDeletedPodsComeBack() {
        try (Cluster cluster = Cluster.withFaults()) {
            cluster.create(Kinds.DEPLOYMENT, Manifests.web("web", 2));
            cluster.create(
                    Kinds.POD_DISRUPTION_BUDGET,
                    "{'metadata': {'name': 'b'}, 'spec': {'minAvailable': 1, 'selector': {'matchLabels': {'app': 'web'}}}}");
            cluster.await(
                    Kinds.POD_DISRUPTION_BUDGET,
                    "b",
                    one -> one.path("status").path("disruptionsAllowed").asInt() == 1);
            String gone = cluster.podNamed("web-");
            cluster.store().delete(Kinds.POD, Cluster.NS, gone, Deletion.BACKGROUND);
            Awaitility.await()
                    .atMost(Durations.ONE_MINUTE)
                    .until(() -> cluster.store()
                                    .get(Kinds.POD, Cluster.NS, gone)
                                    .isEmpty()
                            && pods(cluster, "web").stream().filter(Pods::ready).count() == 2);
        }
    }

    @Test
    void aReopenedSandboxGoesOnWhereItWas(@TempDir Path folder) {
        String name;
        try (Cluster cluster = Cluster.keptIn(folder)) {
            cluster.create(
                    Kinds.DEPLOYMENT,
                    Manifests.deployment(
                            "talker",
                            1,
                            "{'name': 'c', 'image': 'busybox', 'command': ['sh', '-c', 'echo one; echo two; sleep infinity']}"));
            cluster.awaitAvailable("talker");
            name = cluster.podNamed("talker-");
            cluster.awaitLog(name, "two");
        }
        try (Cluster cluster = Cluster.keptIn(folder)) {
            assertThat(cluster.podNamed("talker-")).isEqualTo(name);
            Awaitility.await()
                    .atMost(Durations.ONE_MINUTE)
                    .until(() -> cluster.exec(name, "true").code() == 0);
            assertThat(cluster.log(name)).isEqualTo("one\ntwo");
            assertThat(Pods.containerStatus(cluster.get(Kinds.POD, name), "c")
                            .path("restartCount")
                            .asInt())
                    .isZero();
        }
    }
}
