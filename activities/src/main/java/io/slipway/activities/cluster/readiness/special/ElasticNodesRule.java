package io.slipway.activities.cluster.readiness.special;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.Optional;

/** An Elasticsearch cluster with fewer nodes than its node sets ask for is not ready, even if green. */
final class ElasticNodesRule implements ReadinessRule {

    @Override
    public Optional<Readiness> judge(KubeObject cluster) {
        long wanted = 0;
        for (JsonNode set : cluster.at("spec.nodeSets")) {
            wanted += set.path("count").asLong(1);
        }
        long available = cluster.number("status.availableNodes", 0);
        boolean green = cluster.text("status.health").equals("green");
        return green && available < wanted
                ? Optional.of(new Readiness.Progressing(available + " of " + wanted + " nodes are available"))
                : Optional.empty();
    }
}
