package io.slipway.activities.scale;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ListQuery;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.quota.LimitDefaults;
import io.slipway.activities.cluster.quota.QuotaRoom;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Scale;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a workload may be scaled, found out before anything is changed. */
final class Admissible {
    private static final ApiKind QUOTAS = ApiKind.namespaced("v1", "ResourceQuota", "resourcequotas");
    private static final ApiKind LIMIT_RANGES = ApiKind.namespaced("v1", "LimitRange", "limitranges");
    private static final ApiKind AUTOSCALERS =
            ApiKind.namespaced("autoscaling/v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers");
    private static final int TIGHT_PERCENT = 80;

    private final Cluster cluster;
    private final StepContext context;

    Admissible(Cluster cluster, StepContext context) {
        this.cluster = cluster;
        this.context = context;
    }

    /** What is asked; what may not be read is not checked. */
    static Calls calls(String namespace, Scale scale) {
        Calls autoscalers = Calls.on(AUTOSCALERS, namespace, "list").ifGranted();
        Calls quotas = Calls.on(QUOTAS, namespace, "list")
                .and(Calls.on(LIMIT_RANGES, namespace, "list"))
                .ifGranted();
        return scale.confirmQuota() ? autoscalers.and(quotas) : autoscalers;
    }

    /**
     * Looks.
     *
     * @throws StepFailure when an autoscaler would undo it, or a quota has no room for it
     */
    void check(Scalable workload, Scale scale) throws InterruptedException {
        noAutoscaler(workload.object().ref());
        if (scale.confirmQuota() && scale.size() > workload.size()) {
            quota(workload, scale.size());
        }
    }

    private void noAutoscaler(ObjectRef ref) throws InterruptedException {
        for (JsonNode autoscaler : list(AUTOSCALERS, ref.namespace(), "whether an autoscaler governs it")) {
            JsonNode target = autoscaler.path("spec").path("scaleTargetRef");
            if (target.path("kind").asText().equals(ref.kind())
                    && target.path("name").asText().equals(ref.name())) {
                String name = autoscaler.path("metadata").path("name").asText();
                throw StepFailure.permanent(
                        ref.place() + " is not scaled",
                        "horizontalpodautoscaler/" + name + " controls its size and would revert the change",
                        "patch minReplicas and maxReplicas of the autoscaler, or delete it in an earlier step");
            }
        }
    }

    private void quota(Scalable workload, long size) throws InterruptedException {
        ObjectRef ref = workload.object().ref();
        List<JsonNode> quotas = list(QUOTAS, ref.namespace(), "whether the quotas have room");
        if (quotas.isEmpty()) {
            return;
        }
        LimitDefaults defaults = LimitDefaults.of(list(LIMIT_RANGES, ref.namespace(), "what pods ask for by default"));
        PodsOf pods = new PodsOf(workload);
        long more = pods.count(size) - pods.count(workload.size());
        if (more <= 0) {
            return;
        }
        List<QuotaRoom.Use> uses = new QuotaRoom(quotas).uses(pods.demand(defaults), pods.spec(), more);
        if (uses.stream().anyMatch(QuotaRoom.Use::exceeded)) {
            throw exceeded(workload, size, uses, QuotaRoom.fits(uses, more));
        }
        uses.stream()
                .filter(use -> use.percent() > TIGHT_PERCENT)
                .forEach(use -> context.recorder()
                        .warning("resourcequota/" + use.quota() + " will be used to " + use.percent() + " %: "
                                + use.resource()));
    }

    private static StepFailure exceeded(Scalable workload, long size, List<QuotaRoom.Use> uses, long fits) {
        ObjectRef ref = workload.object().ref();
        String sums = uses.stream()
                .filter(QuotaRoom.Use::exceeded)
                .map(QuotaRoom.Use::line)
                .collect(Collectors.joining("; "));
        return StepFailure.of(
                ref.place() + " is not scaled from " + workload.size() + " to " + size
                        + ": the quota would be exceeded",
                sums,
                "raise the quota, free what is not needed, or ask for less: " + fits + " more pods fit");
    }

    /** What may not be read is not checked, and said. */
    private List<JsonNode> list(ApiKind kind, String namespace, String what) throws InterruptedException {
        try {
            return cluster.api().list(kind, namespace, ListQuery.ALL);
        } catch (ApiException e) {
            if (e.code() == 404) {
                return List.of();
            }
            if (e.code() != 403) {
                throw e;
            }
            context.recorder().warning("not checked " + what + ": this worker may not list " + kind.plural());
            return List.of();
        }
    }
}
