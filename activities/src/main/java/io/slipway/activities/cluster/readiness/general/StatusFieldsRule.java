package io.slipway.activities.cluster.readiness.general;

import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges plain fields of the status: error texts, and flags such as {@code ready}. */
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

    private static final Pattern SHARE = Pattern.compile("(\\d{1,9})/(\\d{1,9})");
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
            Optional<Boolean> flag = flag(object, path);
            if (flag.isPresent() && !flag.get()) {
                return Optional.of(new Readiness.Progressing(path + " is " + object.text(path)));
            }
            ready = ready.or(() -> flag.map(holds -> new Readiness.Ready(path + " is " + object.text(path))));
        }
        return ready;
    }

    /**
     * Some controllers write their flags as text, or as a share such as {@code 1/3}. They also write {@code 0/0} before they
     * have counted, or when what they count is missing, so that a share of nothing says something only where nothing is
     * asked for.
     */
    private static Optional<Boolean> flag(KubeObject object, String path) {
        String text = object.text(path).toLowerCase(Locale.ROOT);
        Matcher share = SHARE.matcher(text);
        if (share.matches()) {
            long whole = Long.parseLong(share.group(2));
            boolean counted = whole > 0 || object.number("spec.replicas", 1) == 0;
            return counted ? Optional.of(Long.parseLong(share.group(1)) >= whole) : Optional.empty();
        }
        return text.equals("true") || text.equals("false") ? Optional.of(text.equals("true")) : Optional.empty();
    }

    private static String shorten(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "...";
    }
}
