package io.slipway.activities.sql.jdbc;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs a statement so that the step can be cancelled: drivers do not hear an interrupt, but they know how to cancel.
 *
 * @param statement the statement
 */
record Interruptible(Statement statement) {
    boolean execute(String sql) throws SQLException, InterruptedException {
        FutureTask<Boolean> running = new FutureTask<>(() -> statement.execute(sql));
        Thread.ofVirtual().name("jdbc").start(running);
        try {
            return running.get();
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
