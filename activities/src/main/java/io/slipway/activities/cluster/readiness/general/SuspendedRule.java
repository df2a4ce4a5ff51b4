package io.slipway.activities.cluster.readiness.general;

import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.List;
import java.util.Optional;

/** An object whose controller was told to rest does not become ready, whatever its status says. */
public final class SuspendedRule implements ReadinessRule {

    private static final List<String> PATHS =
            List.of("spec.suspend", "spec.suspended", "spec.paused", "spec.pause", "status.paused");

    @Override
    public Optional<Readiness> judge(KubeObject object) {
        return PATHS.stream()
                .filter(object::flag)
                .findFirst()
                .map(path -> new Readiness.Progressing("it is suspended, " + path + " is true"));
    }
}
