package io.slipway.sandbox.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.sandbox.kube.Quantities;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fields of the pod as values. */
final class DownwardApi {
    private static final Pattern KEYED = Pattern.compile("metadata\\.(labels|annotations)\\['([^']+)'\\]");

    private DownwardApi() {}

    static String field(JsonNode pod, String path) {
        Matcher keyed = KEYED.matcher(path);
        if (keyed.matches()) {
            return pod.path("metadata")
                    .path(keyed.group(1))
                    .path(keyed.group(2))
                    .asText("");
        }
        JsonNode node = pod;
        for (String part : path.split("\\.")) {
            node = node.path(part);
        }
        return node.asText("");
    }

    static String resource(JsonNode container, String resource) {
        int dot = resource.indexOf('.');
        JsonNode group = container.path("resources").path(resource.substring(0, Math.max(0, dot)));
        return Quantities.parse(group.path(resource.substring(dot + 1)))
                .setScale(0, RoundingMode.UP)
                .toPlainString();
    }
}
