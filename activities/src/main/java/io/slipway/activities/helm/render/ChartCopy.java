package io.slipway.activities.helm.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.helm.chart.ChartFiles;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.io.FileUtils;

/**
 * A chart on disk for Helm's engine, changed so that the engine tells what its {@code template} call keeps back:
 *
 * <ul>
 *   <li>annotations of hooks have another name, so that hooks stand among the objects;
 *   <li>a template that comes before all others tells the chart its revision, whether it is an upgrade, and the API
 *       versions of the target; questions for one of these are asked of what it told.
 * </ul>
 */
final class ChartCopy implements AutoCloseable {
    /** What Helm calls its annotations of hooks. */
    static final String HOOK = "helm.sh/hook";
    /** What they are called in the copy. */
    static final String MARK = "rendered.slipway.io/hook";

    private static final Pattern ASKS = Pattern.compile("([\\w$.]*)\\.Capabilities\\.APIVersions\\.Has\\b");
    private static final String TOLD = "slipwayServes";

    private final Path folder;

    private ChartCopy(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes a copy.
     *
     * @param values those of the step
     */
    static ChartCopy write(ChartFiles chart, JsonNode values, ReleaseFacts release, ApiVersions versions)
            throws InterruptedException {
        try {
            ChartCopy copy = new ChartCopy(Files.createTempDirectory("slipway-chart-"));
            try {
                copy.files(chart, values, prelude(release, versions.servedOf(chart)));
                return copy;
            } catch (IOException | RuntimeException | InterruptedException e) {
                copy.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the chart into the temporary folder", e);
        }
    }

    private void files(ChartFiles chart, JsonNode values, String prelude) throws IOException {
        int depth = 0;
        for (Map.Entry<String, byte[]> file : chart.files().entrySet()) {
            put("chart/" + file.getKey(), changed(file.getKey(), file.getValue()));
            depth = Math.max(depth, file.getKey().split("/").length);
        }
        // the engine renders the deepest template first
        put("chart/templates/" + "first/".repeat(depth + 1) + "first.yaml", prelude.getBytes(UTF_8));
        put("values.json", marked(Json.write(values)).getBytes(UTF_8));
    }

    private static byte[] changed(String path, byte[] content) {
        boolean text = path.contains("templates/") || path.endsWith("values.yaml");
        if (!text) {
            return content;
        }
        String asked = ASKS.matcher(new String(content, UTF_8)).replaceAll("hasKey $1.Release." + TOLD);
        return marked(asked).getBytes(UTF_8);
    }

    private static String marked(String text) {
        return text.replace(HOOK, MARK);
    }

    private static String prelude(ReleaseFacts release, Iterable<String> served) {
        StringBuilder text = new StringBuilder();
        text.append("{{- $_ := set .Release \"Revision\" ")
                .append(release.revision())
                .append(" }}");
        text.append("{{- $_ := set .Release \"IsUpgrade\" ")
                .append(release.upgrade())
                .append(" }}");
        text.append("{{- $_ := set .Release \"IsInstall\" ")
                .append(!release.upgrade())
                .append(" }}");
        text.append("{{- $served := dict }}");
        served.forEach(version ->
                text.append("{{- $_ := set $served \"").append(version).append("\" true }}"));
        return text.append("{{- $_ := set .Release \"" + TOLD + "\" $served }}\n")
                .toString();
    }

    private void put(String path, byte[] content) throws IOException {
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException(path + " leaves the chart");
        }
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    Path chart() {
        return folder.resolve("chart");
    }

    Path values() {
        return folder.resolve("values.json");
    }

    @Override
    public void close() {
        try {
            FileUtils.deleteDirectory(folder.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the temporary folder " + folder, e);
        }
    }
}
