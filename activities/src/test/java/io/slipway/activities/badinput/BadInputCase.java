package io.slipway.activities.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One way to give a verb something wrong.
 *
 * @param given what is wrong, in a few words
 * @param step the step's verb with its block
 * @param objects what the cluster holds
 * @param running whether its Deployments must run before the step begins
 * @param files the files of the pipeline
 * @param timeout the time of the step, in seconds
 * @param ready whether the Deployments among the objects must be available first
 * @param changes whether the mistake can only be seen after something was written
 * @param says what the message must contain
 */
record BadInputCase(
        String given,
        JsonNode step,
        List<JsonNode> objects,
        boolean running,
        Map<String, String> files,
        int timeout,
        boolean ready,
        boolean changes,
        String says) {
    BadInputCase {
        objects = objects == null ? List.of() : List.copyOf(objects);
        files = files == null ? Map.of() : Map.copyOf(files);
        timeout = timeout == 0 ? 60 : timeout;
    }

    String verb() {
        return step.fieldNames().next();
    }

    JsonNode block() {
        return step.path(verb());
    }

    Duration time() {
        return Duration.ofSeconds(timeout);
    }
}
