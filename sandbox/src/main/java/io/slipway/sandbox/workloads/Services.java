package io.slipway.sandbox.workloads;

import io.slipway.sandbox.SandboxClock;
import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.faults.Faults;
import io.slipway.sandbox.faults.Subject;
import io.slipway.sandbox.kube.Lineage;
import io.slipway.sandbox.net.Network;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.ObjectStore;

/**
 * What simulated applications may use.
 *
 * @param logs appends to a container's log from outside of its process, such as a job's output
 */
public record Services(ObjectStore store, SandboxClock clock, Faults faults, Network network, LogSink logs) {

    /** Appends to logs of containers. */
    @FunctionalInterface
    public interface LogSink {
        void append(String namespace, String pod, String container, String line);
    }

    /** The container's pod and its owners, as faults see them. */
    public Subject subject(Container container) {
        return Lineage.of(store, Kinds.POD, container.pod());
    }

    /** True when a fault of this kind strikes the container's pod. */
    public boolean struck(FaultKind kind, Container container, String occurrence) {
        return faults.any(kind) && faults.strikes(kind, subject(container), occurrence);
    }
}
