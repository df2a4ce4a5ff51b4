package io.slipway.activities.helm.chart;

import io.slipway.activities.reach.Deadline;
import io.slipway.activities.reach.HttpAsk;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.StepFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Fetches files of charts by HTTP, following redirects. */
final class Download {
    static final int MOST_BYTES = 32 * 1024 * 1024;

    private static final int MOST_REDIRECTS = 5;

    private final Reach reach;

    Download(Reach reach) {
        this.reach = reach;
    }

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param body its bytes
     * @param challenge the header {@code WWW-Authenticate}, or empty
     */
    record Reply(int status, byte[] body, String challenge) {}

    /**
     * What an address holds.
     *
     * @throws StepFailure when nothing can be got, naming address and reason
     */
    byte[] get(String address, Map<String, String> headers) throws InterruptedException {
        Reply reply = ask(address, headers);
        if (reply.status() != 200) {
            throw failed(address, "it responded with HTTP " + reply.status());
        }
        return reply.body();
    }

    /** The answer of an address, whatever its status; an archive that stops coming is given up with the step's time. */
    Reply ask(String address, Map<String, String> headers) throws InterruptedException {
        try {
            return Deadline.of(reach.context().left(), () -> whole(address, headers));
        } catch (TimeoutException silent) {
            throw failed(address, "it did not respond within the step's timeout");
        } catch (ExecutionException broken) {
            if (broken.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(broken.getCause());
        }
    }

    private Reply whole(String address, Map<String, String> headers) throws InterruptedException {
        URI uri = uri(address);
        Map<String, String> sent = headers;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            HttpResponse<InputStream> response = send(uri, sent);
            Optional<String> location = response.headers().firstValue("Location");
            if (response.statusCode() / 100 != 3 || location.isEmpty()) {
                return reply(response, address);
            }
            URI next = uri.resolve(location.get());
            // a token of one host is none of another's business
            sent = next.getHost() != null && next.getHost().equals(uri.getHost()) ? sent : Map.of();
            uri = next;
        }
        throw failed(address, "it redirects more than " + MOST_REDIRECTS + " times");
    }

    private static URI uri(String address) {
        try {
            URI uri = URI.create(address);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException noAddress) {
            // said below
        }
        throw StepFailure.permanent(
                "'" + address + "' is not a chart address",
                "it is not an http:// or https:// URL with a host",
                "write oci://registry/chart, https://repository/chart, or a folder of the pipeline");
    }

    private HttpResponse<InputStream> send(URI uri, Map<String, String> headers) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(HttpAsk.patience(reach.context().left()));
        headers.forEach(request::setHeader);
        try {
            return reach.http().client(true).send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException noAnswer) {
            throw failed(uri.toString(), why(noAnswer));
        }
    }

    private static String why(IOException noAnswer) {
        if (noAnswer instanceof ConnectException) {
            return "no server is listening there, or it is unreachable";
        }
        Throwable root = noAnswer;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? "no response (" + root.getClass().getSimpleName() + ")" : root.getMessage();
    }

    private static Reply reply(HttpResponse<InputStream> response, String address) {
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw failed(address, "it is larger than " + MOST_BYTES + " bytes");
            }
            String challenge = response.headers().firstValue("WWW-Authenticate").orElse("");
            return new Reply(response.statusCode(), bytes, challenge);
        } catch (IOException broken) {
            throw failed(address, why(broken));
        }
    }

    static StepFailure failed(String address, String why) {
        return StepFailure.of(
                "could not fetch " + address,
                why,
                "check that the worker can reach it; without a network, keep the chart in the pipeline's folder");
    }
}
