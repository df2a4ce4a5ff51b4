package io.slipway.sandbox.kubelet;

import io.slipway.sandbox.SandboxClock;
import io.slipway.sandbox.faults.Faults;
import io.slipway.sandbox.images.ImageLookup;
import io.slipway.sandbox.kube.EventRecorder;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.workloads.Tools;
import io.slipway.sandbox.workloads.Workload;
import java.util.List;

/** What the parts of the kubelet share. */
record NodeServices(
        ObjectStore store,
        SandboxClock clock,
        Faults faults,
        ImageLookup images,
        EventRecorder events,
        Logs logs,
        RunningContainers running,
        ContainerResolver resolver,
        VolumeFiles volumes,
        Tools tools,
        List<Workload> workloads) {
    NodeServices {
        workloads = List.copyOf(workloads);
    }
}
