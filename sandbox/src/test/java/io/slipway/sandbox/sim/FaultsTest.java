package io.slipway.sandbox.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.faults.Faults;
import io.slipway.sandbox.kube.Conditions;
import io.slipway.sandbox.kube.Pods;
import io.slipway.sandbox.s3.Buckets;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.Durations;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each fault speaks as the real thing does. Those of Flink, Spark and builds are in the tests of these. */
class FaultsTest {
    private static final String WEB = "deployment/web: ";

    private static boolean waiting(ObjectNode pod, String reason) {
        return Pods.containerStatus(pod, "web")
                .path("state")
                .path("waiting")
                .path("reason")
                .asText()
                .equals(reason);
    }

    private static void web(Cluster cluster) {
        cluster.create(
                Kinds.DEPLOYMENT,
                Manifests.deployment(
                        "web",
                        1,
                        Manifests.container(
                                "web",
                                "nginx",
                                ", 'readinessProbe': {'httpGet': {'path': '/', 'port': 80}}, 'resources': {'limits': {'cpu': '1', 'memory': '1Gi'}}")));
        cluster.create(Kinds.SERVICE, Manifests.service("web", "web", 80, 80));
    }

    private static void event(Cluster cluster, String reason, String text) {
        web(cluster);
        cluster.awaitEvent(reason, text);
    }

    private static final Map<String, Consumer<Cluster>> SEEN = Map.ofEntries(
            Map.entry(WEB + "ImagePullBackOff", cluster -> {
                event(cluster, "Failed", "Error: ImagePullBackOff");
                cluster.awaitPod(pod -> waiting(pod, "ImagePullBackOff"));
            }),
            Map.entry(WEB + "ErrImagePull times=1", cluster -> {
                event(cluster, "Failed", "Error: ErrImagePull");
                cluster.awaitAvailable("web");
            }),
            Map.entry(WEB + "CrashLoopBackOff(2, 'bad option') times=2", cluster -> {
                event(cluster, "BackOff", "Back-off restarting failed container");
                cluster.awaitAvailable("web");
                ObjectNode pod = cluster.awaitPod(one ->
                        Pods.containerStatus(one, "web").path("restartCount").asInt() == 2);
                assertThat(Pods.containerStatus(pod, "web")
                                .path("lastState")
                                .path("terminated")
                                .path("exitCode")
                                .asInt())
                        .isEqualTo(2);
            }),
            Map.entry("web-step: OOMKilled", cluster -> {
                web(cluster);
                cluster.awaitPod(pod -> Pods.containerStatus(pod, "web")
                        .path("lastState")
                        .path("terminated")
                        .path("reason")
                        .asText()
                        .equals("OOMKilled"));
            }),
            Map.entry(WEB + "CreateContainerConfigError(db-password)", cluster -> {
                event(cluster, "Failed", "Error: secret \"db-password\" not found");
                cluster.awaitPod(pod -> waiting(pod, "CreateContainerConfigError"));
            }),
            Map.entry(WEB + "SecretMissing(other)", cluster -> event(cluster, "Failed", "secret \"other\" not found")),
            Map.entry(
                    WEB + "Unschedulable(memory)",
                    cluster -> event(cluster, "FailedScheduling", "3 Insufficient memory")),
            Map.entry(WEB + "NotReady", cluster -> {
                event(cluster, "Unhealthy", "Readiness probe failed");
                assertThat(Conditions.isTrue(
                                cluster.get(Kinds.DEPLOYMENT, "web").path("status"), "Available"))
                        .isFalse();
            }),
            Map.entry(WEB + "SlowReadiness(120s)", cluster -> {
                long start = System.nanoTime();
                web(cluster);
                cluster.awaitAvailable("web");
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(120));
            }),
            Map.entry(WEB + "EvictedPod times=1", cluster -> {
                event(cluster, "Evicted", "low on resource: memory");
                cluster.awaitPod(
                        pod -> pod.path("status").path("reason").asText().equals("Evicted"));
                cluster.awaitAvailable("web");
            }),
            Map.entry(
                    WEB + "QuotaExceeded(compute)",
                    cluster -> event(cluster, "FailedCreate", "exceeded quota: compute")),
            Map.entry(
                    WEB + "SccDenied",
                    cluster -> event(
                            cluster, "FailedCreate", "unable to validate against any security context constraint")),
            Map.entry(
                    WEB + "MountFailed(conf)",
                    cluster -> event(cluster, "FailedMount", "MountVolume.SetUp failed for volume \"conf\"")),
            Map.entry(WEB + "WarningEvent(DiskFull, no space)", cluster -> event(cluster, "DiskFull", "no space")),
            Map.entry(WEB + "LogLineMissing(started)", cluster -> {
                web(cluster);
                cluster.awaitAvailable("web");
                assertThat(cluster.log(cluster.podNamed("web-"))).isEmpty();
            }),
            Map.entry(WEB + "UsageAboveLimits", cluster -> {
                web(cluster);
                cluster.awaitAvailable("web");
                assertThat(cluster.simulation()
                                .runtime()
                                .usage(Cluster.NS, cluster.podNamed("web-"))
                                .get(0)
                                .milliCores())
                        .isGreaterThan(1000);
            }),
            Map.entry("service/web: ServiceHasNoEndpoints", cluster -> {
                web(cluster);
                cluster.awaitAvailable("web");
                cluster.await(Kinds.ENDPOINTS, "web", one -> one.path("subsets").isEmpty());
                assertThat(cluster.exec(cluster.podNamed("web-"), "curl", "-s", "http://web")
                                .code())
                        .isEqualTo(7);
            }),
            Map.entry("service/web: DnsFails", cluster -> {
                web(cluster);
                cluster.awaitAvailable("web");
                assertThat(cluster.exec(cluster.podNamed("web-"), "nslookup", "web")
                                .out())
                        .contains("NXDOMAIN");
            }),
            Map.entry("pvc/data: PvcPending", cluster -> {
                cluster.create(
                        Kinds.PERSISTENT_VOLUME_CLAIM,
                        "{'metadata': {'name': 'data'}, 'spec': {'accessModes': ['ReadWriteOnce'], 'resources': {'requests': {'storage': '1Gi'}}}}");
                cluster.awaitEvent("ProvisioningFailed", "failed to provision volume");
                cluster.await(
                        Kinds.PERSISTENT_VOLUME_CLAIM,
                        "data",
                        claim -> claim.path("status").path("phase").asText().equals("Pending"));
            }),
            Map.entry("cm/held: FinalizerHangs", cluster -> {
                cluster.create(Kinds.CONFIG_MAP, "{'metadata': {'name': 'held'}}");
                cluster.await(
                        Kinds.CONFIG_MAP, "held", map -> !Meta.finalizers(map).isEmpty());
                cluster.store().delete(Kinds.CONFIG_MAP, Cluster.NS, "held", Deletion.BACKGROUND);
                cluster.await(Kinds.CONFIG_MAP, "held", Meta::deleting);
                cluster.simulation().faults().clear();
                Awaitility.await()
                        .atMost(Durations.ONE_MINUTE)
                        .until(() -> cluster.store()
                                .get(Kinds.CONFIG_MAP, Cluster.NS, "held")
                                .isEmpty());
            }),
            Map.entry(
                    "node/worker-1.sandbox.local: NodeNotReady",
                    cluster -> cluster.await(
                            Kinds.NODE,
                            "worker-1.sandbox.local",
                            node -> Conditions.find(node.path("status"), "Ready")
                                    .orElseThrow()
                                    .path("status")
                                    .asText()
                                    .equals("Unknown"))),
            Map.entry(
                    "secret/minio-credentials: SecretMissing",
                    cluster -> Awaitility.await()
                            .atMost(Durations.ONE_MINUTE)
                            .until(() -> cluster.store()
                                    .get(Kinds.SECRET, Cluster.NS, "minio-credentials")
                                    .isEmpty())),
            Map.entry("imagestream/x: ImportFailed", cluster -> {
                cluster.create(
                        Kinds.IMAGE_STREAM,
                        "{'metadata': {'name': 'x'}, 'spec': {'tags': [{'name': '1', 'from': {'kind': 'DockerImage', 'name': 'quay.io/a/b:1'}}]}}");
                cluster.await(
                        Kinds.IMAGE_STREAM,
                        "x",
                        stream -> Conditions.find(
                                        stream.path("status").path("tags").path(0), "ImportSuccess")
                                .filter(one -> one.path("status").asText().equals("False"))
                                .isPresent());
            }),
            Map.entry("route/r: RouteNotAdmitted(HostAlreadyClaimed)", cluster -> {
                cluster.create(
                        Kinds.ROUTE, "{'metadata': {'name': 'r'}, 'spec': {'to': {'kind': 'Service', 'name': 'web'}}}");
                cluster.await(
                        Kinds.ROUTE,
                        "r",
                        route -> Conditions.find(
                                        route.path("status").path("ingress").path(0), "Admitted")
                                .filter(one -> one.path("reason").asText().equals("HostAlreadyClaimed"))
                                .isPresent());
            }),
            Map.entry("statefulset/minio: S3AccessDenied", cluster -> {
                new Buckets(cluster.store(), Cluster.NS).make("lakehouse");
                cluster.await(
                        Kinds.STATEFUL_SET,
                        "minio",
                        set -> set.path("status").path("readyReplicas").asInt() == 1);
                assertThat(cluster.sh(
                                        "minio-0",
                                        "mc alias set local http://localhost:9000 $MINIO_ROOT_USER $MINIO_ROOT_PASSWORD")
                                .code())
                        .isEqualTo(1);
                assertThat(cluster.http("minio-0", 9000, "GET", "/lakehouse", "")
                                .statusCode())
                        .isEqualTo(403);
            }));

    @TestFactory
    Stream<DynamicTest> everyFaultOfObjects() {
        return SEEN.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    try (Cluster cluster = Cluster.withFaults(entry.getKey())) {
                        entry.getValue().accept(cluster);
                        assertThat(cluster.simulation().faults().unused()).isEmpty();
                    }
                }));
    }

    @Test
    void theCatalogueDescribesEachFault() {
        assertThat(Faults.catalogue()).hasSize(FaultKind.values().length).allSatisfy(kind -> {
            assertThat(kind.label()).matches("[A-Z][A-Za-z0-9]+");
            assertThat(kind.effect()).isNotBlank();
        });
    }
}
