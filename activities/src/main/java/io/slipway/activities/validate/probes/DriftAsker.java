package io.slipway.activities.validate.probes;

import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.drift.Drift;
import io.slipway.activities.cluster.drift.DriftReader;
import io.slipway.activities.cluster.inventory.InventoryName;
import io.slipway.activities.cluster.inventory.InventoryStore;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.StepContext;
import io.slipway.model.action.Probe.DriftProbe;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares the pipeline's inventory with the cluster. */
final class DriftAsker implements Asker<DriftProbe> {
    @Override
    public String subject(DriftProbe probe) {
        return "what was deployed" + probe.of().map(step -> " by step " + step).orElse("");
    }

    @Override
    public String rule(DriftProbe probe) {
        return "nothing differs from what was deployed"
                + probe.of().map(step -> " by step " + step).orElse("");
    }

    @Override
    public String byHand(DriftProbe probe, String namespace) {
        return "kubectl get -o yaml --show-managed-fields for the objects named, in namespace " + namespace;
    }

    @Override
    public Calls calls(DriftProbe probe, Reach reach) {
        String namespace = reach.context().namespace();
        return InventoryStore.callsToRead(namespace)
                .and(Calls.on(Cluster.SECRETS, namespace, "get"))
                .and(Calls.ofStep(probe.of().orElse(""), (kind, where) -> Calls.on(kind, where, "list")));
    }

    @Override
    public Seen ask(DriftProbe probe, Reach reach) throws InterruptedException {
        StepContext context = reach.context();
        InventoryName name = new InventoryName(context.task().pipeline(), context.namespace());
        List<Drift> drifts = new DriftReader(reach.cluster(), name)
                .read().stream()
                        .filter(drift ->
                                probe.of().isEmpty() || probe.of().get().equals(drift.step()))
                        .toList();
        String lines = drifts.stream().map(Drift::display).collect(Collectors.joining("; "));
        return Seen.good(
                        Map.of("drift", drifts.stream().map(DriftAsker::value).toList()),
                        drifts.isEmpty() ? "none" : lines)
                .butWhen(
                        !drifts.isEmpty(),
                        (drifts.size() == 1 ? "an object differs: " : drifts.size() + " objects differ: ") + lines,
                        "run the deploy step again, or adopt the change in the pipeline");
    }

    private static Map<String, Object> value(Drift drift) {
        return Map.of(
                "object", drift.ref().display(),
                "step", drift.step(),
                "kind", drift.kind().name(),
                "detail", drift.detail());
    }
}
