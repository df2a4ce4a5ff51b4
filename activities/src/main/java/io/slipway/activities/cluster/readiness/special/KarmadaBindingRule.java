package io.slipway.activities.cluster.readiness.special;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.Optional;

/** A Karmada binding is ready when every cluster it was given has applied it and reports it healthy. */
final class KarmadaBindingRule implements ReadinessRule {

    @Override
    public Optional<Readiness> judge(KubeObject binding) {
        JsonNode reports = binding.at("status.aggregatedStatus");
        JsonNode clusters = binding.at("spec.clusters");
        for (JsonNode report : reports) {
            String health = report.path("health").asText();
            boolean notApplied =
                    health.equals("Unknown") && !report.path("applied").asBoolean();
            if (health.equals("Unhealthy") || notApplied) {
                return Optional.of(new Readiness.Failed("cluster "
                        + report.path("clusterName").asText() + " is " + (notApplied ? "not applied" : health)));
            }
        }
        boolean incomplete = reports.isEmpty() || (clusters.isArray() && clusters.size() != reports.size());
        return Optional.of(
                incomplete
                        ? new Readiness.Progressing(
                                reports.size() + " of " + clusters.size() + " clusters have reported")
                        : new Readiness.Ready("healthy in " + reports.size() + " clusters"));
    }
}
