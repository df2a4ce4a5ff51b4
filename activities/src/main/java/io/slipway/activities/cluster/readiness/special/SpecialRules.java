package io.slipway.activities.cluster.readiness.special;

import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.Map;
import java.util.Optional;

/** The rules that a pack names with {@code special}. */
public final class SpecialRules {

    private static final Map<String, ReadinessRule> RULES = Map.ofEntries(
            Map.entry("gateway", new GatewayRule()),
            Map.entry("gatewayParents", new AttachmentsRule("parents", "parentRef")),
            Map.entry("gatewayAncestors", new AttachmentsRule("ancestors", "ancestorRef")),
            Map.entry("flinkDeployment", new FlinkDeploymentRule()),
            Map.entry("flinkSessionJob", new FlinkSessionJobRule()),
            Map.entry("sparkApplication", new SparkApplicationRule()),
            Map.entry("routeIngress", new RouteRule()),
            Map.entry("imageStream", new ImageStreamRule()),
            Map.entry("deploymentConfig", new DeploymentConfigRule()),
            Map.entry("argoApplication", new ArgoApplicationRule()),
            Map.entry("argoRollout", new ArgoRolloutRule()),
            Map.entry("promotionStrategy", new PromotionStrategyRule()),
            Map.entry("kruiseSet", new KruiseSetRule()),
            Map.entry("karmadaBinding", new KarmadaBindingRule()),
            Map.entry("cnpgCluster", new CnpgClusterRule()),
            Map.entry("elasticNodes", new ElasticNodesRule()),
            Map.entry("rackMembers", new RackMembersRule()),
            Map.entry("otelCollector", new OtelCollectorRule()));

    private SpecialRules() {}

    /** The rule of this name. */
    public static Optional<ReadinessRule> named(String name) {
        return Optional.ofNullable(RULES.get(name));
    }
}
