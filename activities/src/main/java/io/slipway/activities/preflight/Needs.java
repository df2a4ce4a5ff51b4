package io.slipway.activities.preflight;

import io.slipway.activities.validate.probes.Bound;
import io.slipway.activities.validate.probes.Probes;
import io.slipway.model.action.Preflight;
import io.slipway.model.action.Probe;
import java.util.ArrayList;
import java.util.List;

/** The needs of a block, in the order of its fields. */
final class Needs {
    private Needs() {}

    static List<Need> of(Preflight preflight) {
        List<Need> needs = new ArrayList<>();
        preflight.platform().ifPresent(platform -> needs.add(ServerNeeds.platform(platform)));
        preflight.version().ifPresent(range -> needs.add(ServerNeeds.version(range)));
        preflight.apis().forEach(api -> needs.add(ServerNeeds.api(api)));
        preflight.capacity().ifPresent(capacity -> needs.add(CapacityNeed.of(capacity)));
        preflight.permissions().forEach(permission -> needs.add(PermissionNeed.of(permission)));
        preflight.secrets().forEach(secret -> needs.add(secret(secret)));
        preflight.storageClass().ifPresent(name -> needs.add(ClassNeeds.storage(name)));
        preflight.ingressClass().ifPresent(name -> needs.add(ClassNeeds.ingress(name)));
        preflight.reachable().forEach(service -> needs.add(RunningNeeds.reachable(service)));
        preflight.pods().forEach(pods -> needs.add(RunningNeeds.pods(pods)));
        preflight.buckets().forEach(bucket -> needs.add(RunningNeeds.bucket(bucket)));
        preflight.flinkMemory().forEach(memory -> needs.add(FlinkMemoryNeeds.of(memory)));
        return needs;
    }

    private static Need secret(Preflight.SecretNeed secret) {
        Bound<?> probe = Probes.bind(new Probe.SecretProbe(secret.name(), secret.keys(), secret.namespace()));
        return new Need("secret " + secret.name(), "secrets", probe.rule(), probe::calls, probe::ask);
    }
}
