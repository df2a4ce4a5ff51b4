package io.slipway.sandbox.kubelet;

import io.slipway.sandbox.SandboxClock;
import io.slipway.sandbox.api.ContainerRef;
import io.slipway.sandbox.api.LogLine;
import io.slipway.sandbox.api.PodRuntime;
import io.slipway.sandbox.faults.Faults;
import io.slipway.sandbox.images.ImageLookup;
import io.slipway.sandbox.kube.EventRecorder;
import io.slipway.sandbox.net.Network;
import io.slipway.sandbox.state.SimulatorState;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.workloads.Services;
import io.slipway.sandbox.workloads.Tools;
import io.slipway.sandbox.workloads.Workload;
import java.util.List;
import java.util.function.Function;

/** The node side of the cluster, put together: network, logs, kubelet and the runtime the API server asks. */
public final class SimNode implements AutoCloseable {
    private final ObjectStore store;
    private final Logs logs;
    private final RunningContainers running = new RunningContainers();
    private final PortServers ports = new PortServers(running);
    private final Services services;
    private final Kubelet kubelet;
    private final PodRuntime runtime;

    /** @param workloads what images do, given what they may use */
    public SimNode(
            ObjectStore store,
            SandboxClock clock,
            Faults faults,
            Function<Services, Tools> tools,
            Function<Services, List<Workload>> workloads) {
        this.store = store;
        this.logs = new Logs(new SimulatorState(store, "logs"));
        Network network = new ClusterNetwork(store, running, faults);
        this.services = new Services(store, clock, faults, network, this::append);
        ConfigSources sources = new ConfigSources(store);
        NodeServices node = new NodeServices(
                store,
                clock,
                faults,
                new ImageLookup(store),
                new EventRecorder(store, "kubelet"),
                logs,
                running,
                new ContainerResolver(sources),
                new VolumeFiles(sources),
                tools.apply(services),
                workloads.apply(services));
        this.kubelet = new Kubelet(node, ports);
        this.runtime = new SimPodRuntime(node, ports);
    }

    /** Starts the pods there are and those to come. */
    public void start() {
        kubelet.start();
    }

    /** For the API server. */
    public PodRuntime runtime() {
        return runtime;
    }

    /** What simulated applications and controllers may use. */
    public Services services() {
        return services;
    }

    /** The last lines of the first container of a pod, whatever became of it. */
    public List<String> lastLines(String namespace, String pod, int count) {
        return store.view(Kinds.POD, namespace, pod)
                .map(there -> new ContainerRef(
                        namespace,
                        pod,
                        there.path("spec")
                                .path("containers")
                                .path(0)
                                .path("name")
                                .asText()))
                .flatMap(ref -> runtime.log(ref, false))
                .map(log -> log.lines().stream().map(LogLine::text).toList())
                .map(lines -> lines.subList(Math.max(0, lines.size() - count), lines.size()))
                .orElse(List.of());
    }

    private void append(String namespace, String pod, String container, String line) {
        running.find(namespace, pod, container)
                .ifPresent(one -> store.view(Kinds.POD, namespace, pod)
                        .ifPresent(there -> logs.open(Meta.uid(there), container, one.instance())
                                .append(line)));
    }

    @Override
    public void close() {
        kubelet.close();
        ports.close();
    }
}
