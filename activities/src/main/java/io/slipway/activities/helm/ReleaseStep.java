package io.slipway.activities.helm;

import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.ready.ReadyWaiter;
import io.slipway.activities.helm.hook.Hook;
import io.slipway.activities.helm.hook.HookRunner;
import io.slipway.activities.helm.release.Release;
import io.slipway.activities.helm.release.ReleaseStore;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.model.action.Helm;
import java.time.Instant;
import java.util.List;

/**
 * What all ways to change a release share.
 *
 * @param helm the step's block
 * @param context the step
 * @param cluster its cluster
 * @param waiter for what must become ready
 */
record ReleaseStep(Helm helm, StepContext context, Cluster cluster, ReadyWaiter waiter) {
    /** What ends the key of a revision that goes back by itself. */
    private static final String BACK = "-back";

    String namespace() {
        return helm.namespace().orElseGet(context::namespace);
    }

    /** The key of the try, kept with the revision it makes. */
    String key() {
        return context.task().shortKey();
    }

    /** The key of a revision that brings back what was before the try. */
    String backKey() {
        return key() + BACK;
    }

    /** Whether some try of the step made a revision. */
    boolean made(Release release) {
        for (int attempt = 1; attempt <= context.task().attempt(); attempt++) {
            String key = context.task().shortKeyOf(attempt);
            if (release.key().equals(key) || release.key().equals(key + BACK)) {
                return true;
            }
        }
        return false;
    }

    static boolean wentBack(Release release) {
        return release.key().endsWith(BACK);
    }

    ReleaseStore store() {
        return new ReleaseStore(cluster.api(context), namespace(), helm.release());
    }

    ReleaseObjects objects() {
        return new ReleaseObjects(cluster, context, namespace(), helm.release());
    }

    void hooks(String event, List<Hook> hooks) throws InterruptedException {
        new HookRunner(cluster, context, waiter, namespace()).run(event, hooks);
    }

    Instant now() {
        return context.clock().instant();
    }

    Done done(Release release, String what) {
        return Done.of(
                release.display() + " " + what,
                new Helm.Outputs(release.version(), release.status().word()));
    }
}
