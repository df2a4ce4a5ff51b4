package io.slipway.activities.rollout;

import io.slipway.activities.bundle.BundleReference;
import io.slipway.activities.bundle.Bundles;
import io.slipway.activities.step.Target;
import io.slipway.workflows.contract.RolloutInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.FileUtils;

/**
 * Plans pipelines that were sent, {@code NAME@sha256:HASH}, from their bundles, and all others as before. A bundle's folder
 * is there only while it is planned: a plan holds all that its steps need.
 */
public final class SentPlanning implements Planning {
    private final Planning others;
    private final Bundles bundles;

    /** Plans both. */
    public SentPlanning(Planning others, Bundles bundles) {
        this.others = others;
        this.bundles = bundles;
    }

    @Override
    public Planned plan(RolloutInput input, Target target) {
        return BundleReference.parse(input.pipeline())
                .map(sent -> plan(input, sent, target))
                .orElseGet(() -> others.plan(input, target));
    }

    private Planned plan(RolloutInput input, BundleReference sent, Target target) {
        try {
            Path work = Files.createTempDirectory("slipway-sent-");
            try {
                return bundles.open(sent, work)
                        .map(folder -> new FolderPlanning(List.of(), Optional.of(folder))
                                .plan(input.naming(sent.pipeline()), target))
                        .orElseGet(() -> refused("the pipeline " + sent + " is not in this worker's store: the sender"
                                + " must use the same store (SLIPWAY_STORE or, on one machine, SLIPWAY_HOME)"));
            } finally {
                FileUtils.deleteDirectory(work.toFile());
            }
        } catch (IllegalArgumentException e) {
            return refused(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack the pipeline " + sent, e);
        }
    }

    private static Planned refused(String problem) {
        return new Planned(Optional.empty(), List.of(problem));
    }
}
