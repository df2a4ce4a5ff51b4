package io.slipway.sandbox.api;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A container's log: the runtime appends, the server reads and follows. Safe for any number of threads. */
public final class ContainerLog {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<LogLine> lines = new ArrayList<>();
    private final Clock clock;
    private boolean ended;

    /** An empty log that takes the time of the machine. */
    public ContainerLog() {
        this(Clock.systemUTC());
    }

    /**
     * An empty log.
     *
     * @param clock gives the lines their times
     */
    public ContainerLog(Clock clock) {
        this.clock = clock;
    }

    /**
     * Appends text; each line of it becomes a line of the log.
     *
     * @param text one or more lines
     */
    public void append(String text) {
        lock.lock();
        try {
            text.lines().forEach(line -> lines.add(new LogLine(clock.instant(), line)));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Says that nothing more will be written: the container ended. Who follows is let go. */
    public void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The lines from an index on.
     *
     * @param from how many lines to leave out
     * @return the lines there are now
     */
    public List<LogLine> lines(int from) {
        lock.lock();
        try {
            return from >= lines.size() ? List.of() : List.copyOf(lines.subList(from, lines.size()));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until there are more lines or the log ends.
     *
     * @param seen how many lines the caller has
     * @param timeout how long to wait
     * @return false when the log ended and the caller has all of it
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public boolean awaitMore(int seen, Duration timeout) throws InterruptedException {
        lock.lock();
        try {
            long nanos = timeout.toNanos();
            while (lines.size() <= seen && !ended && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return !ended || lines.size() > seen;
        } finally {
            lock.unlock();
        }
    }
}
