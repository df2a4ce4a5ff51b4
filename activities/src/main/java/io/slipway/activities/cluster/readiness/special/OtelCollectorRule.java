package io.slipway.activities.cluster.readiness.special;

import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An OpenTelemetryCollector counts its replicas in a text, such as {@code 1/2}. */
final class OtelCollectorRule implements ReadinessRule {

    private static final Pattern COUNTS = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

    @Override
    public Optional<Readiness> judge(KubeObject collector) {
        Matcher matcher = COUNTS.matcher(collector.text("status.scale.statusReplicas"));
        if (!matcher.matches()) {
            boolean sidecar = collector.text("spec.mode").equals("sidecar") && collector.has("status");
            return Optional.of(
                    sidecar
                            ? new Readiness.Ready("it runs as a sidecar of others")
                            : new Readiness.Progressing("its replicas have not been counted yet"));
        }
        long ready = Long.parseLong(matcher.group(1));
        long wanted = Long.parseLong(matcher.group(2));
        boolean daemon = collector.text("spec.mode").equals("daemonset");
        if (ready == wanted && (wanted > 0 || daemon)) {
            return Optional.of(new Readiness.Ready(ready + " replicas are ready"));
        }
        String text = ready + " of " + wanted + " replicas are ready";
        boolean none = ready == 0 && wanted > 0; // 0/0 stands there before its Deployment has any
        return Optional.of(none ? new Readiness.Failed(text) : new Readiness.Progressing(text));
    }
}
