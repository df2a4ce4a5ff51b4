package io.slipway.activities.cluster.readiness.special;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.Optional;

/** A cluster of racks is ready when every rack has all its members ready. */
final class RackMembersRule implements ReadinessRule {

    @Override
    public Optional<Readiness> judge(KubeObject cluster) {
        long members = 0;
        long ready = 0;
        for (JsonNode rack : cluster.at("status.racks")) {
            members += rack.path("members").asLong();
            ready += rack.path("readyMembers").asLong();
        }
        long wanted = members;
        long asked = 0;
        for (JsonNode rack : cluster.at("spec.datacenter.racks")) {
            asked += rack.path("members").asLong();
        }
        wanted = Math.max(wanted, asked);
        if (wanted == 0) {
            return Optional.of(new Readiness.Progressing("no rack has reported members yet"));
        }
        return Optional.of(
                ready >= wanted
                        ? new Readiness.Ready(ready + " members are ready")
                        : new Readiness.Progressing(ready + " of " + wanted + " members are ready"));
    }
}
