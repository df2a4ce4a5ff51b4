package io.slipway.activities.cluster.readiness.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** Reads the entries of a Pod's container statuses. */
final class ContainerStates {

    /** Where a Pod keeps them: first what must end before the rest can start. */
    static final List<String> LISTS = List.of("status.initContainerStatuses", "status.containerStatuses");

    private ContainerStates() {}

    /** The reason of its waiting state, empty when it does not wait. */
    static String waitingReason(JsonNode container) {
        return container.path("state").path("waiting").path("reason").asText("");
    }

    /** Such as {@code container spark waits: ImagePullBackOff, back-off pulling image}. */
    static String describeWaiting(JsonNode container) {
        String message = container.path("state").path("waiting").path("message").asText("");
        return "container " + container.path("name").asText() + " waits: " + waitingReason(container)
                + (message.isBlank() ? "" : ", " + message.strip()) + lastExit(container);
    }

    /** What its last end says, when it ended with an error. */
    static Optional<String> describeFailure(JsonNode container) {
        JsonNode ended = container.path("state").path("terminated");
        if (ended.isMissingNode() || ended.path("exitCode").asInt(0) == 0) {
            return Optional.empty();
        }
        return Optional.of("container " + container.path("name").asText() + " ended with exit code "
                + ended.path("exitCode").asInt() + reasonOf(ended));
    }

    /** Ended with an error now and the time before: a crash loop seen between two waits. */
    static boolean failedTwice(JsonNode container) {
        return container.path("state").path("terminated").path("exitCode").asInt(0) != 0
                && container
                                .path("lastState")
                                .path("terminated")
                                .path("exitCode")
                                .asInt(0)
                        != 0;
    }

    private static String lastExit(JsonNode container) {
        JsonNode last = container.path("lastState").path("terminated");
        return last.isMissingNode()
                ? ""
                : " (last exit code " + last.path("exitCode").asInt() + reasonOf(last) + ")";
    }

    private static String reasonOf(JsonNode terminated) {
        String reason = terminated.path("reason").asText("");
        return reason.isEmpty() ? "" : ", " + reason;
    }
}
