package io.slipway.sandbox.kubelet;

import io.slipway.sandbox.SandboxClock;
import io.slipway.sandbox.faults.Fault;
import io.slipway.sandbox.shell.ShellHost;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Process;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The process a workload runs as. */
final class ContainerProcess implements Process {
    private final Container container;
    private final ContainerHost host;
    private final Logs.Book book;
    private final SandboxClock clock;
    private final int restarts;
    private final Optional<Fault> hiddenLine;
    private int linesToSkip;

    ContainerProcess(
            Container container,
            ContainerHost host,
            Logs.Book book,
            SandboxClock clock,
            int restarts,
            Optional<Fault> hiddenLine) {
        this.container = container;
        this.host = host;
        this.book = book;
        this.clock = clock;
        this.restarts = restarts;
        this.hiddenLine = hiddenLine;
        this.linesToSkip = book.ownLines();
    }

    @Override
    public Container container() {
        return container;
    }

    @Override
    public int restarts() {
        return restarts;
    }

    @Override
    public synchronized void log(String line) {
        if (hiddenLine.filter(fault -> line.contains(fault.arg(0, ""))).isPresent()) {
            return;
        }
        if (linesToSkip > 0) {
            linesToSkip--;
            return;
        }
        book.own(line);
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        clock.sleep(time);
    }

    @Override
    public void runForEver() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    @Override
    public ShellHost host() {
        return host;
    }
}
