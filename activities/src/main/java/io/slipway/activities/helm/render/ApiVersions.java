package io.slipway.activities.helm.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.api.KubeApi;
import io.slipway.activities.helm.chart.ChartFiles;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What charts ask of a target: its version, the API versions it serves. */
final class ApiVersions {
    private static final Pattern KIND = Pattern.compile("\"((?:[a-z0-9.-]+/)?v\\d\\w*)/([A-Z]\\w*)\"");

    private final KubeApi api;

    ApiVersions(KubeApi api) {
        this.api = api;
    }

    /** Version of the API server, such as {@code v1.32.2}. */
    String server() throws InterruptedException {
        return api.read("/version").path("gitVersion").asText("v1.30.0").replaceFirst("\\+.*", "");
    }

    /** All API versions that are served, and of the kinds that a chart names in full those that are. */
    Set<String> servedOf(ChartFiles chart) throws InterruptedException {
        Set<String> served = new TreeSet<>(Set.of("v1"));
        for (JsonNode group : api.read("/apis").path("groups")) {
            group.path("versions")
                    .forEach(version -> served.add(version.path("groupVersion").asText()));
        }
        for (String named : named(chart)) {
            int slash = named.lastIndexOf('/');
            String version = named.substring(0, slash);
            if (served.contains(version) && serves(version, named.substring(slash + 1))) {
                served.add(named);
            }
        }
        return served;
    }

    private static Set<String> named(ChartFiles chart) {
        Set<String> named = new TreeSet<>();
        chart.files().forEach((path, content) -> {
            if (path.contains("templates/")) {
                Matcher kinds = KIND.matcher(new String(content, UTF_8));
                while (kinds.find()) {
                    named.add(kinds.group(1) + "/" + kinds.group(2));
                }
            }
        });
        return named;
    }

    private boolean serves(String version, String kind) throws InterruptedException {
        return api.read((version.indexOf('/') < 0 ? "/api/" : "/apis/") + version)
                .path("resources")
                .valueStream()
                .anyMatch(resource -> resource.path("kind").asText().equals(kind));
    }
}
