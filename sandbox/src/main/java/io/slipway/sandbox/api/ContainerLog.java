package io.slipway.sandbox.api;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A container's log: the runtime appends, the server reads and follows. Of a long one the last lines are kept, as kubelets
 * do that rotate logs. Safe for any number of threads.
 */
public final class ContainerLog {

    private static final int KEPT = 3000;
    /** So many more may be there before the first ones go. */
    private static final int SLACK = 500;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<LogLine> lines = new ArrayList<>();
    private final Clock clock;
    private int gone;
    private boolean ended;

    /**
     * Lines of a log.
     *
     * @param lines the lines
     * @param next where the next ones begin
     */
    public record Page(List<LogLine> lines, int next) {

        /** Keeps the list unmodifiable. */
        public Page {
            lines = List.copyOf(lines);
        }
    }

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
            forgetFirst();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void forgetFirst() {
        if (lines.size() > KEPT + SLACK) {
            int first = lines.size() - KEPT;
            lines.subList(0, first).clear();
            gone += first;
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
     * All lines that are kept.
     *
     * @return the lines there are now
     */
    public List<LogLine> lines() {
        return page(0).lines();
    }

    /**
     * The lines from a place on, of those that are kept.
     *
     * @param from how many of all lines ever written to leave out
     * @return the lines there are now
     */
    public Page page(int from) {
        lock.lock();
        try {
            int first = Math.min(lines.size(), Math.max(0, from - gone));
            return new Page(lines.subList(first, lines.size()), gone + lines.size());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until there are more lines or the log ends.
     *
     * @param seen how many of all lines ever written the caller has
     * @param timeout how long to wait
     * @return false when the log ended and the caller has all of it
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public boolean awaitMore(int seen, Duration timeout) throws InterruptedException {
        lock.lock();
        try {
            long nanos = timeout.toNanos();
            while (gone + lines.size() <= seen && !ended && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return !ended || gone + lines.size() > seen;
        } finally {
            lock.unlock();
        }
    }
}
