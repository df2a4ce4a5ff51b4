package io.slipway.activities.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.LocalPortForward;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.store.JournalStore;
import io.slipway.activities.store.Stores;
import io.slipway.activities.store.StoresContract;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.RolloutStatus;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * In a bucket of the sandbox's MinIO, or of the store that the system property {@code slipway.test.store} names, with
 * credentials from the environment.
 */
class S3StoresTest extends StoresContract {
    private static final Optional<String> REAL = Optional.ofNullable(System.getProperty("slipway.test.store"));

    private static final String BUCKET = "state";

    private static TestCluster cluster;
    private static LocalPortForward minio;

    private final String prefix = UUID.randomUUID().toString();

    @BeforeAll
    static void start() throws Exception {
        if (REAL.isPresent()) {
            return;
        }
        cluster = TestCluster.working();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> cluster.client()
                        .pods()
                        .inNamespace("datalyptica")
                        .withName("minio-0")
                        .isReady());
        Map<String, String> credentials = cluster.client()
                .secrets()
                .inNamespace("datalyptica")
                .withName("minio-credentials")
                .get()
                .getData();
        System.setProperty("aws.accessKeyId", plain(credentials.get("root-user")));
        System.setProperty("aws.secretAccessKey", plain(credentials.get("root-password")));
        minio = cluster.client()
                .pods()
                .inNamespace("datalyptica")
                .withName("minio-0")
                .portForward(9000, InetAddress.getLoopbackAddress(), 0);
        makeBucket(URI.create("http://127.0.0.1:" + minio.getLocalPort()));
    }

    @AfterAll
    static void stop() throws Exception {
        if (cluster != null) {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
            minio.close();
            cluster.close();
        }
    }

    private static void makeBucket(URI endpoint) {
        try (S3Client client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .build()) {
            client.createBucket(request -> request.bucket(BUCKET));
        }
    }

    private static String plain(String encoded) {
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }

    @Override
    protected Stores open() {
        return S3Stores.at(S3Location.parse(REAL.map(address -> address.replaceFirst("(\\?|$)", "/" + prefix + "$1"))
                .orElseGet(() -> here(BUCKET, minio.getLocalPort()))));
    }

    private String here(String bucket, int port) {
        return "s3://" + bucket + "/" + prefix + "?endpoint=http://127.0.0.1:" + port;
    }

    @Test
    @DisabledIfSystemProperty(named = "slipway.test.store", matches = ".*")
    void aBucketThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> S3Stores.at(S3Location.parse(here("nobody", minio.getLocalPort())))
                        .blobs()
                        .putText("x"))
                .isInstanceOf(StoreLost.class)
                .hasMessageContaining("cannot write the store s3://nobody/" + prefix)
                .hasMessageContaining("no bucket nobody; create it, or correct SLIPWAY_STORE");
    }

    /** Those who follow a rollout read its journal several times a second. */
    @Test
    @DisabledIfSystemProperty(named = "slipway.test.store", matches = ".*")
    void whatWasReadOnceIsNotReadAgain() {
        JournalStore journals = open().journals();
        journals.append("r", List.of(moved("first")));
        assertThat(journals.text("r")).contains("first");

        S3Bucket bucket = new S3Bucket(S3Location.parse(here(BUCKET, minio.getLocalPort())));
        bucket.list("rollouts/r/")
                .forEach(object -> bucket.put(object.key(), "other\n".getBytes(StandardCharsets.UTF_8)));
        journals.append("r", List.of(moved("second")));
        assertThat(journals.text("r")).contains("first", "second");
        assertThat(open().journals().text("r")).contains("other", "second");
    }

    private static JournalEvent moved(String message) {
        return new JournalEvent.RolloutMoved(RolloutStatus.RUNNING, message, Map.of(), Instant.now());
    }

    @Test
    void aStoreThatDoesNotAnswerIsNamed() {
        assertThatThrownBy(() -> S3Stores.at(S3Location.parse(here(BUCKET, 1)))
                        .journals()
                        .rollouts())
                .isInstanceOf(StoreLost.class)
                .hasMessageContaining("cannot list the store s3://state/")
                .hasMessageContaining("no response (")
                .hasMessageContaining("check that http://127.0.0.1:1 can be reached");
    }
}
