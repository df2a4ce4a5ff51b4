package io.slipway.activities.helm;

import io.slipway.activities.cluster.ownership.Placed;
import io.slipway.activities.helm.release.History;
import io.slipway.activities.helm.release.Release;
import io.slipway.activities.helm.release.ReleaseStore;
import io.slipway.activities.helm.release.Status;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepFailure;
import java.util.Optional;

/**
 * Installs or upgrades. The revision is written down as pending before anything else, with the key of the try, so that a
 * successor under the same key goes on with it and makes no second one.
 */
final class Upgrade {
    private final ReleaseStep step;
    private final ReleaseStore store;
    private final Placing placing;

    Upgrade(ReleaseStep step) {
        this.step = step;
        this.store = step.store();
        this.placing = new Placing(step);
    }

    Done run(Reach reach) throws InterruptedException {
        History history = store.load();
        Optional<Release> mine = history.madeBy(step.key());
        if (mine.filter(release -> release.status() == Status.DEPLOYED).isPresent()) {
            return step.done(mine.get(), "was deployed before the worker was lost");
        }
        Optional<Release> begun = mine.filter(release -> release.status().pending());
        Draft draft = Draft.of(step, reach, history, begun.map(Release::version).orElse(history.next()));
        step.objects().refuseForeign(draft.objects());
        Optional<Release> before = history.deployed();
        if (before.isPresent() && before.equals(history.last()) && before.get().sameAs(draft.release())) {
            return unchanged(draft, before.get());
        }
        repair(history);
        refuseNoNamespace();
        placing.namespace();
        store.save(draft.release());
        Placed placed = carryOut(draft, history);
        Release deployed =
                draft.release().is(Status.DEPLOYED, before.isPresent() ? "Upgrade complete" : "Install complete");
        settle(deployed, history);
        return step.done(deployed, "deployed: " + placed.summary());
    }

    /** What somebody changed on the cluster is put right; there is no new revision for it. */
    private Done unchanged(Draft draft, Release before) throws InterruptedException {
        Placed placed = placing.objects(draft.objects(), Optional.of(before));
        placing.await(draft.objects());
        return step.done(before, "is up to date: " + placed.summary());
    }

    /** A revision that somebody began and did not end would stop Helm for ever. */
    private void repair(History history) throws InterruptedException {
        for (Release each : history.revisions()) {
            if (each.status().pending() && !each.key().equals(step.key())) {
                step.context()
                        .recorder()
                        .warning(each.display() + " was stuck in "
                                + each.status().word() + "; it was marked as failed, and a new revision created");
                store.save(each.is(Status.FAILED, "Interrupted, repaired by Slipway"));
            }
        }
    }

    private void refuseNoNamespace() throws InterruptedException {
        var kind = step.cluster().kinds().called("namespace");
        if (!step.helm().createNamespace()
                && step.cluster().api().get(kind, "", step.namespace()).isEmpty()) {
            throw StepFailure.permanent(
                    "namespace " + step.namespace() + " not found for release "
                            + step.helm().release(),
                    "the step does not create it",
                    "set createNamespace: true, or deploy the namespace in an earlier step");
        }
    }

    private Placed carryOut(Draft draft, History history) throws InterruptedException {
        Optional<Release> before = history.deployed();
        try {
            placing.definitions(draft.definitions());
            step.hooks("pre-" + draft.event(), draft.hooks());
            Placed placed = placing.objects(draft.objects(), before);
            placing.await(draft.objects());
            step.objects().remove(step.objects().left(history, draft.release().version(), draft.objects()));
            step.hooks("post-" + draft.event(), draft.hooks());
            return placed;
        } catch (StepFailure failed) {
            store.save(draft.release().is(Status.FAILED, failed.failure().message()));
            throw new WayBack(step).after(failed.failure(), draft, before);
        }
    }

    private void settle(Release deployed, History history) throws InterruptedException {
        store.save(deployed);
        for (Release each : history.revisions()) {
            if (each.status() == Status.DEPLOYED && each.version() != deployed.version()) {
                store.save(each.is(Status.SUPERSEDED, each.description()));
            }
        }
        store.tidy();
    }
}
