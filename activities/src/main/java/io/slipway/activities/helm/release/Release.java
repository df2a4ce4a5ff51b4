package io.slipway.activities.helm.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * A revision of a release.
 *
 * @param name of the release
 * @param namespace of the release
 * @param version number of the revision, from 1
 * @param status what became of it
 * @param description in a few words
 * @param first when the release was first deployed
 * @param last when this revision was
 * @param key short key of the try that made it; empty when Helm did
 * @param chart the chart's metadata and values, as Helm keeps them
 * @param config the values that were given
 * @param manifest text of its objects
 * @param hooks its hooks, as Helm keeps them
 */
public record Release(
        String name,
        String namespace,
        int version,
        Status status,
        String description,
        Instant first,
        Instant last,
        String key,
        JsonNode chart,
        JsonNode config,
        String manifest,
        List<JsonNode> hooks) {
    public Release {
        hooks = List.copyOf(hooks);
    }

    /** The same with another status. */
    public Release is(Status other, String why) {
        return new Release(name, namespace, version, other, why, first, last, key, chart, config, manifest, hooks);
    }

    /** The same state again, as a new revision. */
    public Release again(int number, Status newStatus, String why, Instant now, String newKey) {
        return new Release(name, namespace, number, newStatus, why, first, now, newKey, chart, config, manifest, hooks);
    }

    /** Whether the other has the same chart, values, objects and hooks. */
    public boolean sameAs(Release other) {
        return manifest.equals(other.manifest)
                && hookTexts().equals(other.hookTexts())
                && config.equals(other.config)
                && chart.path("metadata")
                        .path("version")
                        .equals(other.chart.path("metadata").path("version"));
    }

    /** Without the line that says where it comes from, which Helm itself leaves out. */
    private List<String> hookTexts() {
        return hooks.stream()
                .map(hook -> hook.path("manifest").asText("").replaceFirst("\\A# Source: .*\\R", ""))
                .map(String::strip)
                .sorted()
                .toList();
    }

    /** Where it is, for people. */
    public String display() {
        return "release " + name + " revision " + version;
    }
}
