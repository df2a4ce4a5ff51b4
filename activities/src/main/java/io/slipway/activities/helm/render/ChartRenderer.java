package io.slipway.activities.helm.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import io.slipway.activities.cluster.api.KubeApi;
import io.slipway.activities.helm.chart.ChartFiles;
import io.slipway.activities.secrets.Masker;
import io.slipway.activities.step.StepFailure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Renders charts by Helm's own engine. Thread-safe. */
public final class ChartRenderer {
    private static final Pattern AT = Pattern.compile("[\\w.-]+/((?:charts/[\\w.-]+/)*templates/[^:()\\s]+):(\\d+)");

    private final ApiVersions versions;
    private final Masker masker;

    /** Renders for a target. */
    public ChartRenderer(KubeApi api, Masker masker) {
        this.versions = new ApiVersions(api);
        this.masker = masker;
    }

    /**
     * Renders.
     *
     * @throws StepFailure when the chart does not render, or refuses the values
     */
    public Rendered render(ChartFiles chart, JsonNode values, ReleaseFacts release) throws InterruptedException {
        try (ChartCopy copy = ChartCopy.write(chart, values, release, versions)) {
            String text = new Helm(copy.chart())
                    .template()
                    .withName(release.name())
                    .withNamespace(release.namespace())
                    .withKubeVersion(versions.server())
                    .withValuesFile(copy.values())
                    .call();
            return Rendered.read(chart, text == null ? "" : text);
        } catch (IllegalStateException refused) {
            throw failure(chart, String.valueOf(refused.getMessage()), release);
        }
    }

    private StepFailure failure(ChartFiles chart, String said, ReleaseFacts release) {
        String text = masker.mask(said.replace("\n\nUse --debug flag to render out invalid YAML", "")
                .strip());
        String name = "the chart " + chart.origin() + " of release " + release.name();
        if (text.contains("values don't meet the specifications of the schema")) {
            return StepFailure.permanent(
                    name + " rejects the values",
                    text.substring(text.indexOf('\n') + 1).strip().replaceAll("\\s*\\n\\s*", " "),
                    "correct the step's values according to the chart's values.schema.json");
        }
        if (text.contains("missing in charts/ directory")) {
            return StepFailure.permanent(
                    name + " is incomplete",
                    text.replaceAll("\\s*\\n\\s*", " "),
                    "run 'helm dependency build' and keep the charts folder with the chart");
        }
        Matcher at = AT.matcher(text);
        return StepFailure.permanent(
                name + " does not render" + (at.find() ? ", at " + at.group(1) + " line " + at.group(2) : ""),
                text.replaceAll("\\s*\\n\\s*", " "),
                "correct the template, or the value that it uses");
    }
}
