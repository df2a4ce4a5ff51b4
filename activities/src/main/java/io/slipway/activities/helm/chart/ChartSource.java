package io.slipway.activities.helm.chart;

import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Helm;
import io.slipway.model.spec.ChartRef;
import java.util.Map;
import java.util.TreeMap;

/** Gets the chart that a step names. */
public final class ChartSource {
    private final Reach reach;
    private final StepContext context;

    /** For a step. */
    public ChartSource(Reach reach) {
        this.reach = reach;
        this.context = reach.context();
    }

    /**
     * The chart.
     *
     * @throws StepFailure when it is not there, cannot be fetched or is no chart
     */
    public ChartFiles of(Helm helm) throws InterruptedException {
        ChartRef chart = helm.chart().orElseThrow();
        if (!chart.isAddress()) {
            return local(chart.value());
        }
        context.progress("fetching the chart " + chart);
        Download download = new Download(reach);
        byte[] archive = chart.value().startsWith("oci://")
                ? new OciChart(download).fetch(chart.value(), helm.version())
                : new ChartRepository(download).fetch(chart.value(), helm.version());
        return ChartFiles.of(chart.value(), ChartArchive.read(chart.value(), archive));
    }

    private ChartFiles local(String path) {
        String folder = path + "/";
        Map<String, byte[]> files = new TreeMap<>();
        for (String file : context.task().files().keySet()) {
            if (file.startsWith(folder)) {
                files.put(file.substring(folder.length()), context.bytes(file));
            }
        }
        return ChartFiles.of(path, files.isEmpty() ? ChartArchive.read(path, context.bytes(path)) : files);
    }
}
