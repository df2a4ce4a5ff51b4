package io.slipway.activities.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Notify;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Binder;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code notify} promises, against an HTTP and a mail server of the test. */
class NotifyTest {
    private static final List<Got> GOT = new CopyOnWriteArrayList<>();

    private static TestCluster cluster;
    private static NotifyHandler handler;
    private static HttpServer receiver;
    private static GreenMail mail;

    private record Got(String path, Map<String, List<String>> headers, JsonNode body) {}

    @BeforeAll
    static void start() throws IOException {
        cluster = TestCluster.bare();
        handler = new NotifyHandler(cluster.clusters());
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            String path = exchange.getRequestURI().getPath();
            GOT.add(new Got(path, Map.copyOf(exchange.getRequestHeaders()), Json.read(body, JsonNode.class)));
            byte[] answer = (path.contains("closed") ? "no_service" : "ok").getBytes(UTF_8);
            exchange.sendResponseHeaders(path.contains("closed") ? 404 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        receiver.start();
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        mail.setUser("slipway", "open-sesame");
    }

    @AfterAll
    static void stop() {
        receiver.stop(0);
        mail.stop();
        cluster.close();
    }

    @AfterEach
    void forget() {
        GOT.clear();
    }

    @Test
    void aWebhookIsToldWhatAndFromWhere() throws InterruptedException {
        Done done = handler.run(read("{\"webhook\": \"%s/hook\", \"message\": \"done\"}"), step());
        assertThat(done.outputs().get("sent").asBoolean()).isTrue();
        assertThat(GOT).singleElement().satisfies(got -> {
            assertThat(got.path()).isEqualTo("/hook");
            assertThat(got.body())
                    .isEqualTo(Json.tree(Map.of(
                            "message",
                            "done",
                            "pipeline",
                            "demo",
                            "rollout",
                            "demo-1",
                            "step",
                            "step",
                            "target",
                            "test")));
        });
    }

    @Test
    void aWebhookTakesHeadersAndABodyOfItsOwn() throws InterruptedException {
        handler.run(
                read("{\"webhook\": {\"url\": \"%s/own\", \"headers\": {\"X-Token\": \"t\"}, \"body\": {\"a\": 1}},"
                        + " \"message\": \"unused\"}"),
                step());
        assertThat(GOT).singleElement().satisfies(got -> {
            assertThat(got.headers()).containsEntry("X-token", List.of("t"));
            assertThat(got.body()).isEqualTo(Json.tree(Map.of("a", 1)));
        });
    }

    @Test
    void slackIsSentATextAndASecondDeliveryHasTheSameKey() throws InterruptedException {
        Notify notify = read("{\"slack\": \"%s/services/T0\", \"message\": \"Flink is up\"}");
        handler.run(notify, step());
        handler.run(notify, step());
        assertThat(GOT).extracting(Got::body).containsOnly(Json.tree(Map.of("text", "Flink is up")));
        assertThat(GOT)
                .extracting(got -> got.headers().get("Idempotency-key"))
                .hasSize(2)
                .containsOnly(List.of(step().task().shortKey()));
    }

    @Test
    void whatIsNotDeliveredIsAWarningUnlessRequired() throws InterruptedException {
        FakeStepContext context = step();
        Done done = handler.run(read("{\"slack\": \"%s/closed/very-secret\", \"message\": \"x\"}"), context);
        assertThat(done.outputs().get("sent").asBoolean()).isFalse();
        assertThat(context.recorder().warnings())
                .singleElement()
                .asString()
                .contains("Slack at ", "HTTP 404, no_service")
                .doesNotContain("very-secret");
        StepFailure failure = catchThrowableOfType(
                StepFailure.class,
                () -> handler.run(
                        read("{\"slack\": \"%s/closed/very-secret\", \"message\": \"x\", \"required\": true}"),
                        step()));
        assertThat(failure.failure().cause()).contains("HTTP 404, no_service");
        assertThat(failure.failure().toString()).doesNotContain("very-secret");
    }

    @Test
    void secretsAreHiddenInWhatIsSent() throws InterruptedException {
        FakeStepContext context = step();
        context.masker().learn("hunter22");
        handler.run(read("{\"webhook\": \"%s/hook\", \"message\": \"the password is hunter22\"}"), context);
        assertThat(GOT.getFirst().body().path("message").asText()).isEqualTo("the password is ***");
    }

    @Test
    void aMailArrivesOnceWithItsKeyAsId() throws Exception {
        Done done = handler.run(mailTo("\"user\": \"slipway\", \"password\": \"open-sesame\", "), step());
        assertThat(done.summary()).isEqualTo("message sent to ops@example.com by 127.0.0.1:" + port());
        MimeMessage got = mail.getReceivedMessages()[0];
        assertThat(got.getMessageID()).isEqualTo("<" + step().task().shortKey() + "@slipway>");
        assertThat(got.getSubject()).isEqualTo("demo: step");
        assertThat(got.getFrom()[0]).hasToString("slipway@example.com");
        assertThat(got.getContent().toString().strip()).isEqualTo("Grüße");
    }

    @Test
    void aRefusedLoginIsNamed() {
        StepFailure failure = catchThrowableOfType(
                StepFailure.class,
                () -> handler.run(mailTo("\"user\": \"slipway\", \"password\": \"wrong-word\", "), step()));
        assertThat(failure.failure().cause()).startsWith("the mail server refused the login");
        assertThat(failure.failure().toString()).doesNotContain("wrong-word");
    }

    private static Notify mailTo(String login) {
        return read("{\"email\": {\"server\": \"127.0.0.1:" + port() + "\", \"tls\": \"none\", " + login
                + "\"from\": \"slipway@example.com\", \"to\": [\"ops@example.com\"]},"
                + " \"message\": \"Grüße\", \"required\": true}");
    }

    private static int port() {
        return mail.getSmtp().getPort();
    }

    private static Notify read(String json) {
        String base = "http://127.0.0.1:" + receiver.getAddress().getPort();
        return Binder.read(Notify.class, Json.read(json.replace("%s", base), JsonNode.class));
    }

    private static FakeStepContext step() {
        return cluster.step(new FakeTask());
    }
}
