package io.slipway.activities.helm.chart;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.yaml.Dialect;
import io.slipway.model.yaml.YamlFile;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlReader;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The files of a chart, those of its packed subcharts unpacked.
 *
 * @param origin where it comes from, for people
 * @param files content by path in the chart
 */
public record ChartFiles(String origin, SortedMap<String, byte[]> files) {
    private static final Pattern DEFINITION = Pattern.compile("(charts/[^/]+/)*crds/.*\\.(yaml|yml|json)");
    private static final Pattern PACKED = Pattern.compile("(charts/[^/]+/)*charts/[^/]+\\.tgz");

    public ChartFiles {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * A chart of these files.
     *
     * @throws StepFailure when they are no chart, or a packed subchart cannot be read
     */
    public static ChartFiles of(String origin, Map<String, byte[]> files) {
        if (!files.containsKey("Chart.yaml")) {
            throw StepFailure.permanent(
                    origin + " is not a chart", "it has no Chart.yaml", "name the folder that holds Chart.yaml");
        }
        SortedMap<String, byte[]> all = new TreeMap<>(files);
        for (Optional<String> packed = packed(all); packed.isPresent(); packed = packed(all)) {
            String path = packed.get();
            String folder = path.substring(0, path.lastIndexOf('/') + 1);
            ChartArchive.read(origin + ", " + path, all.remove(path))
                    .forEach((name, content) -> all.put(folder + name, content));
        }
        return new ChartFiles(origin, all);
    }

    private static Optional<String> packed(SortedMap<String, byte[]> files) {
        return files.keySet().stream()
                .filter(path -> PACKED.matcher(path).matches())
                .findFirst();
    }

    /** What {@code Chart.yaml} says. */
    public JsonNode metadata() {
        return yaml("Chart.yaml");
    }

    /** The chart's own values. */
    public JsonNode values() {
        return files.containsKey("values.yaml") ? yaml("values.yaml") : JsonNodeFactory.instance.objectNode();
    }

    /** The chart's version. */
    public String version() {
        return metadata().path("version").asText("");
    }

    /** The chart's name and version, as Helm shows them. */
    public String display() {
        return metadata().path("name").asText(origin) + "-" + version();
    }

    /** Texts of the definitions in the {@code crds} folders, by path. */
    public SortedMap<String, String> definitions() {
        SortedMap<String, String> texts = new TreeMap<>();
        files.forEach((path, content) -> {
            if (DEFINITION.matcher(path).matches()) {
                texts.put(path, new String(content, UTF_8));
            }
        });
        return texts;
    }

    private JsonNode yaml(String path) {
        YamlFile file = YamlReader.readAll(origin + "/" + path, files.get(path), Dialect.KUBECTL);
        if (!file.problems().isEmpty()) {
            throw StepFailure.permanent(
                    file.problems().getFirst().place() + ": "
                            + file.problems().getFirst().message(),
                    "the chart cannot be read",
                    "correct the chart");
        }
        return file.root()
                .map(YamlNode::json)
                .filter(JsonNode::isObject)
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }
}
