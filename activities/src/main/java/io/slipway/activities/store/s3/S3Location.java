package io.slipway.activities.store.s3;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A place in an object store: {@code s3://BUCKET/PREFIX?region=REGION&endpoint=URL}. Credentials are no part of it; they
 * come from where the AWS SDK finds them: environment, profile, web identity, or the machine's role.
 *
 * @param bucket name of the bucket
 * @param prefix what all keys begin with; empty, or ending with a slash
 * @param region the region that requests are signed for; empty for the SDK's own way to find it
 * @param endpoint address of a store other than AWS, which is then asked with the bucket in the path
 */
public record S3Location(String bucket, String prefix, Optional<String> region, Optional<URI> endpoint) {
    private static final Set<String> SETTINGS = Set.of("region", "endpoint");
    private static final String FORM = "write s3://BUCKET/PREFIX?region=REGION&endpoint=URL; "
            + "the last two are optional; credentials come from AWS_ACCESS_KEY_ID or the machine's role";

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException when it is none, with the form it must have
     */
    public static S3Location parse(String address) {
        URI uri = uri(address);
        if (!"s3".equals(uri.getScheme()) || uri.getHost() == null) {
            throw wrong("the address of a store starts with s3://BUCKET");
        }
        if (uri.getUserInfo() != null) {
            throw wrong("the address of a store must not contain credentials");
        }
        Map<String, String> settings = settings(uri);
        return new S3Location(
                uri.getHost(),
                prefix(uri.getPath()),
                Optional.ofNullable(settings.get("region")),
                Optional.ofNullable(settings.get("endpoint")).map(S3Location::endpoint));
    }

    private static URI uri(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw wrong("the store's address cannot be read: " + e.getReason());
        }
    }

    private static String prefix(String path) {
        String trimmed = path.replaceAll("^/+|/+$", "");
        return trimmed.isEmpty() ? "" : trimmed + "/";
    }

    private static Map<String, String> settings(URI uri) {
        Map<String, String> settings = new TreeMap<>();
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        Arrays.stream(query.split("&")).filter(part -> !part.isEmpty()).forEach(part -> {
            String[] pair = part.split("=", 2);
            if (pair.length < 2 || pair[1].isEmpty()) {
                throw wrong("the address of the store has no value for '" + pair[0] + "'");
            }
            if (!SETTINGS.contains(pair[0])) {
                throw wrong("the address of a store supports region and endpoint, not '" + pair[0] + "'");
            }
            settings.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        });
        return settings;
    }

    private static URI endpoint(String address) {
        URI endpoint = uri(address);
        if (endpoint.getHost() == null || !Set.of("http", "https").contains(endpoint.getScheme())) {
            throw wrong("the store's endpoint is an address such as https://minio.example.com:9000");
        }
        return endpoint;
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + "; " + FORM);
    }

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + prefix + endpoint.map(at -> " at " + at).orElse("");
    }
}
