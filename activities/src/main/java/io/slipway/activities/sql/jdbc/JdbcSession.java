package io.slipway.activities.sql.jdbc;

import io.slipway.activities.reach.Deadline;
import io.slipway.activities.reach.HttpAsk;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.sql.script.SqlRan;
import io.slipway.activities.sql.script.Statement;
import io.slipway.activities.sql.script.StatementFailure;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.SqlEngine;
import java.net.URI;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Runs statements over one JDBC connection, each in a transaction of its own. */
public final class JdbcSession {
    /** For a driver to end a statement by itself, when the step's time is over. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Reach reach;
    private final StepContext context;
    private final SqlEngine.Jdbc jdbc;
    private final JdbcDrivers drivers;
    private final int limit;

    /** A session to come. */
    public JdbcSession(Reach reach, SqlEngine.Jdbc jdbc, JdbcDrivers drivers, int limit) {
        this.reach = reach;
        this.context = reach.context();
        this.jdbc = jdbc;
        this.drivers = drivers;
        this.limit = limit;
    }

    /** A URL for people: without what may be a secret in it. */
    public static String shown(String url) {
        return url.replaceAll("[?;].*$", "").replaceAll("//[^/@]*@", "//");
    }

    /**
     * Runs statements in order.
     *
     * @throws StepFailure when one fails, with its number, text and the database's reason
     */
    public SqlRan run(List<Statement> statements) throws InterruptedException {
        List<List<List<String>>> rows = new ArrayList<>();
        try (Connection connection = connect()) {
            for (int index = 0; index < statements.size(); index++) {
                Statement statement = statements.get(index);
                context.progress(
                        "SQL statement " + (index + 1) + " of " + statements.size() + " (" + statement.place() + ")");
                context.beforeWrite();
                rows.add(one(connection, statements, index));
            }
        } catch (SQLException broken) {
            throw refused("the connection to " + shown(jdbc.url()) + " could not be closed", broken);
        }
        return SqlRan.of(rows);
    }

    private Connection connect() throws InterruptedException {
        String url = url();
        Properties properties = new Properties();
        properties.putAll(jdbc.properties());
        jdbc.user().ifPresent(user -> properties.put("user", user));
        jdbc.password().ifPresent(password -> properties.put("password", password));
        Driver driver = drivers.of(url);
        String trouble = "the database " + shown(url) + " cannot be reached";
        try {
            return Deadline.of(HttpAsk.patience(context.left()), () -> driver.connect(url, properties));
        } catch (TimeoutException silent) {
            throw StepFailure.of(
                    trouble,
                    "connections are accepted or not refused, but it does not respond",
                    "check whether the database hangs, and whether a network policy blocks it");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SQLException unreachable) {
                throw refused(trouble, unreachable);
            }
            throw new IllegalStateException("the driver of " + shown(url) + " failed", failed.getCause());
        }
    }

    private String url() throws InterruptedException {
        if (jdbc.service().isEmpty()) {
            return jdbc.url();
        }
        URI at = reach.service(jdbc.service().get());
        return jdbc.url().replace("{host}", at.getHost()).replace("{port}", String.valueOf(at.getPort()));
    }

    private List<List<String>> one(Connection connection, List<Statement> statements, int index)
            throws InterruptedException {
        try (java.sql.Statement running = connection.createStatement()) {
            running.setQueryTimeout(
                    (int) Math.max(1, Math.min(Integer.MAX_VALUE, context.left().toSeconds())));
            running.setMaxRows(limit);
            boolean result = new Interruptible(running)
                    .execute(statements.get(index).text(), context.left().plus(GRACE));
            return result ? rows(running.getResultSet()) : List.of();
        } catch (SQLException failed) {
            throw StatementFailure.of(
                    statements, index, reason(failed), "correct the statement, or what it needs", context.masker());
        }
    }

    private static List<List<String>> rows(ResultSet result) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
            List<String> row = new ArrayList<>();
            for (int column = 1; column <= columns; column++) {
                String cell = result.getString(column);
                row.add(cell == null ? "NULL" : cell);
            }
            rows.add(List.copyOf(row));
        }
        return rows;
    }

    private StepFailure refused(String message, SQLException why) {
        return StepFailure.of(
                message,
                context.masker().mask(reason(why)),
                "check that it is running, and that user and password are correct");
    }

    private static String reason(SQLException why) {
        String first = String.valueOf(why.getMessage()).lines().findFirst().orElse("");
        return first + (why.getSQLState() == null ? "" : " (SQL state " + why.getSQLState() + ")");
    }
}
