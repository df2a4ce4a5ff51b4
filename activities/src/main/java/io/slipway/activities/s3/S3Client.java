package io.slipway.activities.s3;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Reads an S3 object store, path style. The signature covers the host that the request is really sent to, so it also
 * holds through a port-forward: the store checks it against the Host header it receives.
 */
public final class S3Client {
    private static final int MOST_KEYS = 5_000;
    /** Headers the JDK's client sets by itself and refuses to take. */
    private static final Set<String> OWN_HEADERS = Set.of("host", "content-length", "connection", "expect");

    private final HttpClient http;
    private final URI base;
    private final S3Credentials credentials;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    /**
     * A client of one store.
     *
     * @param http sends the requests
     * @param base address such as {@code http://127.0.0.1:9000}, without a bucket
     * @param credentials who asks
     */
    public S3Client(HttpClient http, URI base, S3Credentials credentials) {
        this.http = http;
        this.base = base;
        this.credentials = credentials;
    }

    /**
     * Lists at most 5,000 keys.
     *
     * @throws S3Exception when the store refuses, such as with {@code NoSuchBucket} or {@code AccessDenied}
     * @throws IOException when the store does not answer
     */
    public S3Listing list(String bucket, String prefix, Duration timeout) throws IOException, InterruptedException {
        List<String> keys = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            String query = "list-type=2&prefix=" + encode(prefix)
                    + next.map(token -> "&continuation-token=" + encode(token)).orElse("");
            String answer = get("/" + bucket, query, timeout);
            keys.addAll(S3Xml.texts(answer, "Key"));
            next = S3Xml.text(answer, "NextContinuationToken");
        } while (next.isPresent() && keys.size() < MOST_KEYS);
        return new S3Listing(keys, next.isEmpty());
    }

    private String get(String path, String query, Duration timeout) throws IOException, InterruptedException {
        SdkHttpRequest signed = signed(path, query);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(signed.getUri()).timeout(timeout).GET();
        signed.forEachHeader((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw refused(response);
        }
        return response.body();
    }

    private SdkHttpRequest signed(String path, String query) {
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(URI.create(base.toString().replaceAll("/+$", "") + path + "?" + query));
        AwsCredentialsIdentity identity =
                AwsCredentialsIdentity.create(credentials.accessKey(), credentials.secretKey());
        return signer.sign(call -> call.identity(identity)
                        .request(request.build())
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, credentials.region())
                        .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false))
                .request();
    }

    private static S3Exception refused(HttpResponse<String> response) {
        String code = S3Xml.text(response.body(), "Code").orElse("");
        String message = S3Xml.text(response.body(), "Message").orElse("HTTP " + response.statusCode());
        return new S3Exception(response.statusCode(), code, message);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
