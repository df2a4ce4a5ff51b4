package io.slipway.activities.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One write that is sent again when its answer is lost. The server may have carried it out, and then refuses the second:
 * an object is there already, has another version, or is gone. That is no refusal.
 */
final class Resending {
    private final JsonNode body;
    private final Supplier<Duration> left;
    private final Retries.Call once;
    private boolean lost;

    /**
     * A write.
     *
     * @param body what is sent
     * @param left how much time there is
     * @param once sends it
     */
    Resending(JsonNode body, Supplier<Duration> left, Retries.Call once) {
        this.body = body;
        this.left = left;
        this.once = once;
    }

    /** What the server holds now. */
    @FunctionalInterface
    interface Look {
        Optional<JsonNode> now() throws InterruptedException;
    }

    /** Sends it; a conflict with what it has itself made is answered with that. */
    JsonNode put(Look look) throws InterruptedException {
        try {
            return send().body();
        } catch (ApiException refused) {
            if (!lost || refused.code() != 409) {
                throw refused;
            }
            return look.now().filter(live -> Sent.isIn(body, live)).orElseThrow(() -> refused);
        }
    }

    /** Sends it; whether there was something to delete. */
    boolean delete() throws InterruptedException {
        try {
            send();
            return true;
        } catch (ApiException refused) {
            if (refused.code() != 404) {
                throw refused;
            }
            return lost;
        }
    }

    private Answer send() throws InterruptedException {
        return Retries.of(left, () -> {
            try {
                return once.send();
            } catch (ApiException trouble) {
                lost |= trouble.leavesDoubt();
                throw trouble;
            }
        });
    }
}
