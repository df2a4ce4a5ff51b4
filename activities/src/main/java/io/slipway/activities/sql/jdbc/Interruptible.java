package io.slipway.activities.sql.jdbc;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a statement so that the step can be cancelled: drivers do not hear an interrupt, but they know how to cancel.
 *
 * @param statement the statement
 */
record Interruptible(Statement statement) {
    /**
     * Runs it.
     *
     * @param longest how long it may take; a driver's own time may need a database that still answers
     */
    boolean execute(String sql, Duration longest) throws SQLException, InterruptedException {
        FutureTask<Boolean> running = new FutureTask<>(() -> statement.execute(sql));
        Thread.ofVirtual().name("jdbc").start(running);
        try {
            return running.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            running.cancel(true);
            throw new SQLTimeoutException("the database did not answer within " + longest.toSeconds() + " s", silent);
        } catch (InterruptedException cancelled) {
            cancel(cancelled);
            throw cancelled;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SQLException refused) {
                throw refused;
            }
            throw new SQLException(failed.getCause().getMessage(), failed.getCause());
        }
    }

    /** A driver that cannot leaves the statement to itself; the step is cancelled all the same. */
    private void cancel(InterruptedException why) {
        try {
            statement.cancel();
        } catch (SQLException unable) {
            why.addSuppressed(unable);
        }
    }
}
