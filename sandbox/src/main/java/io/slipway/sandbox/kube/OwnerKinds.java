package io.slipway.sandbox.kube;

import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.ResourceKind;
import java.util.List;
import java.util.Optional;

/** Kinds that own others in the simulation. */
final class OwnerKinds {
    private static final List<ResourceKind> ALL = List.of(
            Kinds.POD,
            Kinds.DEPLOYMENT,
            Kinds.REPLICA_SET,
            Kinds.STATEFUL_SET,
            Kinds.DAEMON_SET,
            Kinds.JOB,
            Kinds.CRON_JOB,
            Kinds.BUILD_CONFIG,
            Kinds.BUILD,
            Kinds.SERVICE);

    private OwnerKinds() {}

    static Optional<ResourceKind> named(String kind) {
        return ALL.stream().filter(known -> known.kind().equals(kind)).findFirst();
    }
}
