package io.slipway.cli.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.LocalPortForward;
import io.slipway.cli.Slipway;
import io.slipway.cli.console.Console;
import io.slipway.cli.console.Environment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code SLIPWAY_STORE}: a rollout is run on one machine and looked at on another, which share a bucket and no folder. */
class StoreCommandTest {
    private static final String NAMESPACE = "datalyptica";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void twoMachinesShareABucket() throws Exception {
        try (SandboxCluster sandbox = SandboxCluster.start(Optional.empty(), 0, NAMESPACE, List.of());
                KubernetesClient client = sandbox.target().client();
                LocalPortForward minio = minio(client)) {
            String address = "http://127.0.0.1:" + minio.getLocalPort();
            Map<String, String> credentials = client.secrets()
                    .inNamespace(NAMESPACE)
                    .withName("minio-credentials")
                    .get()
                    .getData();
            makeBucket(address, plain(credentials.get("root-user")));
            System.setProperty("aws.accessKeyId", plain(credentials.get("root-user")));
            System.setProperty("aws.secretAccessKey", plain(credentials.get("root-password")));
            try {
                Path one = Files.createDirectory(folder.resolve("one"));
                Path other = Files.createDirectory(folder.resolve("other"));
                String store = "s3://state/team?endpoint=" + address;

                run(one, store, 0, "run", examples().resolve("hello").toString(), "--sandbox", "--yes");
                assertThat(one.resolve(".slipway/blobs")).doesNotExist();
                run(other, store, 0, "list");
                assertThat(printed()).contains("hello").contains("succeeded");
                run(other, store, 0, "show", "last");
                assertThat(printed()).contains("succeeded");
                run(other, store, 0, "clean", "--older-than", "0s", "--keep", "0", "--yes");
                run(one, store, 0, "list");
                assertThat(printed()).doesNotContain("succeeded");
            } finally {
                System.clearProperty("aws.accessKeyId");
                System.clearProperty("aws.secretAccessKey");
            }
        }
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        run(folder, "/var/state", 2, "list");
        assertThat(printed())
                .startsWith("slipway: SLIPWAY_STORE: the address of a store starts with s3://BUCKET; write s3://");
    }

    @Test
    void aStoreThatDoesNotAnswerIsSaid() {
        System.setProperty("aws.accessKeyId", "me");
        System.setProperty("aws.secretAccessKey", "none");
        try {
            run(folder, "s3://state?endpoint=http://127.0.0.1:1", 5, "list");
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
        assertThat(printed())
                .contains("cannot list the store s3://state/ at http://127.0.0.1:1: no response (")
                .doesNotContain("\tat ");
    }

    private void run(Path where, String store, int code, String... args) {
        printed.reset();
        Environment environment = new Environment(
                Console.plain(printed, printed),
                where,
                Map.of("USER", "ada", "SLIPWAY_STORE", store),
                new ByteArrayInputStream(new byte[0]));
        assertThat(new Slipway(environment).run(args)).as(this::printed).isEqualTo(code);
    }

    private String printed() {
        return printed.toString(UTF_8);
    }

    private static Path examples() {
        return Path.of("..", "examples").toAbsolutePath().normalize();
    }

    private static LocalPortForward minio(KubernetesClient client) {
        var pod = client.pods().inNamespace(NAMESPACE).withName("minio-0");
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(pod::isReady);
        return pod.portForward(9000, InetAddress.getLoopbackAddress(), 0);
    }

    /** The sandbox looks at the access key only. */
    private static void makeBucket(String address, String user) throws IOException, InterruptedException {
        HttpRequest put = HttpRequest.newBuilder(URI.create(address + "/state"))
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=" + user + "/")
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(put, HttpResponse.BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
    }

    private static String plain(String encoded) {
        return new String(Base64.getDecoder().decode(encoded), UTF_8);
    }
}
