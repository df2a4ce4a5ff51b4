package io.slipway.sandbox.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.shell.Invocation;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Services;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The {@code flink} command: run, list, cancel, stop, savepoint. */
final class FlinkCli {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");
    private static final String RULE = "--------------------------------------------------------------";

    private final Services services;

    FlinkCli(Services services) {
        this.services = services;
    }

    int run(Invocation call, Container container) throws InterruptedException {
        if (call.args().isEmpty()) {
            call.out().line("Please specify an action.");
            return 1;
        }
        FlinkArgs args = FlinkArgs.read(call.args().subList(1, call.args().size()));
        FlinkClient client = new FlinkClient(services, container);
        try {
            return switch (call.args().get(0)) {
                case "run" ->
                    args.target().equals("kubernetes-application")
                            ? new NativeDeployment(services, container).deploy(call, args)
                            : submit(call, args, client);
                case "list" -> list(call, args, client);
                case "cancel" -> cancel(call, args, client);
                case "stop" -> savepoint(call, args, client, true);
                case "savepoint" -> savepoint(call, args, client, false);
                case "--version", "-v" -> version(call, container);
                default -> {
                    call.out().line("\"" + call.args().get(0) + "\" is not a valid action.");
                    yield 1;
                }
            };
        } catch (FlinkRefusal refusal) {
            call.err()
                    .line(
                            "\n------------------------------------------------------------\n The program finished with the following exception:\n");
            call.err()
                    .line(
                            "org.apache.flink.client.program.ProgramInvocationException: The main method caused an error: Failed to execute job.");
            call.err().line("Caused by: " + refusal.getMessage());
            return 1;
        }
    }

    private static int version(Invocation call, Container container) {
        call.out().line("Version: " + FlinkImage.version(container) + ", Commit ID: simulated");
        return 0;
    }

    private int submit(Invocation call, FlinkArgs args, FlinkClient client) throws FlinkRefusal, InterruptedException {
        if (args.operands().isEmpty()) {
            call.err().line("Could not get job jar and dependencies from JAR file: JAR file does not exist: null");
            return 1;
        }
        String jar = args.operands().get(0);
        if (call.host().read(jar).isEmpty()) {
            call.err().line("Could not get job jar and dependencies from JAR file: JAR file does not exist: " + jar);
            return 1;
        }
        services.clock().sleep(Duration.ofMillis(2700));
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("jar", jar).put("entryClass", args.entryClass());
        body.put("jobId", args.property("$internal.pipeline.job-id"));
        args.operands().subList(1, args.operands().size()).forEach(body.putArray("programArgsList")::add);
        if (args.parallelism() > 0) {
            body.put("parallelism", args.parallelism());
        }
        String id = client.call("POST", "/jobs", body.toString()).path("jobid").asText();
        call.out().line("Job has been submitted with JobID " + id);
        return args.detached() ? 0 : await(call, client, id);
    }

    private int await(Invocation call, FlinkClient client, String id) throws FlinkRefusal, InterruptedException {
        Instant since = Instant.now();
        while (true) {
            String state = client.get("/jobs/" + id).path("state").asText();
            if (JobStatus.valueOf(state).terminal()) {
                call.out().line("Program execution finished");
                call.out().line("Job with JobID " + id + " has " + state.toLowerCase(Locale.ROOT) + ".");
                call.out()
                        .line("Job Runtime: "
                                + services.clock()
                                        .simulated(Duration.between(since, Instant.now()))
                                        .toMillis() + " ms");
                return state.equals("FINISHED") ? 0 : 1;
            }
            services.clock().sleep(Duration.ofMillis(500));
        }
    }

    private static int list(Invocation call, FlinkArgs args, FlinkClient client) throws FlinkRefusal {
        call.out().line("Waiting for response...");
        JsonNode jobs = client.get("/jobs/overview").path("jobs");
        section(call, "Running/Restarting Jobs", "running", jobs, List.of("RUNNING"));
        section(call, "Scheduled/Initializing Jobs", "scheduled", jobs, List.of("CREATED", "INITIALIZING"));
        if (args.has("-a") || args.has("--all")) {
            section(call, "Terminated Jobs", "terminated", jobs, List.of("FINISHED", "FAILED", "CANCELED"));
        }
        return 0;
    }

    private static void section(Invocation call, String title, String word, JsonNode jobs, List<String> states) {
        List<String> lines = new ArrayList<>();
        for (JsonNode job : jobs) {
            if (states.contains(job.path("state").asText())) {
                LocalDateTime start = LocalDateTime.ofInstant(
                        Instant.ofEpochMilli(job.path("start-time").asLong()), ZoneOffset.UTC);
                lines.add(TIME.format(start) + " : " + job.path("jid").asText() + " : "
                        + job.path("name").asText() + " (" + job.path("state").asText() + ")");
            }
        }
        if (lines.isEmpty()) {
            call.out().line("No " + word + " jobs.");
            return;
        }
        call.out().line("------------------ " + title + " -------------------");
        lines.forEach(call.out()::line);
        call.out().line(RULE);
    }

    private static int cancel(Invocation call, FlinkArgs args, FlinkClient client) throws FlinkRefusal {
        if (args.operands().isEmpty()) {
            return call.fail(1, "Missing JobID. Specify a JobID to cancel a job.");
        }
        String id = args.operands().get(0);
        call.out().line("Cancelling job " + id + ".");
        client.call("PATCH", "/jobs/" + id + "?mode=cancel", "");
        call.out().line("Cancelled job " + id + ".");
        return 0;
    }

    private static int savepoint(Invocation call, FlinkArgs args, FlinkClient client, boolean stop)
            throws FlinkRefusal {
        if (args.operands().isEmpty()) {
            return call.fail(1, "Missing JobID.");
        }
        String id = args.operands().get(0);
        String directory = args.operands().size() > 1 ? args.operands().get(1) : args.savepointPath();
        call.out()
                .line(
                        stop
                                ? "Suspending job \"" + id + "\" with a CANONICAL savepoint."
                                : "Triggering savepoint for job " + id + ".");
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (!directory.isEmpty()) {
            body.put(stop ? "targetDirectory" : "target-directory", directory);
        }
        String trigger = client.call("POST", "/jobs/" + id + (stop ? "/stop" : "/savepoints"), body.toString())
                .path("request-id")
                .asText();
        JsonNode operation =
                client.get("/jobs/" + id + "/savepoints/" + trigger).path("operation");
        if (operation.has("failure-cause")) {
            throw new FlinkRefusal(
                    500, operation.path("failure-cause").path("stack-trace").asText());
        }
        call.out()
                .line("Savepoint completed. Path: " + operation.path("location").asText());
        return 0;
    }
}
