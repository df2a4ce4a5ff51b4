package io.slipway.activities.savepoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.flink.FlinkRest;
import io.slipway.activities.flink.Savepoints;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.activities.step.VerbHandler;
import io.slipway.model.action.Savepoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The verb {@code savepoint}. Which jobs it is about is decided once and remembered: after a lost worker a stopped job no
 * longer runs, and still has its savepoint to be waited for.
 */
public final class SavepointHandler implements VerbHandler<Savepoint> {
    private static final String JOBS = "jobs";
    private static final String ID = "[0-9a-f]{32}";

    private final Clusters clusters;

    /** A handler for steps at these clusters. */
    public SavepointHandler(Clusters clusters) {
        this.clusters = clusters;
    }

    /** What a step asks of the API server beside the objects that it applies; for plans. */
    public static Calls calls(Savepoint action, Reach reach) throws InterruptedException {
        return reach.callsToService();
    }

    @Override
    public Done run(Savepoint savepoint, StepContext context) throws InterruptedException {
        try (Reach reach = Reach.of(clusters, context)) {
            FlinkRest rest = FlinkRest.of(reach, savepoint.service());
            List<String> jobs = jobs(savepoint, rest, context);
            Savepoints.Order order = new Savepoints.Order(savepoint.stop(), savepoint.drain(), savepoint.directory());
            Savepoints savepoints = new Savepoints(rest, context);
            List<String> paths = new ArrayList<>();
            for (String job : jobs) {
                String path = savepoints.take(job, order);
                paths.add(path);
                context.recorder().note("savepoint of Flink job " + job + ": " + path);
            }
            String summary = paths.size() == 1 ? "savepoint " + paths.getFirst() : paths.size() + " savepoints";
            return Done.of(
                    summary + (savepoint.stop() ? ", stopped" : ""),
                    new Savepoint.Outputs(paths.isEmpty() ? "" : paths.getFirst(), paths, jobs));
        }
    }

    private static List<String> jobs(Savepoint savepoint, FlinkRest rest, StepContext context)
            throws InterruptedException {
        String known = context.remembered().get(JOBS);
        if (known != null) {
            return Arrays.stream(known.split(",")).filter(id -> !id.isEmpty()).toList();
        }
        List<JsonNode> running = rest.jobs()
                .valueStream()
                .filter(job -> job.path("state").asText().equals("RUNNING"))
                .toList();
        List<String> chosen = savepoint.job().isPresent()
                ? List.of(one(savepoint.job().get(), running, rest))
                : running.stream().map(job -> job.path("jid").asText()).toList();
        if (chosen.isEmpty()) {
            context.recorder().warning("no job is running at " + savepoint.service() + ", so no savepoint was taken");
        }
        context.remember(JOBS, String.join(",", chosen));
        return chosen;
    }

    private static String one(String wanted, List<JsonNode> running, FlinkRest rest) throws InterruptedException {
        if (wanted.matches(ID) && rest.job(wanted).isPresent()) {
            return wanted;
        }
        List<String> named = running.stream()
                .filter(job -> job.path("name").asText().equals(wanted))
                .map(job -> job.path("jid").asText())
                .toList();
        if (named.size() == 1) {
            return named.getFirst();
        }
        String all = running.stream()
                .map(job -> job.path("name").asText() + " (" + job.path("jid").asText() + ")")
                .sorted()
                .collect(Collectors.joining(", "));
        throw StepFailure.of(
                named.isEmpty()
                        ? "no Flink job '" + wanted + "' runs"
                        : named.size() + " Flink jobs are called '" + wanted + "'",
                all.isEmpty() ? "no job is running" : "running: " + all,
                named.isEmpty() ? "correct the name, or start the job in an earlier step" : "name the job by its id");
    }
}
