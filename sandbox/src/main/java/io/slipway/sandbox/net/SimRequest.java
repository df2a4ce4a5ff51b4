package io.slipway.sandbox.net;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An HTTP request to a simulated server.
 *
 * @param path decoded path, starting with a slash
 * @param query decoded parameters, the last of each name
 * @param headers by lower-case name
 */
public record SimRequest(
        String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {
    public SimRequest {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /** A request for a path with an optional query string, as typed behind the host of a URL. */
    public static SimRequest of(String method, URI target, Map<String, String> headers, byte[] body) {
        String path = target.getPath() == null || target.getPath().isEmpty() ? "/" : target.getPath();
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return new SimRequest(method, path, query(target.getRawQuery()), lower, body);
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new TreeMap<>();
        if (raw == null) {
            return query;
        }
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            query.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** A header by its lower-case name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The same request for another path. */
    public SimRequest at(String otherPath) {
        return new SimRequest(method, otherPath, query, headers, body);
    }
}
