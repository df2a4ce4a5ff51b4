package io.slipway.activities.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.FakeMasker;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Secret;
import io.slipway.model.journal.Change;
import io.slipway.model.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code secret} promises, against an API server. */
class SecretTest {
    private static TestCluster cluster;
    private static SecretHandler handler;

    @BeforeAll
    static void start() {
        cluster = TestCluster.bare();
        handler = new SecretHandler(cluster.clusters());
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void madeOnceAndThenLeftAlone() throws InterruptedException {
        Secret action = secret("once", false, Map.of("user", value("admin-user"), "password", generated(24)));
        FakeStepContext first = step("once", 1);
        assertThat(changed(handler.run(action, first))).isTrue();
        String password = read("once", "password");
        assertThat(password).hasSize(24).matches("[A-Za-z0-9]+");
        assertThat(((FakeMasker) first.masker()).known()).contains("admin-user", password);
        assertThat(Json.write(first.recorder().detail()) + first.blobs().everything())
                .doesNotContain(password, "admin-user", encoded("admin-user"), encoded(password));

        FakeStepContext second = step("once", 2);
        assertThat(changed(handler.run(action, second))).isFalse();
        assertThat(second.writes()).isZero();
        assertThat(read("once", "password")).isEqualTo(password);
    }

    /** Later steps go by the output, such as a restart of what reads the Secret; undo goes by the fact. */
    @Test
    void aSuccessorOfALostWorkerKnowsThatItIsNew() throws InterruptedException {
        Secret action = secret("lost", false, Map.of("k", value("first-value")));
        handler.run(action, step("lost", 1));
        FakeStepContext successor = step("lost", 1);
        assertThat(changed(handler.run(action, successor))).isTrue();
        assertThat(successor.recorder().changes()).extracting(Change::kind).containsExactly(Change.Kind.CREATED);

        Secret other = secret("lost", false, Map.of("k", value("second-value")));
        handler.run(other, step("lost", 2));
        assertThat(changed(handler.run(other, step("lost", 2)))).isTrue();
        handler.undo(other, cluster.step(task("lost", 2).undo(List.of())));
        assertThat(read("lost", "k")).isEqualTo("first-value");
        assertThat(changed(handler.run(action, step("lost", 3)))).isFalse();
    }

    @Test
    void generatedValuesAreRotatedOnceForATry() throws InterruptedException {
        Secret action = secret("turning", true, Map.of("token", generated(16)));
        handler.run(action, step("turning", 1));
        String first = read("turning", "token");
        handler.run(action, step("turning", 1));
        assertThat(read("turning", "token"))
                .as("a successor under the same key")
                .isEqualTo(first);
        handler.run(action, step("turning", 2));
        assertThat(read("turning", "token")).isNotEqualTo(first);
    }

    @Test
    void copiesAnotherSecretsKey() throws InterruptedException {
        handler.run(secret("source", false, Map.of("k", value("of-the-source"))), step("source", 1));
        handler.run(secret("copy", false, Map.of("mine", from("source/k"))), step("copy", 1));
        assertThat(read("copy", "mine")).isEqualTo("of-the-source");
        StepFailure failure = catchThrowableOfType(
                StepFailure.class,
                () -> handler.run(secret("bad", false, Map.of("mine", from("source/none"))), step("bad", 1)));
        assertThat(failure.failure().message()).contains("secret/source", "none");
    }

    @Test
    void undoGivesBackTheEarlierValues() throws InterruptedException {
        handler.run(secret("undone", false, Map.of("k", value("earlier-value"))), step("undone", 1));
        Secret changed = secret("undone", false, Map.of("k", value("later-value")));
        handler.run(changed, step("undone", 2));
        assertThat(read("undone", "k")).isEqualTo("later-value");
        handler.undo(changed, cluster.step(task("undone", 2).undo(List.of())));
        assertThat(read("undone", "k")).isEqualTo("earlier-value");
    }

    private static boolean changed(Done done) {
        return done.outputs().get("changed").asBoolean();
    }

    private static FakeStepContext step(String name, int attempt) {
        return cluster.step(task(name, attempt));
    }

    private static FakeTask task(String name, int attempt) {
        return new FakeTask().pipeline("secrets").step(name).attempt(attempt);
    }

    private static Secret secret(String name, boolean rotate, Map<String, Secret.Value> data) {
        return new Secret(name, Optional.empty(), "Opaque", Map.of(), data, Optional.empty(), Optional.empty(), rotate);
    }

    private static Secret.Value value(String text) {
        return new Secret.Value(Optional.of(text), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Secret.Value generated(int length) {
        return new Secret.Value(Optional.empty(), Optional.of(length), Optional.empty(), Optional.empty());
    }

    private static Secret.Value from(String other) {
        return new Secret.Value(Optional.empty(), Optional.empty(), Optional.of(other), Optional.empty());
    }

    private static String read(String name, String key) {
        return new String(
                Base64.getDecoder()
                        .decode(cluster.client()
                                .secrets()
                                .inNamespace(cluster.namespace())
                                .withName(name)
                                .get()
                                .getData()
                                .get(key)),
                StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
