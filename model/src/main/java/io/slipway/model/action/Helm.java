package io.slipway.model.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.spec.ChartRef;
import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.FilePath;
import io.slipway.model.spec.Key;
import io.slipway.model.spec.Refusals;
import io.slipway.model.spec.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Installs or upgrades a Helm release, or takes it away.
 *
 * <pre>{@code
 * helm: { chart: charts/web, release: web, values: [values.yaml], set: { image.tag: "1.27" } }
 * helm: { chart: "https://kubeflow.github.io/spark-operator/spark-operator", version: 2.2.0, release: spark-operator }
 * helm: { release: web, uninstall: true }
 * }</pre>
 */
@Doc(
        "Installs or upgrades a Helm release: renders the chart, applies it as a deploy step would, runs its hooks and writes the release down as Helm does, so that 'helm list', 'helm history' and 'helm rollback' know it. A release stuck in pending is repaired.")
@Verb(outputs = Helm.Outputs.class)
public record Helm(
        @Doc(
                value =
                        "The chart: a folder or .tgz of the pipeline's folder, oci://registry/chart, or a repository's address, a slash and the chart's name.",
                example = "charts/web")
        Optional<ChartRef> chart,

        @Doc("Name of the release.") String release,

        @Doc("Version of a chart that is fetched, exact or a range; the newest that is no pre-release when left out.")
        Optional<String> version,

        @Doc("Files of values, a later one over an earlier one; they may hold expressions.")
        List<FilePath> values,

        @Doc(value = "Values written here, over those of files.", example = "{ replicas: 2 }")
        Map<String, JsonNode> inline,

        @Doc(value = "Single values by path, over all others.", example = "{ image.tag: \"1.27\" }")
        Map<String, JsonNode> set,

        @Doc("Namespace of the release; the target's own when left out.")
        Optional<String> namespace,

        @Doc("Whether the namespace is made when it is not there.") @Default("false")
        boolean createNamespace,

        @Key("wait")
        @Doc("Whether to wait until all objects of built-in kinds are ready, as a waitReady step would.")
        @Default("true")
        boolean untilReady,

        @Doc(
                "Whether a failed upgrade goes back to the revision before, and a failed installation is taken away again.")
        @Default("true")
        boolean atomic,

        @Doc("What to do with the definitions in the chart's crds folder. They are never deleted.") @Default("create")
        Crds crds,

        @Doc("What to do about fields that another manager owns; those of Helm itself are taken.") @Default("fail")
        Conflicts conflicts,

        @Doc("Whether the release is taken away instead.") @Default("false")
        boolean uninstall)
        implements Action {
    private static final int LONGEST = 53;

    public Helm {
        new Refusals()
                .when(chart.isEmpty() && !uninstall, () -> "helm needs a 'chart', or 'uninstall: true'")
                .when(
                        !release.matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?") || release.length() > LONGEST,
                        () -> "'" + release + "' is no name of a release: it takes at most " + LONGEST
                                + " small letters, digits and dashes")
                .raise();
    }

    /** What to do with the definitions in a chart's {@code crds} folder; the words are those of Flux. */
    public enum Crds {
        @Doc("Make those that are not there, and leave the others alone, as Helm does.")
        CREATE,
        @Doc("Make those that are not there, and bring the others to the chart's state.")
        CREATE_REPLACE,
        @Doc("Leave them out.")
        SKIP
    }

    /** What later steps may use. */
    public record Outputs(
            @Doc("Number of the release's revision; 0 when it was taken away.")
            long revision,

            @Doc(
                    "The release's status, deployed or uninstalled, for the step's own outputs; steps.NAME.status says how the step ended.")
            String status) {}
}
