package io.slipway.activities.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.apply.Desired;
import io.slipway.activities.helm.chart.ChartFiles;
import io.slipway.activities.helm.chart.ChartSource;
import io.slipway.activities.helm.hook.Hook;
import io.slipway.activities.helm.release.History;
import io.slipway.activities.helm.release.Release;
import io.slipway.activities.helm.release.Status;
import io.slipway.activities.helm.render.ChartRenderer;
import io.slipway.activities.helm.render.ReleaseFacts;
import io.slipway.activities.helm.render.Rendered;
import io.slipway.activities.helm.render.UserValues;
import io.slipway.activities.reach.Reach;
import io.slipway.model.action.Helm;
import java.util.List;

/**
 * A revision as it shall be; nothing of it is on the target yet.
 *
 * @param release the revision, pending
 * @param definitions the definitions in the chart's {@code crds} folders
 * @param objects the objects
 * @param hooks the hooks
 */
record Draft(Release release, List<Desired> definitions, List<Desired> objects, List<Hook> hooks) {

    /**
     * Renders the revision that a step wants.
     *
     * @param number its number
     * @throws io.slipway.activities.step.StepFailure when the chart is not there or does not render
     */
    static Draft of(ReleaseStep step, Reach reach, History history, int number) throws InterruptedException {
        Helm helm = step.helm();
        ChartFiles chart = new ChartSource(reach).of(helm);
        ObjectNode values = UserValues.of(helm, step.context());
        boolean upgrade = history.deployed().isPresent();
        step.context().progress("rendering " + chart.display());
        Rendered rendered = new ChartRenderer(
                        step.cluster().api(), step.context().masker())
                .render(chart, values, new ReleaseFacts(helm.release(), step.namespace(), number, upgrade));
        Release release = new Release(
                helm.release(),
                step.namespace(),
                number,
                upgrade ? Status.PENDING_UPGRADE : Status.PENDING_INSTALL,
                upgrade ? "Preparing upgrade" : "Initial install underway",
                history.last().map(Release::first).orElseGet(step::now),
                step.now(),
                step.key(),
                kept(chart),
                values,
                rendered.manifest(),
                rendered.hooks().stream()
                        .map(Hook::json)
                        .map(JsonNode.class::cast)
                        .toList());
        ReleaseObjects objects = step.objects();
        return new Draft(
                release,
                objects.definitions(rendered.definitions()),
                objects.desired(rendered.definitions(), rendered.objects()),
                rendered.hooks());
    }

    /** What Helm needs of a chart to show a release and to reuse its values; not its templates. */
    private static ObjectNode kept(ChartFiles chart) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.set("metadata", chart.metadata());
        tree.putNull("lock");
        tree.putArray("templates");
        tree.set("values", chart.values());
        tree.putNull("schema");
        tree.putNull("files");
        return tree;
    }

    /** Where the events of its hooks end: {@code install} or {@code upgrade}. */
    String event() {
        return release.status() == Status.PENDING_INSTALL ? "install" : "upgrade";
    }
}
