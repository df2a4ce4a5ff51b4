package io.slipway.activities.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Secret;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Binder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What key and trust stores in Secrets promise, against an API server. */
class SecretStoresTest {
    private static TestCluster cluster;
    private static SecretHandler handler;
    private static TestPem one;
    private static TestPem other;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        cluster = TestCluster.bare();
        handler = new SecretHandler(cluster.clusters());
        one = TestPem.make(folder, "one");
        other = TestPem.make(folder, "other");
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void aTruststoreIsMadeOnceAndLeftAloneWhenItsContentIsEqual() throws Exception {
        Map<String, Object> block = trust("kafka", one.certificate() + other.certificate(), "jks", false);
        assertThat(changed(run(block, 1))).isTrue();
        String stored = read("kafka", "truststore.jks");
        KeyStore store = load("JKS", stored, text("kafka", "truststore-password"));
        assertThat(store.size()).isEqualTo(2);
        FakeStepContext second = step("kafka", 2);
        assertThat(changed(handler.run(Binder.read(Secret.class, Json.tree(block)), second)))
                .isFalse();
        assertThat(second.writes()).isZero();
        assertThat(read("kafka", "truststore.jks")).isEqualTo(stored);
    }

    @Test
    void anotherCertificateOrFormMakesItAnew() throws Exception {
        run(trust("moving", one.certificate(), "jks", false), 1);
        assertThat(changed(run(trust("moving", other.certificate(), "jks", false), 2)))
                .isTrue();
        assertThat(changed(run(trust("moving", other.certificate(), "pkcs12", false), 3)))
                .isTrue();
        KeyStore store = load("PKCS12", read("moving", "truststore.jks"), text("moving", "truststore-password"));
        assertThat(store.size()).isEqualTo(1);
    }

    @Test
    void rotatingThePasswordMakesAStoreThatOpensWithTheNewOne() throws Exception {
        run(trust("turning", one.certificate(), "jks", false), 1);
        String before = text("turning", "truststore-password");
        run(trust("turning", one.certificate(), "jks", true), 2);
        String after = text("turning", "truststore-password");
        assertThat(after).isNotEqualTo(before);
        assertThat(load("JKS", read("turning", "truststore.jks"), after).size()).isEqualTo(1);
    }

    @Test
    void aKeystoreHoldsTheKeyWithItsCertificate() throws Exception {
        FakeStepContext context = step("client", 1);
        handler.run(Binder.read(Secret.class, Json.tree(key("client", one.certificate(), one.key()))), context);
        String password = text("client", "keystore-password");
        KeyStore store = load("PKCS12", read("client", "keystore.p12"), password);
        assertThat(store.getKey("key", password.toCharArray())).isNotNull();
        assertThat(Json.write(context.recorder().detail()) + context.blobs().everything())
                .doesNotContain(password, read("client", "keystore.p12"));
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() {
        StepFailure failure = failure(key("mixed", one.certificate(), other.key()));
        assertThat(failure.failure().message())
                .isEqualTo(
                        "the store 'keystore.p12' of secret/mixed cannot be made from the value given and the value given");
        assertThat(failure.failure().cause()).contains("the private key does not match the first certificate, CN=one");
    }

    @Test
    void brokenPemIsSaidWithItsFileAndPlace() {
        String cut = one.certificate().substring(0, one.certificate().length() - 40);
        Map<String, Object> block = Map.of(
                "name",
                "broken",
                "data",
                Map.of("truststore-password", Map.of("generate", 24)),
                "truststore",
                Map.of("certificates", Map.of("file", "certs/ca.pem")));
        FakeStepContext context = step("broken", 1).withFile("certs/ca.pem", "# the authority\n" + cut);
        StepFailure failure = catchThrowableOfType(
                StepFailure.class, () -> handler.run(Binder.read(Secret.class, Json.tree(block)), context));
        assertThat(failure.failure().message())
                .isEqualTo("the store 'truststore.jks' of secret/broken cannot be made from file certs/ca.pem");
        assertThat(failure.failure().cause()).isEqualTo("the block CERTIFICATE that begins on line 2 has no end");
        assertThat(context.writes()).isZero();
    }

    @Test
    void aKeyAmongTrustedCertificatesIsRefused() {
        StepFailure failure = failure(trust("leaky", one.certificate() + one.key(), "jks", false));
        assertThat(failure.failure().cause()).contains("it holds a PRIVATE KEY on line");
    }

    @Test
    void aStoreWithoutAPasswordIsRefused() {
        StepFailure failure = failure(Map.of(
                "name", "open", "data", Map.of("a", "b"), "truststore", Map.of("certificates", one.certificate())));
        assertThat(failure.failure().message()).isEqualTo("the store 'truststore.jks' of secret/open has no password");
    }

    private static Map<String, Object> trust(String name, String pem, String type, boolean rotate) {
        return Map.of(
                "name",
                name,
                "rotate",
                rotate,
                "data",
                Map.of("truststore-password", Map.of("generate", 24)),
                "truststore",
                Map.of("certificates", pem, "type", type));
    }

    private static Map<String, Object> key(String name, String certificate, String key) {
        return Map.of(
                "name",
                name,
                "data",
                Map.of("keystore-password", Map.of("generate", 24)),
                "keystore",
                Map.of("certificates", certificate, "privateKey", key));
    }

    private static Done run(Map<String, Object> block, int attempt) throws InterruptedException {
        return handler.run(Binder.read(Secret.class, Json.tree(block)), step((String) block.get("name"), attempt));
    }

    private static StepFailure failure(Map<String, Object> block) {
        return catchThrowableOfType(StepFailure.class, () -> run(block, 1));
    }

    private static boolean changed(Done done) {
        return done.outputs().get("changed").asBoolean();
    }

    private static FakeStepContext step(String name, int attempt) {
        return cluster.step(new FakeTask().pipeline("stores").step(name).attempt(attempt));
    }

    private static KeyStore load(String type, String base64, String password) throws Exception {
        KeyStore store = KeyStore.getInstance(type);
        store.load(new ByteArrayInputStream(Base64.getDecoder().decode(base64)), password.toCharArray());
        return store;
    }

    private static String text(String name, String key) {
        return new String(Base64.getDecoder().decode(read(name, key)), StandardCharsets.UTF_8);
    }

    private static String read(String name, String key) {
        return cluster.client()
                .secrets()
                .inNamespace(cluster.namespace())
                .withName(name)
                .get()
                .getData()
                .get(key);
    }
}
