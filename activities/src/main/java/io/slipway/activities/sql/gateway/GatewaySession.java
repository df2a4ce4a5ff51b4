package io.slipway.activities.sql.gateway;

import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.HttpReply;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.sql.script.SqlRan;
import io.slipway.activities.sql.script.Statement;
import io.slipway.activities.sql.script.StatementFailure;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.SqlEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Runs statements in one session of a Flink SQL Gateway. The session and how far it got are remembered, so that a
 * successor of a lost worker goes on in it: what is done is not run again, but for queries, whose rows went with the worker.
 */
public final class GatewaySession {
    private static final Set<String> UNDER_WAY = Set.of("INITIALIZED", "PENDING", "RUNNING");
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration LEAST = Duration.ofMillis(30);
    private static final String SESSION = "session";
    private static final String DONE = "done";
    private static final String OPERATION = "operation-";
    private static final String JOB = "job-";
    /** Comments may come before the word that tells. */
    private static final Pattern QUERY = Pattern.compile(
            "(?is)(\\s|\\(|--[^\\n]*\\n|/\\*.*?\\*/)*(SELECT|WITH|VALUES|SHOW|DESC|DESCRIBE|EXPLAIN)\\b");

    private final StepContext context;
    private final GatewayRest rest;
    private final GatewayJobs jobs;
    private final SqlEngine.Gateway gateway;
    private final int limit;
    private List<Statement> statements = List.of();
    private String session = "";

    /** A session to come. */
    public GatewaySession(Reach reach, SqlEngine.Gateway gateway, int limit, boolean keep) {
        this.context = reach.context();
        this.gateway = gateway;
        this.rest = new GatewayRest(reach, gateway);
        this.jobs = new GatewayJobs(this, reach, gateway, keep);
        this.limit = limit;
    }

    /** What a session asks of the API server. */
    public static Calls calls(SqlEngine.Gateway gateway, Reach reach) throws InterruptedException {
        return GatewayRest.calls(gateway, reach);
    }

    /**
     * Runs statements in order.
     *
     * @throws StepFailure when one fails, with its number, text and the root line of the gateway's error
     */
    public SqlRan run(List<Statement> wanted) throws InterruptedException {
        statements = List.copyOf(wanted);
        context.recorder().note("the SQL Gateway " + gateway.address() + " is " + rest.meet());
        enter();
        SqlRan ran;
        try {
            ran = all();
        } catch (StepFailure failed) {
            leave();
            throw failed;
        }
        leave(); // but not when this worker stops: its successor goes on in the session
        return ran;
    }

    private SqlRan all() throws InterruptedException {
        List<List<List<String>>> rows = new ArrayList<>();
        List<String> started = new ArrayList<>();
        int done = Integer.parseInt(context.remembered().getOrDefault(DONE, "0"));
        for (int index = 0; index < statements.size(); index++) {
            Fetched fetched = index < done && !isQuery(index) ? remembered(index) : run(index);
            rows.add(fetched.rows());
            fetched.job().ifPresent(started::add);
        }
        return new SqlRan(rows, started);
    }

    private void enter() throws InterruptedException {
        Optional<String> known = Optional.ofNullable(context.remembered().get(SESSION));
        if (known.isPresent() && rest.knows(known.get())) {
            session = known.get();
            return;
        }
        if (known.isPresent()) {
            context.recorder()
                    .warning("the gateway has lost the session; all statements are run again, except those whose"
                            + " job is known");
            context.remember(DONE, "0");
        }
        session = rest.open("slipway-" + context.task().shortKey());
        context.remember(SESSION, session);
    }

    /** A session that cannot be closed ends by itself after a while. */
    private void leave() throws InterruptedException {
        try {
            rest.close(session);
        } catch (StepFailure gone) {
            context.recorder()
                    .note("the session could not be closed: " + gone.failure().cause());
        }
    }

    private boolean isQuery(int index) {
        return QUERY.matcher(statements.get(index).text()).lookingAt();
    }

    private Fetched remembered(int index) {
        return new Fetched(List.of(), job(index), true);
    }

    /** The job that the statement started, also under a worker that was lost. */
    private Optional<String> job(int index) {
        return Optional.ofNullable(context.remembered().get(JOB + index));
    }

    private Fetched run(int index) throws InterruptedException {
        Statement statement = statements.get(index);
        context.progress("SQL statement " + (index + 1) + " of " + statements.size() + " (" + statement.place() + ")");
        Fetched fetched = job(index).isPresent() ? remembered(index) : fetched(index, statement);
        if (fetched.job().isPresent()) {
            jobs.follow(index, fetched.job().get());
        }
        context.remember(DONE, String.valueOf(index + 1));
        return fetched;
    }

    private Fetched fetched(int index, Statement statement) throws InterruptedException {
        String operation = operation(index, statement);
        await(index, operation);
        Fetched fetched = fetch(index, operation);
        if (!fetched.whole()) {
            context.recorder().warning("only the first " + limit + " rows of " + statement.place() + " were fetched");
        }
        // before its operation is closed, which is then not known any more
        fetched.job()
                .ifPresentOrElse(
                        job -> context.remember(JOB + index, job),
                        () -> context.remember(DONE, String.valueOf(index + 1)));
        rest.close(session, operation);
        return fetched;
    }

    /** Of another session, which the gateway has lost, it would not be known. */
    private String operation(int index, Statement statement) throws InterruptedException {
        String mine = session + "/";
        String known = context.remembered().getOrDefault(OPERATION + index, "");
        if (known.startsWith(mine) && !isQuery(index)) {
            return known.substring(mine.length());
        }
        String operation = rest.submit(session, statement.text());
        context.remember(OPERATION + index, mine + operation);
        return operation;
    }

    private void await(int index, String operation) throws InterruptedException {
        while (UNDER_WAY.contains(rest.status(session, operation))) {
            if (context.left().isZero()) {
                rest.cancel(session, operation);
                throw failed(index, "it did not end within the step's timeout", "raise the step's timeout");
            }
            rest();
        }
    }

    /** The operation is over before its result is fetched: closing it ends the query, and cancelling it is refused. */
    private Fetched fetch(int index, String operation) throws InterruptedException {
        List<List<String>> rows = new ArrayList<>();
        Optional<String> job = Optional.empty();
        Optional<String> next = Optional.of(rest.firstPage(session, operation));
        while (next.isPresent()) {
            HttpReply reply = rest.page(next.get());
            if (!reply.ok()) {
                throw failed(index, GatewayError.root(reply), "correct the statement, or what it needs");
            }
            Page page = new Page(reply.body());
            rows.addAll(page.rows());
            job = job.or(page::job);
            if (rows.size() >= limit && !page.isLast()) {
                return new Fetched(rows.subList(0, limit), job, false);
            }
            if (context.left().isZero()) {
                rest.close(session, operation);
                throw failed(
                        index,
                        "its result never ends: " + rows.size() + " rows arrived within the step's timeout",
                        "set 'limit' to the number of rows needed, or use a bounded source; LIMIT in a statement does not end a stream");
            }
            if (!page.isReady() || (page.rows().isEmpty() && !page.isLast())) {
                rest();
            }
            next = page.isLast() ? Optional.empty() : page.next();
        }
        return new Fetched(rows, job, true);
    }

    /** Runs a statement of Slipway's own in the session. The gateway keeps an operation until it is closed. */
    List<List<String>> ask(String statement) throws InterruptedException {
        String operation = rest.submit(session, statement);
        while (UNDER_WAY.contains(rest.status(session, operation))) {
            rest();
        }
        HttpReply reply = rest.page(rest.firstPage(session, operation));
        rest.close(session, operation);
        return reply.ok() ? new Page(reply.body()).rows() : List.of();
    }

    StepFailure failed(int index, String cause, String fix) {
        return StatementFailure.of(statements, index, cause, fix, context.masker());
    }

    void rest() throws InterruptedException {
        Duration least = context.target().pace().target(LEAST);
        context.pause(least.compareTo(INTERVAL) > 0 ? least : INTERVAL);
    }
}
