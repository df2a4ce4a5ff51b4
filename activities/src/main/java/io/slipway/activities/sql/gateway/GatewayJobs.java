package io.slipway.activities.sql.gateway;

import io.slipway.activities.flink.FlinkRest;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.SqlEngine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows the jobs of INSERT statements, by what the gateway lists as {@code SHOW JOBS}. */
final class GatewayJobs {
    private static final Set<String> LOST = Set.of("FAILED", "CANCELED", "SUSPENDED");
    private static final int ID = 0;
    private static final int NAME = 1;
    private static final int STATUS = 2;

    private final GatewaySession session;
    private final Reach reach;
    private final StepContext context;
    private final SqlEngine.Gateway gateway;
    private final boolean keep;

    GatewayJobs(GatewaySession session, Reach reach, SqlEngine.Gateway gateway, boolean keep) {
        this.session = session;
        this.reach = reach;
        this.context = reach.context();
        this.gateway = gateway;
        this.keep = keep;
    }

    /**
     * Waits until the job has finished, or runs when it is to be kept.
     *
     * @throws StepFailure when it fails, or does neither in the time of the step; then it is stopped unless it is kept
     */
    void follow(int statement, String job) throws InterruptedException {
        String state = "unknown";
        while (!context.left().isZero()) {
            Optional<List<String>> seen = look(job);
            state = seen.map(row -> row.get(STATUS)).orElse(state);
            context.progress(
                    "Flink job " + job + seen.map(row -> " " + row.get(NAME)).orElse("") + " " + state);
            if (state.equals("FINISHED") || (keep && state.equals("RUNNING"))) {
                return;
            }
            if (LOST.contains(state)) {
                throw session.failed(
                        statement,
                        "its job " + job + " is " + state + ": " + cause(job),
                        "see the log of the JobManager");
            }
            session.rest();
        }
        if (!keep) {
            session.ask("STOP JOB '" + job + "'");
        }
        throw session.failed(
                statement,
                "its job " + job + " is still " + state + " at the end of the step's timeout"
                        + (keep ? "" : ", and was stopped"),
                "raise the step's timeout; a job that never ends needs 'keep: true'");
    }

    private Optional<List<String>> look(String job) throws InterruptedException {
        return session.ask("SHOW JOBS").stream()
                .filter(row -> row.size() > STATUS && row.get(ID).equals(job))
                .findFirst();
    }

    private String cause(String job) throws InterruptedException {
        if (gateway.rest().isEmpty()) {
            return "set the JobManager's 'rest' service next to the gateway to see the reason here";
        }
        try {
            return FlinkRest.of(reach, gateway.rest().get())
                    .rootCause(job)
                    .map(FlinkRest.RootCause::line)
                    .orElse("Flink gives no exception");
        } catch (StepFailure silent) {
            return "the JobManager does not say why: " + silent.failure().cause();
        }
    }
}
