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
        "Installs or upgrades a Helm release: renders the chart, applies it like a deploy step, runs its hooks and stores the release record as Helm does, so that 'helm list', 'helm history' and 'helm rollback' work. A release stuck in pending is repaired.")
@Verb(outputs = Helm.Outputs.class, undo = true)
public record Helm(
        @Doc(
                value =
                        "The chart: a folder or .tgz in the pipeline's folder, oci://registry/chart, or https://repository/chart.",
                example = "charts/web")
        Optional<ChartRef> chart,

        @Doc("Name of the release.") String release,

        @Doc("Version or version range of a remote chart (default: the newest that is not a pre-release).")
        Optional<String> version,

        @Doc("Values files; later ones override earlier ones. They may contain expressions.")
        List<FilePath> values,

        @Doc(value = "Inline values, which override those of files.", example = "{ replicas: 2 }")
        Map<String, JsonNode> inline,

        @Doc(value = "Single values by path, which override all others.", example = "{ image.tag: \"1.27\" }")
        Map<String, JsonNode> set,

        @Doc("Namespace of the release (default: the target's).")
        Optional<String> namespace,

        @Doc("Whether to create the namespace if it does not exist.") @Default("false")
        boolean createNamespace,

        @Key("wait")
        @Doc("Whether to wait until all objects of built-in kinds are ready, like a waitReady step.")
        @Default("true")
        boolean untilReady,

        @Doc("Whether to roll back a failed upgrade to the previous revision, and uninstall a failed installation.")
        @Default("true")
        boolean atomic,

        @Doc("What to do with the CustomResourceDefinitions in the chart's crds folder. They are never deleted.")
        @Default("create")
        Crds crds,

        @Doc("What to do about fields owned by another manager; Helm's own are taken over.") @Default("fail")
        Conflicts conflicts,

        @Doc("Whether to uninstall the release instead.") @Default("false")
        boolean uninstall)
        implements Action {
    private static final int LONGEST = 53;

    public Helm {
        new Refusals()
                .when(chart.isEmpty() && !uninstall, () -> "helm needs a 'chart', or 'uninstall: true'")
                .when(
                        !release.matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?") || release.length() > LONGEST,
                        () -> "'" + release + "' is not a valid release name: use at most " + LONGEST
                                + " lower-case letters, digits and dashes")
                .raise();
    }

    /** What to do with the definitions in a chart's {@code crds} folder; the words are those of Flux. */
    public enum Crds {
        @Doc("Create missing ones and leave the others unchanged, as Helm does.")
        CREATE,
        @Doc("Create missing ones and update the others.")
        CREATE_REPLACE,
        @Doc("Skip them.")
        SKIP
    }

    /** What later steps may use. */
    public record Outputs(
            @Doc("Revision number of the release; 0 if it was uninstalled.")
            long revision,

            @Doc(
                    "The release's status, deployed or uninstalled, for the step's own outputs; steps.NAME.status is the status of the step.")
            String status) {}
}
