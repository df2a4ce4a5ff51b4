package io.slipway.sandbox.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.sandbox.faults.Fault;
import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.faults.Subject;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Workload;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The readiness probe of a container: passes when the workload has started, unless a fault says otherwise. */
final class Readiness {
    /** In real time: at a fast pace containers that are well are not looked at without a rest. */
    private static final Duration CALM = Duration.ofMillis(100);

    private final NodeServices node;
    private final Subject subject;
    private final Container container;
    private final StatusWriter status;
    private final boolean init;
    private final boolean readyBefore;

    Readiness(
            NodeServices node,
            Subject subject,
            Container container,
            StatusWriter status,
            boolean init,
            boolean readyBefore) {
        this.node = node;
        this.subject = subject;
        this.container = container;
        this.status = status;
        this.init = init;
        this.readyBefore = readyBefore;
    }

    void watch(Workload workload) {
        if (init) {
            return;
        }
        try {
            if (readyBefore) {
                keepLooking();
            }
            node.clock().sleep(startTime(workload));
            slow();
            while (neverReady()) {
                node.clock().sleep(period());
            }
            status.ready(container.name(), true);
            keepLooking();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A server may stop answering later: the fault may come, and pass, while the container runs. */
    private void keepLooking() throws InterruptedException {
        boolean ready = true;
        while (true) {
            Duration calm = node.clock().simulated(CALM);
            node.clock().sleep(period().compareTo(calm) > 0 ? period() : calm);
            boolean now = !node.faults().any(FaultKind.NOT_READY) || !neverReady();
            if (now != ready) {
                status.ready(container.name(), now);
                ready = now;
            }
        }
    }

    private Duration startTime(Workload workload) {
        JsonNode probe = container.spec().path("readinessProbe");
        if (probe.isMissingNode()) {
            return Duration.ofMillis(500);
        }
        Duration initial = Duration.ofSeconds(probe.path("initialDelaySeconds").asLong(0));
        Duration start = workload.readyAfter(container);
        return start.compareTo(initial) > 0 ? start : initial;
    }

    private void slow() throws InterruptedException {
        Optional<Fault> fault = node.faults().strike(FaultKind.SLOW_READINESS, subject, container.podUid());
        if (fault.isPresent()) {
            node.clock().sleep(fault.get().duration(0, Duration.ofSeconds(30)));
        }
    }

    private boolean neverReady() {
        Optional<Fault> fault = node.faults().strike(FaultKind.NOT_READY, subject, container.podUid());
        fault.ifPresent(one -> node.events()
                .container(
                        container.pod(),
                        container.name(),
                        "Warning",
                        "Unhealthy",
                        probe(one) + " probe failed: " + one.arg(0, refused())));
        return fault.isPresent();
    }

    private static String probe(Fault fault) {
        return switch (fault.arg(1, "readiness").toLowerCase(Locale.ROOT)) {
            case "startup" -> "Startup";
            case "liveness" -> "Liveness";
            default -> "Readiness";
        };
    }

    private String refused() {
        JsonNode http = container.spec().path("readinessProbe").path("httpGet");
        int port = http.path("port").asInt(8080);
        String address = container.podIp() + ":" + port;
        return http.isMissingNode()
                ? "command exited with code 1"
                : "Get \"http://" + address + http.path("path").asText("/") + "\": dial tcp " + address
                        + ": connect: connection refused";
    }

    private Duration period() {
        return Duration.ofSeconds(
                container.spec().path("readinessProbe").path("periodSeconds").asLong(10));
    }
}
