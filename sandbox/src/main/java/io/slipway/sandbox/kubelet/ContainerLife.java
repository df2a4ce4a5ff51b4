package io.slipway.sandbox.kubelet;

import io.slipway.sandbox.faults.Fault;
import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.faults.Subject;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Process;
import io.slipway.sandbox.workloads.Workload;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One process of a container, from start to exit. */
final class ContainerLife {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerLife.class);
    /** As after {@code SIGABRT}. */
    private static final int ABORTED = 134;

    private final NodeServices node;
    private final Subject subject;
    private final Container container;
    private final int restarts;

    ContainerLife(NodeServices node, Subject subject, Container container, int restarts) {
        this.node = node;
        this.subject = subject;
        this.container = container;
        this.restarts = restarts;
    }

    Exit run(Readiness readiness) throws InterruptedException {
        Logs.Book book = node.logs().open(container.podUid(), container.name(), restarts);
        Workload workload = node.workloads().stream()
                .filter(one -> one.runs(container))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no workload for " + container.image()));
        ContainerHost host =
                new ContainerHost(container, workload, node.tools().of(container), node.clock(), this::missing);
        Optional<Exit> scripted = fault(book);
        if (scripted.isPresent()) {
            book.log().end();
            return scripted.get();
        }
        var running = new RunningContainers.Running(container, workload, host, restarts, new Commands());
        node.running().started(running);
        Thread probe = Thread.ofVirtual().name("probe " + container.podName()).start(() -> readiness.watch(workload));
        try {
            node.faults()
                    .strike(FaultKind.LOG_LINE, subject, container.podUid())
                    .filter(fault -> book.ownLines() == 0)
                    .ifPresent(fault -> book.append(fault.arg(0, "")));
            Optional<Fault> hidden = node.faults().strike(FaultKind.LOG_LINE_MISSING, subject, container.podUid());
            return run(workload, new ContainerProcess(container, host, book, node.clock(), restarts, hidden));
        } finally {
            probe.interrupt();
            node.running().stopped(running);
            running.commands().end();
            book.log().end();
        }
    }

    /** A process that the simulation cannot carry on has crashed: its pod must not seem to run for ever. */
    private Exit run(Workload workload, Process process) throws InterruptedException {
        try {
            return Exit.of(workload.run(process));
        } catch (RuntimeException | StackOverflowError failure) {
            LOG.error("process failed pod={} container={}", container.podName(), container.name(), failure);
            process.log("The sandbox cannot carry this process on: " + failure);
            return new Exit(ABORTED, "Error", "the sandbox cannot carry this process on: " + failure);
        }
    }

    private boolean missing(String file) {
        return node.faults().any(FaultKind.FILE_MISSING)
                && node.faults()
                        .strike(FaultKind.FILE_MISSING, subject, container.podUid())
                        .filter(fault -> file.endsWith(fault.arg(0, "")))
                        .isPresent();
    }

    private Optional<Exit> fault(Logs.Book book) throws InterruptedException {
        String start = container.podUid() + "/" + container.name() + "/" + restarts;
        if (node.faults().strikes(FaultKind.OOM_KILLED, subject, start)) {
            node.clock().sleep(Duration.ofSeconds(3));
            return Optional.of(Exit.OUT_OF_MEMORY);
        }
        Optional<Fault> end = node.faults().strike(FaultKind.CONTAINER_ENDS, subject, start);
        if (end.isPresent()) {
            node.clock().sleep(Duration.ofSeconds(1));
            return Optional.of(new Exit(
                    end.get().number(0, 1), end.get().arg(1, "Error"), end.get().arg(2, "scripted by a fault")));
        }
        Optional<Fault> crash = node.faults().strike(FaultKind.CRASH_LOOP_BACK_OFF, subject, start);
        if (crash.isPresent()) {
            node.clock().sleep(Duration.ofSeconds(1));
            book.own(crash.get().arg(1, "Error: the process cannot start: required configuration is missing"));
            return Optional.of(Exit.of(crash.get().number(0, 1)));
        }
        return Optional.empty();
    }
}
