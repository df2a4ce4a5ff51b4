package io.slipway.sandbox.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.ContainerLog;
import io.slipway.sandbox.api.ContainerRef;
import io.slipway.sandbox.api.ContainerUsage;
import io.slipway.sandbox.api.ExecCall;
import io.slipway.sandbox.api.LogLine;
import io.slipway.sandbox.api.PodRuntime;
import io.slipway.sandbox.faults.Fault;
import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.kube.Lineage;
import io.slipway.sandbox.kube.Pods;
import io.slipway.sandbox.kube.Quantities;
import io.slipway.sandbox.shell.Invocation;
import io.slipway.sandbox.shell.Shell;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.Status;
import io.slipway.sandbox.store.StatusException;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Workload;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Logs, exec, connections and usage of the simulated pods. */
final class SimPodRuntime implements PodRuntime {
    /** The exit code after {@code SIGKILL}, which ends all that runs in a container when it is stopped. */
    private static final int KILLED = 137;

    private final NodeServices node;
    private final PortServers ports;

    SimPodRuntime(NodeServices node, PortServers ports) {
        this.node = node;
        this.ports = ports;
    }

    @Override
    public Optional<ContainerLog> log(ContainerRef ref, boolean previous) {
        Optional<ObjectNode> pod = node.store().view(Kinds.POD, ref.namespace(), ref.pod());
        if (pod.isEmpty()) {
            return Optional.empty();
        }
        JsonNode status = Pods.containerStatus(pod.get(), ref.container());
        boolean ran =
                status.path("state").has("running") || status.path("state").has("terminated");
        int restarts = status.path("restartCount").asInt();
        int latest = ran ? restarts : restarts - 1;
        int instance = previous ? restarts - 1 : latest;
        Optional<Logs.Book> book = node.logs().find(Meta.uid(pod.get()), ref.container(), instance);
        if (book.isEmpty() && ran && !previous) {
            return Optional.of(node.logs()
                    .open(Meta.uid(pod.get()), ref.container(), instance)
                    .log());
        }
        book.filter(one -> status.path("state").has("terminated") || previous)
                .ifPresent(one -> one.log().end());
        return book.map(Logs.Book::log).map(log -> scripted(pod.get(), log));
    }

    /** Lines that faults hide or add though the process has written its log already. */
    private ContainerLog scripted(ObjectNode pod, ContainerLog log) {
        Optional<Fault> hidden = late(FaultKind.LOG_LINE_MISSING, pod)
                .filter(fault ->
                        log.lines().stream().anyMatch(line -> line.text().contains(fault.arg(0, ""))));
        Optional<Fault> added = late(FaultKind.LOG_LINE, pod)
                .filter(fault ->
                        log.lines().stream().noneMatch(line -> line.text().equals(fault.arg(0, ""))));
        if (hidden.isEmpty() && added.isEmpty()) {
            return log;
        }
        ContainerLog shown = new ContainerLog();
        log.lines().stream()
                .map(LogLine::text)
                .filter(line ->
                        hidden.filter(fault -> line.contains(fault.arg(0, ""))).isEmpty())
                .forEach(shown::append);
        added.ifPresent(fault -> shown.append(fault.arg(0, "")));
        shown.end();
        return shown;
    }

    private Optional<Fault> late(FaultKind kind, ObjectNode pod) {
        return node.faults().any(kind)
                ? node.faults().strike(kind, Lineage.of(node.store(), Kinds.POD, pod), Meta.uid(pod))
                : Optional.empty();
    }

    @Override
    public int exec(ContainerRef ref, ExecCall call) throws InterruptedException {
        RunningContainers.Running running = node.running()
                .find(ref.namespace(), ref.pod(), ref.container())
                .orElseThrow(() -> new StatusException(new Status(
                        500,
                        "InternalError",
                        "container not found (\"" + ref.container() + "\")",
                        Status.Details.NONE)));
        Map<String, String> env = new HashMap<>(running.container().env());
        BufferedReader in = new BufferedReader(new InputStreamReader(call.stdin(), StandardCharsets.UTF_8));
        Invocation invocation = new Invocation(call.command(), env, in, call::print, call::printError, running.host());
        if (running.host().command(call.command().get(0)).isEmpty()
                && Shell.lacks(call.command().get(0))) {
            String name = call.command().get(0);
            throw new StatusException(new Status(
                    500,
                    "InternalError",
                    "Internal error occurred: error executing command in container: exec: \"" + name
                            + "\": executable file not found in $PATH",
                    Status.Details.NONE));
        }
        running.commands().began(Thread.currentThread());
        try {
            return new Shell("sh", env, running.host()).exec(invocation);
        } catch (InterruptedException stopped) {
            return KILLED;
        } finally {
            running.commands().ended(Thread.currentThread());
        }
    }

    @Override
    public Optional<InetSocketAddress> connect(String namespace, String pod, int port) {
        return ports.connect(namespace, pod, port);
    }

    @Override
    public List<ContainerUsage> usage(String namespace, String pod) {
        return node.running().ofPod(namespace, pod).map(this::usage).toList();
    }

    private ContainerUsage usage(RunningContainers.Running running) {
        Container container = running.container();
        Workload.Usage usual = running.workload().usage(container);
        JsonNode limits = container.spec().path("resources").path("limits");
        BigDecimal cpu = BigDecimal.valueOf(usual.milliCpu());
        BigDecimal memory = BigDecimal.valueOf(usual.memoryMi()).multiply(BigDecimal.valueOf(1 << 20));
        if (above(container)) {
            BigDecimal factor = new BigDecimal("1.2");
            cpu = limit(limits, "cpu").movePointRight(3).max(cpu).multiply(factor);
            memory = limit(limits, "memory").max(memory).multiply(factor);
        } else {
            cpu = within(cpu, limit(limits, "cpu").movePointRight(3));
            memory = within(memory, limit(limits, "memory"));
        }
        return new ContainerUsage(container.name(), cpu.longValue(), memory.longValue());
    }

    private boolean above(Container container) {
        return node.faults().any(FaultKind.USAGE_ABOVE_LIMITS)
                && node.faults()
                        .strikes(
                                FaultKind.USAGE_ABOVE_LIMITS,
                                Lineage.of(node.store(), Kinds.POD, container.pod()),
                                container.podUid());
    }

    private static BigDecimal limit(JsonNode limits, String resource) {
        return Quantities.parse(limits.path(resource));
    }

    private static BigDecimal within(BigDecimal usual, BigDecimal limit) {
        BigDecimal most = limit.multiply(new BigDecimal("0.8"));
        return limit.signum() == 0 ? usual : usual.min(most);
    }
}
