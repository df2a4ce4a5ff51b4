package io.slipway.activities.helm;

import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.apply.Desired;
import io.slipway.activities.cluster.manifest.Manifest;
import io.slipway.activities.cluster.removal.Doomed;
import io.slipway.activities.helm.release.History;
import io.slipway.activities.helm.release.Release;
import io.slipway.activities.helm.release.ReleaseStore;
import io.slipway.activities.helm.release.Status;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.journal.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes back to an earlier revision by what is kept of it, as a new revision. */
final class WayBack {
    private final ReleaseStep step;
    private final ReleaseStore store;

    WayBack(ReleaseStep step) {
        this.step = step;
        this.store = step.store();
    }

    /** The failure of an upgrade, after what the step wants to be done about it. */
    StepFailure after(Failure failure, Draft draft, Optional<Release> before) throws InterruptedException {
        if (!step.helm().atomic()) {
            return new StepFailure(failure);
        }
        try {
            if (before.isPresent()) {
                Release back = to(before.get(), step.backKey(), false);
                return told(
                        failure,
                        "the release is back at revision " + before.get().version() + ", as revision "
                                + back.version());
            }
            removeAll(draft);
            return told(failure, "what was installed has been removed");
        } catch (StepFailure | ApiException stuck) {
            return told(failure, "the rollback failed, too: " + stuck.getMessage());
        }
    }

    private static StepFailure told(Failure failure, String more) {
        return new StepFailure(new Failure(
                failure.message() + "; " + more,
                failure.object(),
                failure.cause(),
                failure.fix(),
                failure.findings(),
                failure.retryable()));
    }

    private void removeAll(Draft draft) throws InterruptedException {
        List<Manifest> installed = ReleaseObjects.of(draft.release());
        step.objects().removeWithoutWaiting(step.objects().gone(installed, List.of()));
        store.delete(draft.release());
    }

    /**
     * Makes a revision that is as an earlier one was.
     *
     * @param wait whether to wait until it is ready, as the step says
     * @return the new revision
     */
    Release to(Release earlier, String key, boolean wait) throws InterruptedException {
        History history = store.load();
        Optional<Release> begun =
                history.madeBy(key).filter(each -> each.status().pending());
        Release next = earlier.again(
                begun.map(Release::version).orElse(history.next()),
                Status.PENDING_ROLLBACK,
                "Rollback to " + earlier.version(),
                step.now(),
                key);
        store.save(next);
        List<Desired> wanted = step.objects().desired(List.of(), ReleaseObjects.of(earlier));
        Placing placing = new Placing(step);
        placing.objects(wanted, history.last());
        List<Doomed> gone = new ArrayList<>();
        for (Release later : history.revisions()) {
            if (later.version() > earlier.version()) {
                gone.addAll(step.objects().gone(ReleaseObjects.of(later), wanted));
            }
        }
        List<Doomed> once = gone.stream().distinct().toList();
        if (wait) {
            placing.await(wanted);
            step.objects().remove(once);
        } else {
            step.objects().removeWithoutWaiting(once);
        }
        Release deployed = next.is(Status.DEPLOYED, next.description());
        store.save(deployed);
        for (Release each : history.revisions()) {
            if (each.status() == Status.DEPLOYED && each.version() != deployed.version()) {
                store.save(each.is(Status.SUPERSEDED, each.description()));
            }
        }
        return deployed;
    }
}
