package io.slipway.sandbox.api.pods;

import io.slipway.sandbox.api.ApiBackend;
import io.slipway.sandbox.api.http.Exchange;
import io.slipway.sandbox.api.request.RequestInfo;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.Status;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code services/proxy} and {@code pods/proxy}: plain HTTP through the API server. As the real one does, it keeps the
 * client's {@code Authorization} to itself. WebSockets are not passed on.
 */
public final class ProxyApi {

    private static final List<String> PASSED_ON = List.of("Content-Type", "Accept", "Accept-Language", "Cookie");
    private static final List<String> PASSED_BACK =
            List.of("Content-Type", "Location", "Set-Cookie", "Content-Disposition", "Last-Modified", "ETag");

    /** {@code /api/v1/namespaces/NAMESPACE/services/NAME/proxy}; a name may begin with {@code proxy}, too. */
    private static final Pattern TO_PROXY = Pattern.compile("^(?:/+[^/?]+){7}");

    private final ApiBackend backend;

    /** Made when first needed: most sandboxes never are asked, and it costs start-up time. */
    private static final class Client {
        static final HttpClient HTTP = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Passes requests on to the pods of a runtime.
     *
     * @param backend the store and the runtime
     */
    public ProxyApi(ApiBackend backend) {
        this.backend = backend;
    }

    /**
     * Passes a request on.
     *
     * @param exchange the request
     * @param info what it asks for
     * @throws IOException when the client went away
     * @throws InterruptedException when the server stops
     */
    public void answer(Exchange exchange, RequestInfo info) throws IOException, InterruptedException {
        ProxyTarget target = ProxyTarget.parse(info.name());
        InetSocketAddress address = info.resource().equals("services")
                ? target.service(backend, info.namespace())
                : target.pod(backend, info.namespace());
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofByteArray(exchange.body());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(exchange, address)).method(exchange.method(), body);
        for (String header : PASSED_ON) {
            if (!exchange.header(header).isEmpty()) {
                request.header(header, exchange.header(header));
            }
        }
        HttpResponse<InputStream> response = send(request.build());
        try (InputStream in = response.body()) {
            for (String header : PASSED_BACK) {
                Optional<String> value = response.headers().firstValue(header);
                value.ifPresent(text -> exchange.setHeader(header, text));
            }
            String type = response.headers().firstValue("Content-Type").orElse("application/octet-stream");
            exchange.respond(response.statusCode(), type, in.readAllBytes());
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws InterruptedException {
        try {
            return Client.HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException broken) {
            String message = "error trying to reach service: " + broken.getMessage();
            throw Refusals.refusal(502, "BadGateway", message, Status.Details.NONE);
        }
    }

    /** What follows {@code /proxy} in the path, with the query, as it was sent. */
    private static URI uri(Exchange exchange, InetSocketAddress address) {
        String rest = TO_PROXY.matcher(exchange.rawPathQuery()).replaceFirst("");
        String path = rest.startsWith("/") ? rest : "/" + rest;
        return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + path);
    }
}
