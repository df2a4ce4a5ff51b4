package io.slipway.cli.pipelines;

import io.slipway.activities.bundle.Bundles;
import io.slipway.cli.error.CliException;
import io.slipway.cli.home.Home;
import io.slipway.model.check.Checked;
import io.slipway.model.check.PipelineFolder;
import java.util.List;

/** Sends a pipeline's folder to the store that the worker of a server shares. */
public final class SentPipeline {
    private SentPipeline() {}

    /**
     * Sends it.
     *
     * @return what the rollout's input calls it: {@code NAME@sha256:HASH}
     * @throws CliException when it cannot be sent
     */
    public static String send(Checked checked, Home home) {
        PipelineFolder folder = checked.folder();
        List<String> children = checked.children();
        if (!children.isEmpty()) {
            throw CliException.invalid(
                    "pipeline '" + folder.name() + "' cannot be sent: it starts " + String.join(", ", children)
                            + ", which the worker would look up in its own folders",
                    "Put all of them into a folder of the worker (slipway worker --pipelines DIR) and omit --send.");
        }
        try {
            return new Bundles(home.blobs()).send(folder).toString();
        } catch (IllegalArgumentException e) {
            throw CliException.invalid("pipeline '" + folder.name() + "' cannot be sent: " + e.getMessage(), "");
        }
    }
}
