package io.slipway.activities.cluster.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Ref;
import io.slipway.sandbox.api.ApiFault;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.awaitility.Durations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ways into pods and services, against the sandbox's simulated pods. */
class AccessTest {
    private static TestCluster cluster;

    @BeforeAll
    static void start() throws InterruptedException {
        cluster = TestCluster.working();
        create(Cluster.PODS, """
                {"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","labels":{"app":"web"}},
                 "spec":{"containers":[{"name":"web","image":"nginx:1.27","ports":[{"containerPort":8080,"name":"http"}]}]}}""");
        create(Cluster.PODS, """
                {"apiVersion":"v1","kind":"Pod","metadata":{"name":"talks"},"spec":{"restartPolicy":"Never",
                 "containers":[{"name":"talks","image":"busybox:1","command":["sh","-c","echo one; echo one; echo two"]}]}}""");
        create(Cluster.SERVICES, """
                {"apiVersion":"v1","kind":"Service","metadata":{"name":"web"},
                 "spec":{"selector":{"app":"web"},"ports":[{"name":"http","port":80,"targetPort":"http"}]}}""");
        Awaitility.await()
                .atMost(Durations.ONE_MINUTE)
                .untilAsserted(() -> assertThat(new PodFinder(cluster.cluster()).pods("app=web", cluster.namespace()))
                        .allMatch(PodState::ready));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void runsACommandInThePodOfAService() throws InterruptedException {
        PodRef pod =
                new PodFinder(cluster.cluster()).ready(new Ref("service/web"), cluster.namespace(), Optional.empty());
        assertThat(pod).isEqualTo(new PodRef(cluster.namespace(), "web", "web"));
        ExecResult result = new PodExec(cluster.cluster())
                .run(ExecCall.of(pod, List.of("sh", "-c", "echo hello; exit 3"), Duration.ofSeconds(20)));
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.stdout()).isEqualTo("hello\n");
    }

    @Test
    void followsALogToItsEndWithEqualLines() throws InterruptedException {
        List<String> lines = new CopyOnWriteArrayList<>();
        new PodLogs(cluster.cluster()).follow(new PodRef(cluster.namespace(), "talks", "talks"), lines::add);
        assertThat(lines).containsExactly("one", "one", "two");
    }

    /** Nobody would know why there is no log, and the API server would be asked five times a second for each pod. */
    @Test
    @Timeout(20)
    void aLogThatMayNotBeReadIsSaidToBeSo() {
        cluster.sandbox()
                .faults()
                .add(new ApiFault("get", "pods/log", "web", Integer.MAX_VALUE, new ApiFault.Answer(403, 0)));
        PodRef web = new PodRef(cluster.namespace(), "web", "web");
        assertThatThrownBy(() -> new PodLogs(cluster.cluster()).follow(web, line -> {}))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.code()).isEqualTo(403));
    }

    @Test
    void reachesAServiceByForwardingAPort() throws InterruptedException, IOException {
        try (ServiceAccess access = new ServiceAccess(cluster.cluster(), false);
                HttpClient http = HttpClient.newHttpClient()) {
            InetSocketAddress address = access.address(cluster.namespace(), ServicePort.parse("web:80"));
            assertThat(access.address(cluster.namespace(), ServicePort.parse("web:80")))
                    .isEqualTo(address);
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.getPort() + "/"))
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aPodThatIsNotThereIsNamed() {
        StepFailure failure = catchThrowableOfType(
                StepFailure.class,
                () -> new PodFinder(cluster.cluster()).ready("app=none", cluster.namespace(), Optional.empty()));
        assertThat(failure.failure().message()).contains("app=none");
    }

    private static void create(ApiKind kind, String json) throws InterruptedException {
        cluster.cluster().api().writing(() -> {}).create(kind, cluster.namespace(), Json.read(json, JsonNode.class));
    }

    /** As when its pod is gone: what was wanted over it is done. */
    @Test
    void aForwardThatCannotBeClosedIsNobodysFailure() {
        assertThatCode(() -> ServiceAccess.letGo(
                        () -> {
                            throw new IOException("the pod is gone");
                        },
                        "web-1"))
                .doesNotThrowAnyException();
    }
}
