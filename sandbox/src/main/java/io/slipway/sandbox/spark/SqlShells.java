package io.slipway.sandbox.spark;

import io.slipway.sandbox.shell.Invocation;
import io.slipway.sandbox.sparksql.SqlException;
import io.slipway.sandbox.sparksql.SqlResult;
import io.slipway.sandbox.sparksql.SqlSession;
import io.slipway.sandbox.sparksql.Statements;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Services;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** {@code spark-sql} and {@code pyspark}; while one runs, port 4040 of its pod is open. */
final class SqlShells {
    private final Services services;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    SqlShells(Services services) {
        this.services = services;
    }

    boolean openIn(Container container) {
        return open.getOrDefault(container.podUid(), 0) > 0;
    }

    int sql(Invocation call, Container container) throws InterruptedException {
        return inSession(call, container, this::statements);
    }

    int python(Invocation call, Container container) throws InterruptedException {
        return inSession(call, container, (invocation, args, session) -> {
            String failure = new PySpark(session).run(invocation.input(), invocation.out()::line);
            if (!failure.isEmpty()) {
                invocation.err().line(failure);
            }
            return failure.isEmpty() ? 0 : 1;
        });
    }

    /** What a shell does once its session is there. */
    private interface Body {
        int run(Invocation call, SubmitArgs args, SqlSession session);
    }

    private int inSession(Invocation call, Container container, Body body) throws InterruptedException {
        SubmitArgs args = SubmitArgs.read(call.args());
        SqlSessions sessions =
                new SqlSessions(services, container, SparkConf.of(container).with(args.properties()));
        services.clock().sleep(Duration.ofSeconds(4));
        open.merge(container.podUid(), 1, Integer::sum);
        try {
            Optional<String> problem = sessions.problem();
            if (problem.isPresent() && !reads(args)) {
                call.err().line(SparkLog.error("SparkSQLDriver", "Failed to open the catalog"));
                call.err().line(problem.get());
                return 1;
            }
            return body.run(call, args, sessions.open());
        } finally {
            open.merge(container.podUid(), -1, Integer::sum);
        }
    }

    /** A local session without statements touches neither catalog nor store. */
    private static boolean reads(SubmitArgs args) {
        Set<String> statements = Set.of("-e", "-f");
        return args.options().keySet().stream().noneMatch(statements::contains)
                && args.option("--master", "").startsWith("local");
    }

    private int statements(Invocation call, SubmitArgs args, SqlSession session) {
        if (args.options().containsKey("-e")) {
            return all(call, session, Statements.split(args.option("-e", "")));
        }
        if (args.options().containsKey("-f")) {
            String path = args.option("-f", "");
            Optional<String> script = path.equals("-") || path.equals("/dev/stdin")
                    ? Optional.of(call.input())
                    : call.host().read(path);
            if (script.isEmpty()) {
                return call.fail(1, "could not find file " + path);
            }
            return all(call, session, Statements.split(script.get()));
        }
        return interactive(call, session);
    }

    private static int all(Invocation call, SqlSession session, List<String> statements) {
        for (String statement : statements) {
            if (!one(call, session, statement)) {
                return 1;
            }
        }
        return 0;
    }

    private static boolean one(Invocation call, SqlSession session, String statement) {
        try {
            SqlResult result = session.run(statement);
            result.rows().forEach(row -> call.out().line(String.join("\t", row)));
            String fetched = result.columns().isEmpty()
                    ? ""
                    : ", Fetched " + result.rows().size() + " row(s)";
            call.err().line("Time taken: 0.412 seconds" + fetched);
            return true;
        } catch (SqlException failure) {
            call.err().line("Error in query: " + failure.getMessage());
            return false;
        }
    }

    private static int interactive(Invocation call, SqlSession session) {
        StringBuilder pending = new StringBuilder();
        try {
            for (String line = call.in().readLine();
                    line != null;
                    line = call.in().readLine()) {
                pending.append(line).append('\n');
                if (line.stripTrailing().endsWith(";")) {
                    Statements.split(pending.toString()).forEach(statement -> one(call, session, statement));
                    pending.setLength(0);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Statements.split(pending.toString()).forEach(statement -> one(call, session, statement));
        return 0;
    }
}
