package io.slipway.activities.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.slipway.model.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

/**
 * One request over Fabric8's HTTP client, with its authentication but without its retries: whether a request may be
 * sent again is decided by {@link Retries}, which asks the write gate first.
 */
final class Wire {
    private static final long TIMEOUT_SECONDS = 30;
    /** API servers compress from 128 KiB on: a list becomes a tenth of it or less. */
    private static final String GZIP = "gzip";

    private final HttpClient http;
    private final String server;

    Wire(KubernetesClient client) {
        this.http = client.getHttpClient()
                .newBuilder()
                .tag(new RequestConfigBuilder(client.getConfiguration().getRequestConfig()) // also who to act as
                        .withRequestRetryBackoffLimit(0)
                        .withRequestTimeout((int) TimeUnit.SECONDS.toMillis(TIMEOUT_SECONDS))
                        .build())
                .build();
        String url = client.getMasterUrl().toString();
        this.server = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    Answer send(Request request) throws InterruptedException {
        HttpRequest.Builder builder = http.newHttpRequestBuilder()
                .uri(server + request.path())
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .setHeader("Accept", "application/json")
                .setHeader("Accept-Encoding", GZIP);
        if (request.body().isMissingNode()) {
            builder.method(request.method(), null, (String) null);
        } else {
            builder.method(
                    request.method(), request.contentType(), request.body().toString());
        }
        return checked(await(http.sendAsync(builder.build(), byte[].class)));
    }

    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> pending) throws InterruptedException {
        try {
            return pending.get();
        } catch (InterruptedException cancelled) {
            pending.cancel(true);
            throw cancelled;
        } catch (ExecutionException e) {
            throw ApiException.unreachable(server, e.getCause());
        }
    }

    private Answer checked(HttpResponse<byte[]> response) {
        JsonNode body = tree(plain(response));
        if (!response.isSuccessful()) {
            throw ApiException.answered(response.code(), body);
        }
        return new Answer(
                response.code(),
                body,
                response.headers("Warning").stream().map(Wire::warning).toList());
    }

    private byte[] plain(HttpResponse<byte[]> response) {
        byte[] bytes = response.body();
        if (bytes == null || !response.headers("Content-Encoding").contains(GZIP)) {
            return bytes;
        }
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return plain.readAllBytes();
        } catch (IOException e) {
            throw ApiException.unreachable(server, e);
        }
    }

    /** Of {@code 299 - "text"} the text. */
    private static String warning(String header) {
        int from = header.indexOf('"');
        int to = header.lastIndexOf('"');
        return from < 0 || to <= from ? header : header.substring(from + 1, to).replace("\\\"", "\"");
    }

    private static JsonNode tree(byte[] bytes) {
        if (bytes == null || bytes.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return Json.mapper().readTree(bytes);
        } catch (IOException notJson) {
            // proxies and old servers answer errors in plain text
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("message", new String(bytes, StandardCharsets.UTF_8).strip());
        }
    }
}
