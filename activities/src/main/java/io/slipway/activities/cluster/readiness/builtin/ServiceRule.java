package io.slipway.activities.cluster.readiness.builtin;

import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.Optional;

/** A Service is ready at once; one of type LoadBalancer when it has an address. */
final class ServiceRule implements ReadinessRule {

    @Override
    public Optional<Readiness> judge(KubeObject service) {
        if (!service.text("spec.type").equals("LoadBalancer")) {
            return Optional.of(new Readiness.Ready("the service is in place"));
        }
        if (service.has("status.loadBalancer.ingress") || service.has("spec.externalIPs")) {
            return Optional.of(new Readiness.Ready("the load balancer has an address"));
        }
        return Optional.of(new Readiness.Progressing("the load balancer has no address yet"));
    }
}
