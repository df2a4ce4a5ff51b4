package io.slipway.activities.cluster.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.KubeApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Asks the API server what it serves. */
final class Discovery {
    private final KubeApi api;

    Discovery(KubeApi api) {
        this.api = api;
    }

    /** The version each group prefers, as {@code group/version}. */
    List<String> preferredVersions() throws InterruptedException {
        List<String> versions = new ArrayList<>();
        for (JsonNode group : api.read("/apis").path("groups")) {
            versions.add(group.path("preferredVersion").path("groupVersion").asText());
        }
        return versions;
    }

    /** The same, asking once: an API that another server serves may be away for long. */
    Discovery once() {
        return new Discovery(api.within(() -> Duration.ZERO));
    }

    /** The kinds of a version; none when it is not served. */
    List<ApiKind> kinds(String apiVersion) throws InterruptedException {
        String path = (apiVersion.indexOf('/') < 0 ? "/api/" : "/apis/") + apiVersion;
        List<ApiKind> kinds = new ArrayList<>();
        JsonNode served = api.find(path).map(answer -> answer.path("resources")).orElse(null);
        if (served != null) {
            for (JsonNode resource : served) {
                if (resource.path("name").asText().indexOf('/') < 0) {
                    kinds.add(kind(apiVersion, resource));
                }
            }
        }
        return List.copyOf(kinds);
    }

    private static ApiKind kind(String apiVersion, JsonNode resource) {
        int slash = apiVersion.indexOf('/');
        String kind = resource.path("kind").asText();
        String singular = resource.path("singularName").asText("");
        List<String> shortNames = new ArrayList<>();
        resource.path("shortNames").forEach(name -> shortNames.add(name.asText()));
        return new ApiKind(
                slash < 0 ? "" : apiVersion.substring(0, slash),
                apiVersion.substring(slash + 1),
                kind,
                resource.path("name").asText(),
                singular.isEmpty() ? kind.toLowerCase(Locale.ROOT) : singular,
                resource.path("namespaced").asBoolean(),
                shortNames);
    }
}
