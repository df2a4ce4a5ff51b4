package io.slipway.activities.reach;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.slipway.activities.step.Target;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * Sends HTTP requests for a step: redirects are answers and not followed. Addresses of the cluster's router that this
 * machine's name server does not know go through the target's ingress. Thread-safe.
 */
public final class HttpSender implements AutoCloseable {
    /** The most that is read of a body. */
    public static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final Optional<SSLContext> trust;
    private final Optional<IngressTunnel> tunnel;
    private HttpClient trusting;
    private HttpClient blind;

    /** A sender for requests to or around a target. */
    public HttpSender(Target target) {
        this.trust = target.ingress()
                .flatMap(Target.Ingress::trust)
                .or(() -> Optional.ofNullable(target.client())
                        .flatMap(client -> ClusterTrust.of(client.getConfiguration())));
        this.tunnel = target.ingress().map(ingress -> new IngressTunnel(ingress, target.simulated()));
    }

    /**
     * Sends a request and reads the answer.
     *
     * @throws io.slipway.activities.step.StepFailure when there is no answer, with the reason
     * @throws InterruptedException when the step is cancelled
     */
    public HttpReply send(HttpAsk ask) throws InterruptedException {
        return send(ask, HttpTrouble.place(ask.uri()));
    }

    /**
     * The same.
     *
     * @param name what errors call the other side, such as a service that is reached by a port-forward
     */
    public HttpReply send(HttpAsk ask, String name) throws InterruptedException {
        try {
            return inTime(ask);
        } catch (IOException noAnswer) {
            throw HttpTrouble.failure(noAnswer, ask.uri(), name);
        } catch (IllegalArgumentException refused) {
            throw HttpTrouble.wrong(refused, ask.uri());
        }
    }

    /** The time of a request ends for Java's client with the headers of its answer, and a body may never end. */
    private HttpReply inTime(HttpAsk ask) throws IOException, InterruptedException {
        try {
            return Deadline.of(ask.timeout(), () -> whole(ask));
        } catch (TimeoutException late) {
            throw new HttpTimeoutException(
                    "no complete response within " + ask.timeout().toSeconds() + " s");
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException noAnswer -> throw noAnswer;
                case RuntimeException refused -> throw refused;
                default -> throw new IllegalStateException(failed.getCause());
            }
        }
    }

    private HttpReply whole(HttpAsk ask) throws IOException, InterruptedException {
        HttpResponse<InputStream> response =
                client(ask.verify()).send(request(ask), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return new HttpReply(
                    response.statusCode(), headers(response), new String(body.readNBytes(MOST_BYTES), UTF_8));
        }
    }

    /** The client itself, for libraries that need one. */
    public synchronized HttpClient client(boolean verify) {
        if (verify) {
            trusting = trusting == null ? open(trust) : trusting;
            return trusting;
        }
        blind = blind == null ? open(Optional.of(TrustAll.context())) : blind;
        return blind;
    }

    private HttpClient open(Optional<SSLContext> context) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .proxy(tunnel.map(IngressTunnel::selector).orElseGet(ProxySelector::getDefault));
        context.ifPresent(builder::sslContext);
        return builder.build();
    }

    private static HttpRequest request(HttpAsk ask) {
        HttpRequest.Builder request = HttpRequest.newBuilder(ask.uri())
                .timeout(ask.timeout())
                .method(
                        ask.method(),
                        ask.text()
                                .map(HttpRequest.BodyPublishers::ofString)
                                .orElseGet(HttpRequest.BodyPublishers::noBody));
        ask.headers().forEach(request::setHeader);
        if (ask.json() && ask.headers().keySet().stream().noneMatch("content-type"::equalsIgnoreCase)) {
            request.setHeader("Content-Type", "application/json");
        }
        return request.build();
    }

    private static Map<String, String> headers(HttpResponse<?> response) {
        Map<String, String> headers = new TreeMap<>();
        response.headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return headers;
    }

    @Override
    public synchronized void close() {
        if (trusting != null) {
            trusting.shutdownNow();
        }
        if (blind != null) {
            blind.shutdownNow();
        }
        tunnel.ifPresent(IngressTunnel::close);
    }
}
