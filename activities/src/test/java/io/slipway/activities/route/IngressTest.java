package io.slipway.activities.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.cluster.ready.ReadyWaiter;
import io.slipway.activities.deploy.DeployHandler;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Deploy;
import io.slipway.model.action.Route;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Binder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code route} promises as Ingress and HTTPRoute, against the sandbox's controllers. */
class IngressTest {
    private static final Path MANIFESTS = Path.of("../examples/ingress/manifests");
    private static final String HOST = "web.apps.sandbox.local";

    private static TestCluster cluster;
    private static RouteHandler handler;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        cluster = TestCluster.working();
        handler = new RouteHandler(cluster.clusters());
        deploy("web.yaml");
        deploy("gateway.yaml");
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static void deploy(String file) throws IOException, InterruptedException {
        new DeployHandler(cluster.clusters(), new ReadyWaiter(cluster.clusters(), Diagnostician.none()))
                .run(
                        Binder.read(Deploy.class, Json.tree(Map.of("manifests", List.of(file), "wait", true))),
                        step(file).withFile(file, Files.readString(MANIFESTS.resolve(file))));
    }

    @Test
    void anIngressIsAdmittedAndAnswersOverHttps() throws Exception {
        Done done = run("ingress", Map.of("kind", "ingress", "host", HOST, "tlsSecret", "web-tls"));
        assertThat(done.outputs().get("url").asText()).isEqualTo("https://" + HOST);
        JsonNode live = live(IngressOpening.INGRESSES, "ingress");
        assertThat(live.at("/spec/tls/0/secretName").asText()).isEqualTo("web-tls");
        assertThat(live.at("/spec/tls/0/hosts/0").asText()).isEqualTo(HOST);
        assertThat(live.at("/spec/rules/0/http/paths/0/backend/service/port/number")
                        .asInt())
                .isEqualTo(80);
    }

    @Test
    void anIngressClassMakesItAnIngressAlsoWhereThereAreRoutes() throws Exception {
        Done done = run("chosen", Map.of("ingressClass", "nginx", "host", "chosen.apps.sandbox.local"));
        assertThat(done.summary()).startsWith("ingress/chosen answers at https://chosen.apps.sandbox.local");
    }

    @Test
    void anHttpRouteIsAcceptedByItsGateway() throws Exception {
        Done done = run("modern", Map.of("kind", "httpRoute", "host", "modern.apps.sandbox.local"));
        assertThat(done.outputs().get("host").asText()).isEqualTo("modern.apps.sandbox.local");
        assertThat(live(HttpRouteOpening.ROUTES, "modern")
                        .at("/spec/parentRefs/0/name")
                        .asText())
                .isEqualTo("web");
    }

    @Test
    void aClassThatIsNotThereIsNamedWhenNobodyLooks() {
        Map<String, Object> block = block("lost", Map.of("ingressClass", "none-such", "host", HOST));
        FakeStepContext context =
                cluster.step(new FakeTask().pipeline("routes").step("lost").timeout(Duration.ofSeconds(2)));
        StepFailure failure = catchThrowableOfType(
                StepFailure.class, () -> handler.run(Binder.read(Route.class, Json.tree(block)), context));
        assertThat(failure.failure().message()).isEqualTo("ingress/lost was not admitted in time");
        assertThat(failure.failure().fix()).contains("ingressclass/none-such");
    }

    @Test
    void whatAWayCannotDoIsRefusedBeforeAnythingIsMade() {
        assertThat(refused(Map.of("kind", "ingress", "insecure", "None"))).contains("insecure: None");
        assertThat(refused(Map.of("kind", "httpRoute", "tlsSecret", "x"))).contains("tlsSecret");
        assertThat(refused(Map.of("kind", "httpRoute", "gateway", "other/x"))).contains("Gateway other/x not found");
    }

    private static String refused(Map<String, Object> more) {
        FakeStepContext context = step("refused");
        StepFailure failure = catchThrowableOfType(
                StepFailure.class,
                () -> handler.run(Binder.read(Route.class, Json.tree(block("refused", more))), context));
        assertThat(context.writes()).isZero();
        return failure.failure().message();
    }

    private static Done run(String name, Map<String, Object> more) throws InterruptedException {
        return handler.run(Binder.read(Route.class, Json.tree(block(name, more))), step(name));
    }

    private static Map<String, Object> block(String name, Map<String, Object> more) {
        Map<String, Object> block = new TreeMap<>(more);
        block.putAll(Map.of("service", "web", "port", 80, "name", name));
        return block;
    }

    private static JsonNode live(ApiKind kind, String name) throws InterruptedException {
        return cluster.cluster().api().get(kind, cluster.namespace(), name).orElseThrow();
    }

    private static FakeStepContext step(String name) {
        return cluster.step(
                new FakeTask().pipeline("routes").step(name.replace('.', '-')).timeout(Duration.ofMinutes(1)));
    }
}
