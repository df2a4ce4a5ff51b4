package io.slipway.worker.engine;

import static io.slipway.worker.engine.EngineFixture.awaitWaiting;
import static io.slipway.worker.engine.EngineFixture.decide;
import static io.slipway.worker.engine.EngineFixture.end;
import static io.slipway.worker.engine.TestPlan.exec;
import static io.slipway.worker.engine.TestPlan.verb;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.journal.Decision;
import io.slipway.model.journal.Told;
import io.slipway.model.json.Json;
import io.slipway.model.pipeline.OnFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is named by a pipeline is told of pause, failure and end, once each, and never at the rollout's cost. */
class NoticeTest {
    private static final String KNOCK = "/services/T0/B0/very-secret-path";

    @TempDir
    private Path state;

    @TempDir
    private Path secrets;

    private EngineFixture fixture;
    private Hook hook;

    @BeforeEach
    void start() throws IOException {
        hook = new Hook();
        fixture = new EngineFixture(state);
        Files.writeString(secrets.resolve("hook"), hook.address(KNOCK) + "\n");
    }

    @AfterEach
    void stop() {
        fixture.close();
        hook.close();
    }

    private TestPlan told(TestPlan plan, Object... notices) {
        return plan.notices(
                Map.of("chat", Json.tree(Map.of("file", secrets.toString(), "keys", List.of("hook")))),
                Json.tree(List.of(notices)));
    }

    private static Map<String, ?> slack(String... events) {
        return Map.of("slack", "${{ secrets.chat.hook }}", "events", List.of(events));
    }

    private static Map<String, ?> webhook() {
        return Map.of("webhook", Map.of("url", "${{ secrets.chat.hook }}", "headers", Map.of(), "verify", true));
    }

    private List<String> texts() {
        return hook.bodies().stream().map(body -> body.path("text").asText()).toList();
    }

    @Test
    void aPauseAndTheEndAreToldOnceEach() {
        RolloutHandle rollout = fixture.run(told(
                TestPlan.named("told")
                        .chain("s", List.of(), exec("a", "fail", "2").build()),
                slack()));
        awaitWaiting(rollout, "a");
        Awaitility.await().atMost(EngineFixture.LONG).until(() -> hook.bodies().size() == 1);
        decide(rollout, Decision.Kind.RETRY, "a");
        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(texts()).hasSize(2);
        assertThat(texts().getFirst())
                .startsWith("SIMULATION: told paused on here\nstep 'a': ")
                .contains("slipway retry " + rollout.id() + " a", "0 of 1 steps done");
        assertThat(texts().getLast())
                .startsWith("SIMULATION: told succeeded on here")
                .contains("1 of 1 steps done");
        assertThat(rollout.journal().notices()).extracting(Told::delivered).containsExactly(true, true);
    }

    @Test
    void onlyWhatIsAskedForIsTold() {
        RolloutHandle rollout = fixture.run(told(
                TestPlan.named("some")
                        .chain(
                                "s",
                                List.of(),
                                exec("a", "fail").onFailure(OnFailure.FAIL).build()),
                slack("succeeded", "paused"),
                webhook()));
        assertThat(end(rollout).succeeded()).isFalse();
        assertThat(hook.bodies()).singleElement().satisfies(body -> {
            assertThat(body.path("status").asText()).isEqualTo("failed");
            assertThat(body.path("rollout").asText()).isEqualTo(rollout.id());
            assertThat(body.path("reason").asText()).contains("step 'a' failed");
        });
    }

    @Test
    void aPauseThatGoesOnInAnotherProcessIsNotToldAgain() {
        RolloutHandle rollout = fixture.run(told(
                TestPlan.named("again")
                        .chain("s", List.of(), exec("a", "fail", "2").build()),
                slack("paused")));
        awaitWaiting(rollout, "a");
        Awaitility.await()
                .atMost(EngineFixture.LONG)
                .until(() -> rollout.journal().notices().size() == 1);
        fixture.crash();
        RolloutHandle reopened = fixture.engine().reopen(rollout.id(), "tester");
        awaitWaiting(reopened, "a");
        decide(reopened, Decision.Kind.RETRY, "a");
        assertThat(end(reopened).succeeded()).isTrue();
        assertThat(hook.bodies()).hasSize(1);
    }

    @Test
    void anApprovalIsToldAsSuch() {
        RolloutHandle rollout = fixture.run(told(
                TestPlan.named("asks")
                        .chain(
                                "s",
                                List.of(),
                                verb("go", "approve", Map.of("message", "Shall it?"))
                                        .build()),
                slack("paused")));
        awaitWaiting(rollout, "go");
        Awaitility.await().atMost(EngineFixture.LONG).until(() -> hook.bodies().size() == 1);
        assertThat(texts().getFirst())
                .contains("asks for approval on here", "step 'go': Shall it?", "slipway approve " + rollout.id());
        decide(rollout, Decision.Kind.APPROVE, "go");
        assertThat(end(rollout).succeeded()).isTrue();
    }

    @Test
    void aNoticeThatIsNotTakenDoesNotFailTheRolloutAndIsInItsJournal() {
        hook.answers(500, "no room at " + KNOCK);
        RolloutHandle rollout = fixture.run(told(
                TestPlan.named("deaf").chain("s", List.of(), exec("a", "ok").build()), slack()));
        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(rollout.journal().notices()).singleElement().satisfies(told -> {
            assertThat(told.delivered()).isFalse();
            assertThat(told.why()).contains("127.0.0.1", "HTTP 500");
        });
        assertThat(hook.keys()).hasSize(1);
        assertThat(hook.bodies()).hasSize(3);
    }

    @Test
    void aSecretThatIsNotThereIsSaidAtOnce() throws IOException {
        Files.delete(secrets.resolve("hook"));
        RolloutHandle rollout = fixture.run(told(
                TestPlan.named("lost").chain("s", List.of(), exec("a", "ok").build()), slack()));
        assertThat(end(rollout).succeeded()).isTrue();
        assertThat(rollout.journal().notices())
                .singleElement()
                .satisfies(told -> assertThat(told.why()).contains("secret 'chat.hook' cannot be resolved"));
    }

    @Test
    void theAddressIsNowhere() throws IOException {
        hook.answers(404, "no service at " + hook.address(KNOCK));
        RolloutHandle rollout = fixture.run(told(
                TestPlan.named("hidden").chain("s", List.of(), exec("a", "ok").build()), slack()));
        end(rollout);
        String history = fixture.engine().client().fetchHistory(rollout.id()).toJson(false);
        assertThat(history).doesNotContain("very-secret-path");
        try (Stream<Path> files = Files.walk(state)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContain("very-secret-path");
            }
        }
        JsonNode journal = Json.tree(rollout.journal().notices());
        assertThat(journal.toString()).contains("404", "***");
    }
}
