package io.slipway.sandbox.flink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.net.SimEndpoint;
import io.slipway.sandbox.net.SimRequest;
import io.slipway.sandbox.net.SimResponse;
import java.util.ArrayList;
import java.util.List;

/** The JobManager's REST API on port 8081, with the shapes of Flink 1.20 and 2.1, which are the same as far as it goes. */
final class FlinkRest implements SimEndpoint {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final FlinkCluster cluster;
    private final Operations operations;
    private final Jars jars = new Jars();

    FlinkRest(FlinkCluster cluster) {
        this.cluster = cluster;
        this.operations = new Operations(cluster);
    }

    @Override
    public SimResponse handle(SimRequest request) {
        try {
            return route(request.at(request.path().replaceFirst("^/v1(?=/)", "")));
        } catch (FlinkRefusal refusal) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.putArray("errors").add(refusal.getMessage());
            return SimResponse.json(refusal.status(), body);
        }
    }

    private SimResponse route(SimRequest request) throws FlinkRefusal {
        String[] path = request.path().substring(1).split("/");
        return switch (path[0]) {
            case "", "index.html" ->
                SimResponse.html(
                        "<!doctype html><html><head><title>Apache Flink Web Dashboard</title></head><body><flink-root>Simulated by the Slipway sandbox</flink-root></body></html>");
            case "overview" -> ok(ClusterViews.overview(cluster));
            case "config" -> ok(ClusterViews.config(cluster));
            case "taskmanagers" -> taskManagers(path);
            case "jobmanager" -> jobManager(path);
            case "jobs" -> jobs(request, path);
            case "jars" -> jars(request, path);
            default -> throw notFound(request);
        };
    }

    private static FlinkRefusal notFound(SimRequest request) {
        return new FlinkRefusal(404, "Not found: " + request.path());
    }

    private static SimResponse ok(JsonNode body) {
        return SimResponse.json(200, body);
    }

    private SimResponse taskManagers(String[] path) throws FlinkRefusal {
        if (path.length == 1) {
            return ok(ClusterViews.taskManagers(cluster));
        }
        for (TaskManager one : cluster.taskManagers()) {
            if (one.id().equals(path[1])) {
                ObjectNode view = JsonNodeFactory.instance.objectNode();
                ClusterViews.taskManager(view, one, one.slots());
                return ok(view);
            }
        }
        throw new FlinkRefusal(
                404, "org.apache.flink.runtime.rest.NotFoundException: TaskExecutor " + path[1] + " not found");
    }

    private SimResponse jobManager(String[] path) throws FlinkRefusal {
        if (path.length == 2 && path[1].equals("config")) {
            return ok(ClusterViews.jobManagerConfig(cluster.leader()
                    .map(FlinkCluster.Leader::config)
                    .orElseThrow(() -> new FlinkRefusal(
                            503,
                            "Service temporarily unavailable due to an ongoing leader election. Please refresh."))));
        }
        throw new FlinkRefusal(404, "Not found: /" + String.join("/", path));
    }

    private SimResponse jobs(SimRequest request, String[] path) throws FlinkRefusal {
        if (path.length == 1) {
            return request.method().equals("POST") ? submit(body(request)) : ok(JobViews.ids(cluster));
        }
        if (path[1].equals("overview")) {
            return ok(JobViews.overview(cluster));
        }
        if (path.length == 2) {
            return job(request, path[1]);
        }
        return jobPart(request, path);
    }

    private SimResponse job(SimRequest request, String id) throws FlinkRefusal {
        if (request.method().equals("PATCH")) {
            operations.cancel(id);
            return SimResponse.json(202, JsonNodeFactory.instance.objectNode());
        }
        return ok(JobViews.details(cluster.job(id)));
    }

    private SimResponse jobPart(SimRequest request, String[] path) throws FlinkRefusal {
        boolean post = request.method().equals("POST");
        return switch (path[2]) {
            case "checkpoints" -> ok(JobViews.checkpoints(cluster.job(path[1])));
            case "exceptions" -> ok(JobViews.exceptions(cluster.job(path[1])));
            case "config" ->
                ok(JsonNodeFactory.instance
                        .objectNode()
                        .put("jid", path[1])
                        .put("name", cluster.job(path[1]).program().jobName()));
            case "plan" -> ok(JobViews.details(cluster.job(path[1])).path("plan"));
            case "stop" ->
                trigger(
                        path[1],
                        body(request),
                        body(request).path("targetDirectory").asText(""),
                        true);
            case "savepoints" ->
                post
                        ? trigger(
                                path[1],
                                body(request),
                                body(request).path("target-directory").asText(""),
                                body(request).path("cancel-job").asBoolean())
                        : savepoint(path.length > 3 ? path[3] : "");
            default -> throw notFound(request);
        };
    }

    private SimResponse trigger(String id, ObjectNode body, String directory, boolean stop) throws FlinkRefusal {
        String trigger =
                operations.savepoint(id, directory, stop, body.path("triggerId").asText(""));
        return SimResponse.json(202, JsonNodeFactory.instance.objectNode().put("request-id", trigger));
    }

    private SimResponse savepoint(String trigger) throws FlinkRefusal {
        Operations.Result result = operations.result(trigger);
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.putObject("status").put("id", "COMPLETED");
        ObjectNode operation = view.putObject("operation");
        result.location().ifPresent(path -> operation.put("location", path));
        result.failure()
                .ifPresent(why -> operation
                        .putObject("failure-cause")
                        .put("class", "java.util.concurrent.CompletionException")
                        .put("stack-trace", why));
        return ok(view);
    }

    private SimResponse jars(SimRequest request, String[] path) throws FlinkRefusal {
        if (path.length == 1) {
            return ok(jars.list());
        }
        if (path[1].equals("upload")) {
            return ok(jars.upload(request));
        }
        if (path.length == 2 && request.method().equals("DELETE")) {
            jars.delete(path[1]);
            return ok(JsonNodeFactory.instance.objectNode());
        }
        if (path.length == 3 && path[2].equals("run")) {
            ObjectNode wanted = body(request).deepCopy();
            request.query()
                    .forEach((name, value) -> wanted.put(name.equals("entry-class") ? "entryClass" : name, value));
            wanted.put("jar", jars.file(path[1]));
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            return ok(answer.put("jobid", started(wanted).id()));
        }
        throw notFound(request);
    }

    /** What the command line sends in place of a serialized job graph. */
    private SimResponse submit(ObjectNode body) throws FlinkRefusal {
        FlinkJob job = started(body);
        return SimResponse.json(
                202,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("jobUrl", "/jobs/" + job.id())
                        .put("jobid", job.id()));
    }

    private FlinkJob started(ObjectNode body) throws FlinkRefusal {
        List<String> args = new ArrayList<>();
        body.path("programArgsList").forEach(arg -> args.add(arg.asText()));
        FlinkProgram program = body.has("jobName")
                ? new FlinkProgram(
                        body.path("jobName").asText(),
                        body.path("bounded").asBoolean(),
                        0,
                        body.path("failure").asText())
                : FlinkProgram.of(
                        body.path("jar").asText(), body.path("entryClass").asText(""), args);
        int usual = cluster.leader()
                .map(leader -> leader.config().number("parallelism.default", 1))
                .orElse(1);
        int parallelism = body.path("parallelism").asInt(usual);
        return cluster.submit(
                program, Math.max(1, parallelism), body.path("jobId").asText(""));
    }

    private static ObjectNode body(SimRequest request) throws FlinkRefusal {
        if (request.body().length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            JsonNode body = MAPPER.readTree(request.text());
            return body instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        } catch (JsonProcessingException wrong) {
            throw new FlinkRefusal(400, "Request did not match expected format: " + wrong.getOriginalMessage());
        }
    }
}
