package io.slipway.activities.cluster.readiness.general;

import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The last word for a kind nobody described. One that has said nothing is not ready, unless its name says that it is
 * plain configuration, which nobody reports on.
 */
final class NoStatusRule implements ReadinessRule {

    /** Few, because a name promises little: only what many projects use the same way. */
    private static final Pattern CONFIGURATION = Pattern.compile(".*(Template|Role|RoleBinding|ProviderConfig|Rules)");

    @Override
    public Optional<Readiness> judge(KubeObject object) {
        if (object.has("status")) {
            return Optional.of(new Readiness.Progressing(
                    "its status does not show whether it is ready; set a condition with 'for'"));
        }
        if (CONFIGURATION.matcher(object.kind()).matches()) {
            return Optional.of(new Readiness.Ready(object.kind() + " is configuration, it has no status"));
        }
        return Optional.of(new Readiness.Progressing("its controller has not reported any status yet"));
    }
}
