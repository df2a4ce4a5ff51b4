package io.slipway.activities.flink;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.slipway.activities.reach.HttpReply;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.json.Hash;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Sends a jar as the one file of a form, which is how Flink takes it. */
final class JarUpload {
    private static final Duration LEAST = Duration.ofSeconds(1);

    private final Reach reach;

    JarUpload(Reach reach) {
        this.reach = reach;
    }

    HttpReply send(URI uri, String name, byte[] content) throws InterruptedException {
        String boundary = "slipway-" + Hash.of(content);
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"" + name
                + "\"\r\nContent-Type: application/x-java-archive\r\n\r\n";
        Duration left = reach.context().left();
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(left.compareTo(LEAST) < 0 ? LEAST : left)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(
                        List.of(head.getBytes(UTF_8), content, ("\r\n--" + boundary + "--\r\n").getBytes(UTF_8))))
                .build();
        try {
            HttpResponse<String> response =
                    reach.http().client(true).send(request, HttpResponse.BodyHandlers.ofString());
            return new HttpReply(response.statusCode(), Map.of(), response.body());
        } catch (IOException broken) {
            throw StepFailure.of(
                    "the jar " + name + " could not be uploaded to Flink",
                    broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage(),
                    "check that the JobManager is running and accepts uploads (web.submit.enable)");
        }
    }
}
