package io.slipway.sandbox.lakefs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The stand-in for lakeFS as a server: what clients of S3 write by its gateway is what its API commits and merges. */
class LakefsServerTest {
    private static final String LOGIN = "Basic " + Base64.getEncoder().encodeToString("AKIA1:secret".getBytes(UTF_8));
    private static final String SIGNED = "AWS4-HMAC-SHA256 Credential=AKIA1/20260101/us-east-1/s3/aws4_request";

    private final LakefsServer server = LakefsServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Map.of(
                    "LAKEFS_SANDBOX_REPOSITORIES", "kronodroid",
                    "LAKEFS_INSTALLATION_ACCESS_KEY_ID", "AKIA1",
                    "LAKEFS_INSTALLATION_SECRET_ACCESS_KEY", "secret"));
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void end() {
        client.close();
        server.close();
    }

    @Test
    void whatIsPutOnABranchIsCommittedAndMerged() throws Exception {
        branch("run");
        s3("PUT", "/kronodroid/run/a/one.txt", "one");
        assertThat(s3("GET", "/kronodroid/main/a/one.txt", "").statusCode()).isEqualTo(404);

        assertThat(api("GET", "branches/run/diff", "")).contains("a/one.txt", "added");
        api("POST", "branches/run/commits", "{\"message\": \"one\"}");
        api("POST", "refs/run/merge/main", "{}");

        assertThat(s3("GET", "/kronodroid/main/a/one.txt", "").body()).isEqualTo("one");
    }

    @Test
    void anObjectIsReadWholeOrByRangeWithTheSumThatClientsCompare() throws Exception {
        branch("run");
        s3("PUT", "/kronodroid/run/a", "0123456789");

        HttpResponse<String> head = s3("HEAD", "/kronodroid/run/a", "");
        assertThat(head.headers().firstValue("Content-Length")).contains("10");
        assertThat(head.headers().firstValue("ETag")).contains("\"781e5e245d69b566979b86e28d23f2c7\"");
        HttpResponse<String> part = s3("GET", "/kronodroid/run/a", "", "Range", "bytes=2-4");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("234");
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 2-4/10");
        assertThat(s3("GET", "/kronodroid/run/a", "", "Range", "bytes=8-").body())
                .isEqualTo("89");
    }

    @Test
    void framesOfASignedStreamAreNoPartOfTheObject() throws Exception {
        branch("run");
        String framed = "4;chunk-signature=0a\r\nabcd\r\n2;chunk-signature=0b\r\nef\r\n0;chunk-signature=0c\r\n\r\n";
        s3("PUT", "/kronodroid/run/a", framed, "x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD");
        assertThat(s3("GET", "/kronodroid/run/a", "").body()).isEqualTo("abcdef");
    }

    @Test
    void objectsAreListedByFolderCopiedAndDeleted() throws Exception {
        branch("run");
        s3("PUT", "/kronodroid/run/t/_temporary/p-0", "x");
        s3("PUT", "/kronodroid/run/t/p-0", "", "x-amz-copy-source", "/kronodroid/run/t/_temporary/p-0");

        String listed = s3("GET", "/kronodroid?list-type=2&delimiter=/&prefix=run/t/", "")
                .body();
        assertThat(listed).contains("<Key>run/t/p-0</Key>", "<Prefix>run/t/_temporary/</Prefix>");
        s3("POST", "/kronodroid?delete", "<Delete><Object><Key>run/t/_temporary/p-0</Key></Object></Delete>");
        String left = s3("GET", "/kronodroid?list-type=2&prefix=run/", "").body();
        assertThat(left).contains("<Key>run/t/p-0</Key>").doesNotContain("_temporary");
        assertThat(s3("GET", "/kronodroid?list-type=2&prefix=nobranch/", "").body())
                .contains("<KeyCount>0<");
    }

    @Test
    void anotherKeyIsRefusedAndSoIsWhatIsNotSimulated() throws Exception {
        branch("run");
        HttpResponse<String> other = s3("GET", "/kronodroid/run/a", "", "Authorization", "AWS4 Credential=AKIA2/x");
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(other.body()).contains("AccessDenied");
        assertThat(s3("POST", "/kronodroid/run/a?uploads", "").statusCode()).isEqualTo(501);
        assertThat(s3("PUT", "/kronodroid/nobranch/a", "x").statusCode()).isEqualTo(404);
        assertThat(s3("GET", "/elsewhere/run/a", "").statusCode()).isEqualTo(404);
    }

    private void branch(String name) throws IOException, InterruptedException {
        api("POST", "branches", "{\"name\": \"" + name + "\", \"source\": \"main\"}");
    }

    private String api(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                send(method, "/api/v1/repositories/kronodroid/" + path, body, "Authorization", LOGIN);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }

    private HttpResponse<String> s3(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        return headers.length > 0 && headers[0].equals("Authorization")
                ? send(method, path, body, headers)
                : send(method, path, body, with(headers));
    }

    private static String[] with(String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = SIGNED;
        return all;
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + server.address().getPort() + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .headers(headers)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
