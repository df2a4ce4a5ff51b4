package io.slipway.activities.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.cluster.ready.ReadyWaiter;
import io.slipway.activities.deploy.DeployHandler;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Conflicts;
import io.slipway.model.action.Deploy;
import io.slipway.model.action.Route;
import io.slipway.model.json.Json;
import io.slipway.model.spec.FilePath;
import io.slipway.model.spec.Late;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code route} promises, against the sandbox's router. */
class RouteTest {
    private static TestCluster cluster;
    private static RouteHandler handler;

    @BeforeAll
    static void start() throws InterruptedException {
        cluster = TestCluster.working();
        handler = new RouteHandler(cluster.clusters());
        FakeStepContext context =
                cluster.step(new FakeTask().pipeline("routes").step("web")).withFile("web.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {containers: [{name: web, image: "nginx:1.27", ports: [{containerPort: 8080, name: http}]}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: web}
                spec: {selector: {app: web}, ports: [{name: http, port: 80, targetPort: http}]}
                """);
        new DeployHandler(cluster.clusters(), new ReadyWaiter(cluster.clusters(), Diagnostician.none()))
                .run(
                        new Deploy(
                                List.of(new FilePath("web.yaml")),
                                List.of(),
                                List.of(),
                                Conflicts.FAIL,
                                Optional.empty(),
                                true),
                        context);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void isAdmittedAndAnswersOverHttps() throws InterruptedException {
        FakeStepContext context =
                step("opens").late((late, seen) -> seen.get("status").equals(200L));
        Done done = handler.run(route("opens", Optional.of(new Late("status == 200"))), context);
        String host = done.outputs().get("host").asText();
        assertThat(done.outputs().get("url").asText()).isEqualTo("https://" + host);
        JsonNode live = cluster.cluster()
                .api()
                .get(OpenShiftRoute.ROUTES, cluster.namespace(), "opens")
                .orElseThrow();
        assertThat(live.at("/spec/port/targetPort").asText()).isEqualTo("http");
        assertThat(live.at("/spec/tls/termination").asText()).isEqualTo("edge");
        assertThat(live.at("/spec/tls/insecureEdgeTerminationPolicy").asText()).isEqualTo("Redirect");
        assertThat(handler.undo(route("opens", Optional.empty()), undo(context)).summary())
                .startsWith("1 deleted");
    }

    @Test
    void anAnswerThatIsNotExpectedFailsWithWhatWasSeen() {
        FakeStepContext context = step("wrong").late((late, seen) -> false);
        StepFailure failure = catchThrowableOfType(
                StepFailure.class, () -> handler.run(route("wrong", Optional.of(new Late("status == 418"))), context));
        assertThat(failure.failure().message()).contains("expected status == 418");
        assertThat(failure.failure().cause()).contains("HTTP 200");
    }

    @Test
    void aServiceThatIsNotThereIsNamed() {
        StepFailure failure = catchThrowableOfType(
                StepFailure.class, () -> handler.run(route("lost", "nowhere", Optional.empty()), step("lost")));
        assertThat(failure.failure().message()).contains("service/nowhere");
    }

    private static FakeStepContext undo(FakeStepContext before) {
        String detail = before.blobs().putText(Json.write(before.recorder().detail()));
        return cluster.step(new FakeTask().pipeline("routes").step("opens").undo(List.of(detail)), before.blobs());
    }

    private static FakeStepContext step(String name) {
        return cluster.step(new FakeTask().pipeline("routes").step(name));
    }

    private static Route route(String name, Optional<Late> expect) {
        return route(name, "web", expect);
    }

    private static Route route(String name, String service, Optional<Late> expect) {
        return new Route(
                service,
                "80",
                Route.Kind.AUTO,
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                Route.Tls.EDGE,
                Route.Insecure.REDIRECT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                "/",
                true,
                expect);
    }
}
