package io.slipway.cli.live;

import io.slipway.model.journal.Journal;
import java.time.Duration;
import java.util.function.Consumer;

/** Shows a rollout until it is over, or until it waits for a person who is not here. */
public final class Follower {
    private static final Duration BEAT = Duration.ofMillis(100);

    private final LiveView view;
    private final Progress progress;
    private final Consumer<Progress.Key> keys;
    private boolean detached;

    /**
     * Follows a view.
     *
     * @param keys what to do about a key; detaching is done here
     */
    public Follower(LiveView view, Progress progress, Consumer<Progress.Key> keys) {
        this.view = view;
        this.progress = progress;
        this.keys = keys;
    }

    /** Whether there is nothing more to wait for. */
    public interface Over {
        /**
         * Waits for it.
         *
         * @param beat for how long at most
         * @throws InterruptedException when this thread is interrupted
         */
        boolean within(Duration beat) throws InterruptedException;
    }

    /**
     * Shows the rollout about ten times a second.
     *
     * @param over until when; what was last seen is shown once more after it
     * @return the last that was seen
     * @throws InterruptedException when this thread is interrupted
     */
    public Journal follow(Over over) throws InterruptedException {
        boolean end = false;
        while (true) {
            Progress.Snapshot snapshot = Progress.Snapshot.of(view);
            progress.show(snapshot);
            if (end) {
                return snapshot.journal();
            }
            progress.key().ifPresent(this::pressed);
            end = detached || over.within(BEAT);
            if (Thread.interrupted()) {
                throw new InterruptedException("no longer followed");
            }
        }
    }

    private void pressed(Progress.Key key) {
        if (key == Progress.Key.DETACH) {
            detached = true;
        } else {
            keys.accept(key);
        }
    }

    /** Whether the person asked to leave the rollout alone. */
    public boolean detached() {
        return detached;
    }
}
