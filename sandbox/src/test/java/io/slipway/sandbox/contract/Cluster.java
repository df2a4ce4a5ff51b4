package io.slipway.sandbox.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.Config;
import io.slipway.sandbox.Sandbox;
import io.slipway.sandbox.SandboxOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The server under test: the sandbox's API server without controllers, or, with the system property
 * {@code slipway.test.kubeconfig}, a real one.
 *
 * @param api its address
 * @param token of an administrator
 * @param trust how its certificate is checked
 * @param real whether it is a real one
 */
record Cluster(String api, String token, SSLContext trust, boolean real) {

    private static final Cluster CURRENT = current();
    private static final Queue<String> MADE = new ConcurrentLinkedQueue<>();

    static Cluster get() {
        return CURRENT;
    }

    ApiClient client() {
        return client(token);
    }

    ApiClient as(String user) {
        return new ApiClient(api, token, user, trust);
    }

    /** A client with another token; empty for none. */
    ApiClient client(String other) {
        return new ApiClient(api, other, "", trust);
    }

    /** A new namespace, furnished. */
    String namespace() {
        String name = "t-" + UUID.randomUUID().toString().substring(0, 8).toLowerCase(Locale.ROOT);
        JsonNode created = client().post("/api/v1/namespaces", "{'metadata': {'name': '%s'}}".formatted(name))
                .ok();
        MADE.add(name);
        return created.at("/metadata/name").asText();
    }

    private static Cluster current() {
        String kubeconfig = System.getProperty("slipway.test.kubeconfig", "");
        try {
            return kubeconfig.isEmpty() ? sandbox() : real(Files.readString(Path.of(kubeconfig)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Cluster real(String kubeconfig) throws IOException, GeneralSecurityException {
        Config config = Config.fromKubeconfig(kubeconfig);
        String address = config.getMasterUrl().replaceAll("/$", "");
        String token = Objects.requireNonNullElseGet(config.getOauthToken(), config::getAutoOAuthToken);
        Cluster cluster = new Cluster(address, token, trust(config), true);
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::deleteWhatWasMade));
        return cluster;
    }

    private void deleteWhatWasMade() {
        ApiClient client = client();
        MADE.forEach(name -> client.delete("/api/v1/namespaces/" + name, ""));
    }

    private static SSLContext trust(Config config) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        byte[] pem = Base64.getDecoder().decode(config.getCaCertData());
        int number = 0;
        for (Certificate one :
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem))) {
            store.setCertificateEntry("ca" + number++, one);
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    /** One sandbox for all tests of this JVM; it ends with the JVM. */
    private static Cluster sandbox() throws IOException, GeneralSecurityException {
        Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory().withOnly(List.of()));
        return new Cluster(sandbox.apiUrl().toString(), sandbox.token(), SSLContext.getDefault(), false);
    }
}
