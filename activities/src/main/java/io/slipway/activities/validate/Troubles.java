package io.slipway.activities.validate;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.step.LostTouch;
import io.slipway.model.journal.Failure;
import io.temporal.client.ActivityCompletionException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a probe throws into a reason for people. What means that the step is over goes on its way. */
public final class Troubles {
    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

    private Troubles() {}

    /**
     * The reason.
     *
     * @param doing what was tried, for the message
     * @throws InterruptedException when it means that the step was cancelled
     */
    public static Failure of(RuntimeException trouble, String doing) throws InterruptedException {
        if (trouble instanceof ActivityCompletionException || trouble instanceof LostTouch) {
            throw trouble;
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("cancelled");
        }
        return switch (trouble) {
            case ApiException refusal -> refusal.failure(doing).failure();
            case KubernetesClientException refusal ->
                Failure.of(
                        "could not " + doing,
                        text(refusal),
                        "check that the worker can reach the cluster and has the right");
            case UncheckedIOException broken ->
                Failure.of(
                        "could not " + doing,
                        text(broken.getCause()),
                        "check that the other side is running and reachable");
            default -> unexpected(trouble, doing);
        };
    }

    /** A mistake of ours: the check fails, and the log has what is needed to mend it. */
    private static Failure unexpected(RuntimeException trouble, String doing) {
        LOG.warn("could not {}", doing, trouble);
        return Failure.of(
                "could not " + doing,
                trouble.getClass().getSimpleName() + ": " + text(trouble),
                "this is a bug; see the worker's log");
    }

    private static String text(Throwable trouble) {
        return trouble.getMessage() == null ? trouble.getClass().getSimpleName() : trouble.getMessage();
    }
}
