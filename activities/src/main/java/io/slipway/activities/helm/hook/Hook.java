package io.slipway.activities.helm.hook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.manifest.Manifest;
import io.slipway.model.json.Json;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An object of a chart that is made at a certain moment.
 *
 * @param path its template in the chart
 * @param text as rendered
 * @param object the object
 * @param events the moments, such as {@code pre-install}
 * @param weight smaller ones come first
 * @param deletion when it is deleted: {@code before-hook-creation}, {@code hook-succeeded}, {@code hook-failed}
 * @see <a href="https://helm.sh/docs/topics/charts_hooks/">Helm's hooks</a>
 */
public record Hook(String path, String text, Manifest object, Set<String> events, int weight, Set<String> deletion) {
    /** The order in which hooks of one moment are run. */
    public static final Comparator<Hook> ORDER = Comparator.comparingInt(Hook::weight)
            .thenComparing((Hook hook) -> hook.object().ref().kind())
            .thenComparing((Hook hook) -> hook.object().ref().name());

    private static final String EVENTS = "helm.sh/hook";
    private static final String BEFORE = "before-hook-creation";

    public Hook {
        events = Set.copyOf(events);
        deletion = deletion.isEmpty() ? Set.of(BEFORE) : Set.copyOf(deletion);
    }

    /** The hook that an object is, or empty. */
    public static Optional<Hook> of(String path, String text, Manifest object) {
        JsonNode annotations = object.tree().path("metadata").path("annotations");
        if (!annotations.has(EVENTS)) {
            return Optional.empty();
        }
        String weight = annotations.path("helm.sh/hook-weight").asText("0").strip();
        return Optional.of(new Hook(
                path,
                text,
                object,
                words(annotations.path(EVENTS)),
                weight.matches("-?\\d{1,9}") ? Integer.parseInt(weight) : 0,
                words(annotations.path("helm.sh/hook-delete-policy"))));
    }

    private static Set<String> words(JsonNode list) {
        return Arrays.stream(list.asText("").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Whether an earlier one of the name is deleted first. */
    boolean deletedBefore() {
        return deletion.contains(BEFORE);
    }

    /** Whether it is deleted after it has succeeded, or failed. */
    boolean deletedAfter(boolean success) {
        return deletion.contains(success ? "hook-succeeded" : "hook-failed");
    }

    /** As Helm keeps it with the release. */
    public ObjectNode json() {
        ObjectNode tree = Json.mapper().createObjectNode();
        tree.put("name", object.ref().name())
                .put("kind", object.ref().kind())
                .put("path", path)
                .put("manifest", text)
                .put("weight", weight);
        tree.set("events", Json.tree(events.stream().sorted().toList()));
        tree.set("delete_policies", Json.tree(deletion.stream().sorted().toList()));
        tree.putObject("last_run").put("phase", "Unknown");
        return tree;
    }

    /** Those of one moment, in order. */
    public static List<Hook> at(String event, List<Hook> hooks) {
        return hooks.stream()
                .filter(hook -> hook.events().contains(event))
                .sorted(ORDER)
                .toList();
    }
}
