package io.slipway.sandbox.api.table;

import com.fasterxml.jackson.databind.JsonNode;

/** The cells of a pod: as in real life, its state is found by looking in many places. */
final class PodCells {

    private PodCells() {}

    static String ready(JsonNode pod) {
        int ready = 0;
        for (JsonNode container : pod.at("/status/containerStatuses")) {
            ready += container.path("ready").asBoolean() ? 1 : 0;
        }
        return ready + "/" + pod.at("/spec/containers").size();
    }

    static String restarts(JsonNode pod) {
        int restarts = 0;
        for (JsonNode container : pod.at("/status/containerStatuses")) {
            restarts += container.path("restartCount").asInt();
        }
        return Integer.toString(restarts);
    }

    static String status(JsonNode pod) {
        String text = pod.at("/status/reason").asText(pod.at("/status/phase").asText("Unknown"));
        text = init(pod, text);
        if (!text.startsWith("Init:")) {
            text = containers(pod, text);
        }
        if (pod.at("/metadata").hasNonNull("deletionTimestamp")) {
            return pod.at("/status/reason").asText("").equals("NodeLost") ? "Unknown" : "Terminating";
        }
        return text;
    }

    private static String init(JsonNode pod, String otherwise) {
        int done = 0;
        int all = pod.at("/spec/initContainers").size();
        for (JsonNode container : pod.at("/status/initContainerStatuses")) {
            JsonNode ended = container.at("/state/terminated");
            if (ended.isObject() && ended.path("exitCode").asInt() == 0) {
                done++;
                continue;
            }
            String why = ended.isObject()
                    ? reason(ended)
                    : container.at("/state/waiting/reason").asText("");
            boolean plain = why.isEmpty() || why.equals("PodInitializing");
            return plain ? "Init:" + done + "/" + all : "Init:" + why;
        }
        return otherwise;
    }

    private static String containers(JsonNode pod, String otherwise) {
        String text = otherwise;
        boolean running = false;
        for (JsonNode container : pod.at("/status/containerStatuses")) {
            JsonNode state = container.path("state");
            if (!state.at("/waiting/reason").asText("").isEmpty()) {
                text = state.at("/waiting/reason").asText();
            } else if (state.path("terminated").isObject()) {
                text = reason(state.path("terminated"));
            }
            running |=
                    container.path("ready").asBoolean() && state.path("running").isObject();
        }
        boolean completed = text.equals("Completed") && running;
        return completed ? (Cells.condition(pod, "Ready") ? "Running" : "NotReady") : text;
    }

    private static String reason(JsonNode ended) {
        String reason = ended.path("reason").asText("");
        if (!reason.isEmpty()) {
            return reason;
        }
        int signal = ended.path("signal").asInt();
        return signal != 0
                ? "Signal:" + signal
                : "ExitCode:" + ended.path("exitCode").asInt();
    }
}
