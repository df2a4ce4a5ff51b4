package io.slipway.workflows.contract;

import java.util.Map;

/**
 * What a running step says with its heartbeat.
 *
 * @param step its name
 * @param attempt number of the try
 * @param message what is going on or waited for
 * @param remembered facts to go on from when the worker is lost
 */
public record StepProgress(String step, int attempt, String message, Map<String, String> remembered) {
    public StepProgress {
        message = message == null ? "" : message;
        remembered = remembered == null ? Map.of() : Map.copyOf(remembered);
    }
}
