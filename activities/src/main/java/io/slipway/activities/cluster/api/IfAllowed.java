package io.slipway.activities.cluster.api;

import java.util.Optional;

/** Questions that may stay without an answer: the account may not ask, or the server does not know what is asked for. */
public final class IfAllowed {
    private IfAllowed() {}

    /** What is asked of the API server. */
    @FunctionalInterface
    public interface Question<T> {
        /** Asks. */
        T ask() throws InterruptedException;
    }

    /**
     * The answer, or empty when it is refused for good.
     *
     * @throws ApiException when the trouble may pass
     */
    public static <T> Optional<T> ask(Question<T> question) throws InterruptedException {
        try {
            return Optional.of(question.ask());
        } catch (ApiException refused) {
            if (refused.passing()) {
                throw refused;
            }
            return Optional.empty();
        }
    }
}
