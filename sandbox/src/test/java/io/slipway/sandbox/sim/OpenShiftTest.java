package io.slipway.sandbox.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.sandbox.api.Subresources;
import io.slipway.sandbox.kube.Conditions;
import io.slipway.sandbox.openshift.OpenShiftSubresources;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

class OpenShiftTest {
    private static String phase(JsonNode build) {
        return build.path("status").path("phase").asText();
    }

    @Test
    void theConfigChangeTriggerBuildsAndPushes() {
        try (Cluster cluster = Cluster.withFaults()) {
            cluster.create(Kinds.IMAGE_STREAM, Manifests.imageStream("spark-iceberg", "3.5.7"));
            cluster.await(
                    Kinds.IMAGE_STREAM,
                    "spark-iceberg",
                    one -> !Conditions.isTrue(one.path("status").path("tags").path(0), "ImportSuccess")
                            && one.path("status")
                                    .path("tags")
                                    .path(0)
                                    .path("conditions")
                                    .path(0)
                                    .path("message")
                                    .asText()
                                    .contains("not found"));
            cluster.create(
                    Kinds.DEPLOYMENT,
                    Manifests.deployment(
                            "early",
                            1,
                            "{'name': 'c', 'image': 'spark-iceberg:3.5.7', 'command': ['sleep', 'infinity']}"));
            cluster.awaitEvent("Failed", "manifest unknown");
            cluster.create(Kinds.BUILD_CONFIG, Manifests.buildConfig("spark-iceberg", "3.5.7"));
            var build = cluster.await(
                    Kinds.BUILD, "spark-iceberg-1", one -> phase(one).equals("Complete"));
            assertThat(Meta.labels(build)).containsEntry("buildconfig", "spark-iceberg");
            assertThat(Meta.annotations(build)).containsEntry("openshift.io/build.number", "1");
            String digest = build.path("status")
                    .path("output")
                    .path("to")
                    .path("imageDigest")
                    .asText();
            assertThat(digest).startsWith("sha256:");
            assertThat(cluster.log("spark-iceberg-1-build"))
                    .contains("Cloning \"https://github.com/datalyptica/datalyptica.git\"")
                    .contains("STEP 1/6")
                    .contains("Push successful");
            cluster.await(
                    Kinds.IMAGE_STREAM_TAG,
                    "spark-iceberg:3.5.7",
                    tag -> tag.path("image")
                            .path("dockerImageReference")
                            .asText()
                            .endsWith("@" + digest));
            cluster.awaitAvailable("early");
            Subresources subresources = new OpenShiftSubresources(cluster.store());
            byte[] request =
                    "{\"metadata\": {\"labels\": {\"slipway.io/key\": \"k\"}}}".getBytes(StandardCharsets.UTF_8);
            var second = subresources
                    .create(
                            new Subresources.Target(Kinds.BUILD_CONFIG, Cluster.NS, "spark-iceberg", "instantiate"),
                            Map.of(),
                            request)
                    .orElseThrow();
            assertThat(Meta.name(second)).isEqualTo("spark-iceberg-2");
            assertThat(Meta.labels(second)).containsEntry("slipway.io/key", "k");
            cluster.await(Kinds.BUILD, "spark-iceberg-2", one -> phase(one).equals("Complete"));
            assertThat(subresources.log(new Subresources.Target(Kinds.BUILD, Cluster.NS, "spark-iceberg-2", "log")))
                    .isPresent();
        }
    }

    @Test
    void aFailedBuildSaysWhy() {
        try (Cluster cluster =
                Cluster.withFaults("spark-iceberg-step: BuildFailed(PushImageToRegistryFailed) times=1")) {
            cluster.create(Kinds.IMAGE_STREAM, Manifests.imageStream("spark-iceberg", "3.5.7"));
            cluster.create(Kinds.BUILD_CONFIG, Manifests.buildConfig("spark-iceberg", "3.5.7"));
            var build = cluster.await(
                    Kinds.BUILD, "spark-iceberg-1", one -> phase(one).equals("Failed"));
            assertThat(build.path("status").path("reason").asText()).isEqualTo("PushImageToRegistryFailed");
            assertThat(build.path("status").path("logSnippet").asText()).contains("authentication required");
            new OpenShiftSubresources(cluster.store())
                    .create(
                            new Subresources.Target(Kinds.BUILD_CONFIG, Cluster.NS, "spark-iceberg", "instantiate"),
                            Map.of(),
                            new byte[0]);
            cluster.await(Kinds.BUILD, "spark-iceberg-2", one -> phase(one).equals("Complete"));
        }
    }

    @Test
    void aHangingBuildIsCancelled() {
        try (Cluster cluster = Cluster.withFaults("buildconfig/*: BuildHangs")) {
            cluster.create(Kinds.IMAGE_STREAM, Manifests.imageStream("x", "1"));
            cluster.create(Kinds.BUILD_CONFIG, Manifests.buildConfig("x", "1"));
            cluster.await(Kinds.BUILD, "x-1", one -> phase(one).equals("Running"));
            cluster.store().mutateStatus(Kinds.BUILD, Cluster.NS, "x-1", build -> {
                build.withObject("/status").put("cancelled", true);
                return build;
            });
            cluster.await(Kinds.BUILD, "x-1", one -> phase(one).equals("Cancelled"));
        }
    }

    @Test
    void routesAreAnsweredOverVerifiedTls() throws Exception {
        try (Cluster cluster = Cluster.withFaults()) {
            cluster.create(Kinds.DEPLOYMENT, Manifests.web("web", 1));
            cluster.create(Kinds.SERVICE, Manifests.service("web", "web", 8080, 80));
            cluster.awaitAvailable("web");
            cluster.create(
                    Kinds.ROUTE,
                    "{'metadata': {'name': 'web'}, 'spec': {'to': {'kind': 'Service', 'name': 'web'}, 'port': {'targetPort': 8080}, 'tls': {'termination': 'edge', 'insecureEdgeTerminationPolicy': 'Redirect'}}}");
            var route = cluster.await(
                    Kinds.ROUTE,
                    "web",
                    one -> Conditions.isTrue(one.path("status").path("ingress").path(0), "Admitted"));
            String host = route.path("spec").path("host").asText();
            assertThat(host).isEqualTo("web-datalyptica.apps.sandbox.local");
            assertThat(overTls(cluster, host)).startsWith("HTTP/1.1 200");
            assertThat(overTls(cluster, "none.apps.sandbox.local")).startsWith("HTTP/1.1 503");
            assertThat(plain(cluster, host)).startsWith("HTTP/1.1 302").contains("Location: https://" + host + "/");
        }
    }

    private static JsonNode route(Cluster cluster, String name, String path) {
        cluster.create(
                Kinds.ROUTE,
                "{'metadata': {'name': '%s'}, 'spec': {'host': 'one.example.com', 'path': '%s', 'to': {'kind': 'Service', 'name': 'web'}}}"
                        .formatted(name, path));
        return admitted(cluster.await(
                Kinds.ROUTE, name, one -> !admitted(one).path("status").isMissingNode()));
    }

    private static JsonNode admitted(JsonNode route) {
        return route.at("/status/ingress/0/conditions/0");
    }

    private static String age(Cluster cluster, String route) {
        JsonNode meta = Meta.of(cluster.get(Kinds.ROUTE, route));
        return meta.path("creationTimestamp").asText() + meta.path("uid").asText();
    }

    private static boolean isAdmitted(JsonNode route) {
        return admitted(route).path("status").asText().equals("True");
    }

    /** Which of two of the same second is the older one is left to their uids, as the router does. */
    @Test
    void oneRouteHasAHostAndAPath() {
        try (Cluster cluster = Cluster.withFaults()) {
            route(cluster, "a", "");
            route(cluster, "b", "");
            assertThat(route(cluster, "beside", "/beside").path("status").asText())
                    .isEqualTo("True");
            boolean first = age(cluster, "a").compareTo(age(cluster, "b")) < 0;
            String older = first ? "a" : "b";
            String younger = first ? "b" : "a";
            JsonNode refused = admitted(cluster.await(Kinds.ROUTE, younger, one -> !isAdmitted(one)));
            assertThat(refused.path("reason").asText()).isEqualTo("HostAlreadyClaimed");
            assertThat(refused.path("message").asText())
                    .isEqualTo("route " + older + " already exposes one.example.com and is older");
            cluster.await(Kinds.ROUTE, older, OpenShiftTest::isAdmitted);
            cluster.store().delete(Kinds.ROUTE, Cluster.NS, older, Deletion.BACKGROUND);
            cluster.await(Kinds.ROUTE, younger, OpenShiftTest::isAdmitted);
        }
    }

    private static String request(String host) {
        return "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
    }

    private static String overTls(Cluster cluster, String host) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        byte[] authority = cluster.simulation().router().authority().getBytes(StandardCharsets.UTF_8);
        trusted.setCertificateEntry(
                "ca", CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(authority)));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        int port = cluster.simulation().router().address().getPort();
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
                SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setServerNames(List.of(new SNIHostName(host)));
            socket.setSSLParameters(parameters);
            socket.getOutputStream().write(request(host).getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String plain(Cluster cluster, String host) throws Exception {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(),
                cluster.simulation().router().plainAddress().getPort())) {
            socket.getOutputStream().write(request(host).getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
