package io.slipway.activities.cluster.readiness.general;

import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.List;
import java.util.Optional;

/** Judges plain fields of the status: error texts, and booleans such as {@code ready}. */
final class StatusFieldsRule implements ReadinessRule {

    private static final List<String> ERRORS = List.of(
            "status.error",
            "status.errors",
            "status.errorMessage",
            "status.errMsg",
            "status.errorDescription",
            "status.failureMessage",
            "status.failureReason",
            "status.lastError",
            "status.validationError");

    private static final List<String> FLAGS = List.of(
            "status.ready",
            "status.isReady",
            "status.healthy",
            "status.readyToUse",
            "status.available",
            "status.synced",
            "status.valid",
            "status.success",
            "status.succeeded",
            "status.initialized");

    @Override
    public Optional<Readiness> judge(KubeObject object) {
        for (String path : ERRORS) {
            if (object.has(path)
                    && !object.text(path).equals("0")
                    && !object.text(path).equals("false")) {
                return Optional.of(new Readiness.Failed(path + " says: "
                        + shorten(
                                object.at(path).isTextual()
                                        ? object.text(path)
                                        : object.at(path).toString())));
            }
        }
        Optional<Readiness> ready = Optional.empty();
        for (String path : FLAGS) {
            if (!object.at(path).isBoolean()) {
                continue;
            }
            if (!object.flag(path)) {
                return Optional.of(new Readiness.Progressing(path + " is false"));
            }
            ready = ready.or(() -> Optional.of(new Readiness.Ready(path + " is true")));
        }
        return ready;
    }

    private static String shorten(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "...";
    }
}
