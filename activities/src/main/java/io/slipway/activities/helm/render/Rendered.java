package io.slipway.activities.helm.render;

import io.slipway.activities.cluster.manifest.Manifest;
import io.slipway.activities.cluster.manifest.RenderedManifests;
import io.slipway.activities.helm.chart.ChartFiles;
import io.slipway.activities.helm.hook.Hook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a chart became.
 *
 * @param definitions those of its {@code crds} folders
 * @param manifest text of its objects, as Helm keeps it with the release
 * @param objects its objects
 * @param hooks its hooks
 */
public record Rendered(List<Manifest> definitions, String manifest, List<Manifest> objects, List<Hook> hooks) {
    private static final Pattern SOURCE = Pattern.compile("\\A# Source: [^/\\n]+/(\\S+)");
    private static final Pattern BOUNDARY = Pattern.compile("(?m)^---[ \\t]*$\\n?");

    public Rendered {
        definitions = List.copyOf(definitions);
        objects = List.copyOf(objects);
        hooks = List.copyOf(hooks);
    }

    /**
     * Reads what the engine wrote.
     *
     * @throws io.slipway.activities.step.StepFailure when an object cannot be read
     */
    static Rendered read(ChartFiles chart, String text) {
        List<Manifest> definitions = new ArrayList<>();
        chart.definitions()
                .forEach((path, content) ->
                        definitions.addAll(RenderedManifests.read(chart.origin() + "/" + path, content)));
        StringBuilder manifest = new StringBuilder();
        List<Manifest> objects = new ArrayList<>();
        List<Hook> hooks = new ArrayList<>();
        for (String document : BOUNDARY.split(text)) {
            if (!document.isBlank()) {
                String own = document.strip().replace(ChartCopy.MARK, ChartCopy.HOOK);
                Matcher source = SOURCE.matcher(own);
                String path = source.find() ? source.group(1) : "templates";
                List<Manifest> read = RenderedManifests.read(chart.origin() + "/" + path, own);
                Optional<Hook> hook = read.stream().findFirst().flatMap(object -> Hook.of(path, own, object));
                if (hook.isPresent()) {
                    hooks.add(hook.get());
                } else if (!read.isEmpty()) {
                    objects.addAll(read);
                    manifest.append("---\n").append(own).append('\n');
                }
            }
        }
        return new Rendered(definitions, manifest.toString(), objects, hooks);
    }
}
