package io.slipway.activities.cluster.access;

import io.slipway.activities.step.StepFailure;

/**
 * A port of a Service, as people write it: {@code service:port} with the port's number or name.
 *
 * @param service name of the Service
 * @param port number or name
 */
public record ServicePort(String service, String port) {
    /**
     * Reads {@code service:port}.
     *
     * @throws StepFailure when it is not of that form
     */
    public static ServicePort parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw StepFailure.permanent(
                    "'" + text + "' is not a service and port",
                    "services are written name:port",
                    "write for example flink-jobmanager-rest:8081");
        }
        return new ServicePort(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return service + ":" + port;
    }
}
