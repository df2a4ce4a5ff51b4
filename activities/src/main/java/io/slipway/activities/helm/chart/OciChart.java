package io.slipway.activities.helm.chart;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.json.Json;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Charts of an OCI registry that anybody may read: by HTTPS, of a registry on this machine by HTTP.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec">the protocol</a>
 */
final class OciChart {
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    private static final String CONTENT = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
    private static final Pattern ADDRESS = Pattern.compile("oci://([^/]+)/(.+?)(?::([^:/]+))?");
    private static final Pattern PAIR = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private final Download download;
    private final Map<String, String> headers = new HashMap<>(Map.of("Accept", MANIFEST + ", application/json"));

    OciChart(Download download) {
        this.download = download;
    }

    /** The archive of {@code oci://registry/path/chart}, at a version or else its newest. */
    byte[] fetch(String address, Optional<String> version) throws InterruptedException {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw StepFailure.permanent(
                    "'" + address + "' is not a chart address",
                    "it has no registry and chart",
                    "write oci://registry/path/chart");
        }
        String base = scheme(parts.group(1)) + parts.group(1) + "/v2/" + parts.group(2);
        Optional<String> wanted = Optional.ofNullable(parts.group(3)).or(() -> version);
        List<String> tags = json(base + "/tags/list")
                .path("tags")
                .valueStream()
                .map(tag -> tag.asText().replace('_', '+'))
                .toList();
        String tag = ChartVersions.choose(address, wanted, tags).replace('+', '_');
        String digest = json(base + "/manifests/" + tag)
                .path("layers")
                .valueStream()
                .filter(layer -> layer.path("mediaType").asText().equals(CONTENT))
                .map(layer -> layer.path("digest").asText())
                .findFirst()
                .orElseThrow(() -> StepFailure.permanent(
                        address + " is not a chart", "the registry has something else there", "correct the address"));
        return bytes(base + "/blobs/" + digest);
    }

    private static String scheme(String registry) {
        return registry.matches("(localhost|127\\.0\\.0\\.1)(:\\d+)?") ? "http://" : "https://";
    }

    private JsonNode json(String address) throws InterruptedException {
        try {
            return Json.read(new String(bytes(address), UTF_8), JsonNode.class);
        } catch (UncheckedIOException noJson) {
            throw Download.failed(address, "it does not respond like a registry");
        }
    }

    private byte[] bytes(String address) throws InterruptedException {
        Download.Reply reply = download.ask(address, headers);
        if (reply.status() == 401 && !headers.containsKey("Authorization")) {
            headers.put("Authorization", "Bearer " + token(address, reply.challenge()));
            reply = download.ask(address, headers);
        }
        if (reply.status() != 200) {
            throw Download.failed(address, "it responded with HTTP " + reply.status());
        }
        return reply.body();
    }

    /** A token for everybody, from where the registry says. */
    private String token(String address, String challenge) throws InterruptedException {
        Map<String, String> said = new HashMap<>();
        Matcher pairs = PAIR.matcher(challenge);
        while (pairs.find()) {
            said.put(pairs.group(1), pairs.group(2));
        }
        if (!said.containsKey("realm")) {
            throw Download.failed(address, "it responded with HTTP 401 without a token endpoint");
        }
        String query = "?service=" + encoded(said.getOrDefault("service", "")) + "&scope="
                + encoded(said.getOrDefault("scope", ""));
        byte[] answer = download.get(URI.create(said.get("realm")) + query, Map.of());
        JsonNode tree = Json.read(new String(answer, UTF_8), JsonNode.class);
        return tree.path("token").asText(tree.path("access_token").asText(""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
