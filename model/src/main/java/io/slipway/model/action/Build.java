package io.slipway.model.action;

import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.FilePath;
import io.slipway.model.spec.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds an image: starts an OpenShift BuildConfig, or follows the build that its ConfigChange trigger started, streams
 * the log and waits for the image.
 *
 * <pre>{@code
 * build: { buildConfig: spark-iceberg, manifests: [openshift/spark-build.yaml] }
 * }</pre>
 */
@Doc(
        "Applies a BuildConfig and its ImageStream, starts a build or follows the one its trigger started, streams the log and waits until the image exists.")
@Verb(outputs = Build.Outputs.class, undo = true)
public record Build(
        @Doc("Name of the BuildConfig.") String buildConfig,

        @Doc("Manifests of the BuildConfig and ImageStream, applied first.")
        List<FilePath> manifests,

        @Doc("Parameters to substitute for ${NAME} in the manifests.")
        List<String> substitute,

        @Doc("Git commit, branch or tag to build instead of the BuildConfig's own.")
        Optional<String> commit,

        @Doc("Environment variables for this build.") Map<String, String> env,

        @Doc("Whether to keep the build's log with the report.") @Default("true")
        boolean follow)
        implements Action {

    /** What later steps may use. */
    public record Outputs(
            @Doc("Name of the Build.") String build,
            @Doc("The image with its digest.") String image,
            @Doc("Duration of the build, in seconds.") double duration) {}
}
