package io.slipway.activities.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.reach.HttpAsk;
import io.slipway.activities.reach.HttpReply;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.StepFailure;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Asks a Flink cluster over REST.
 *
 * @see <a href="https://nightlies.apache.org/flink/flink-docs-release-1.20/docs/ops/rest_api/">Flink's REST API</a>
 */
public final class FlinkRest {
    private static final Set<String> TERMINAL = Set.of("FINISHED", "FAILED", "CANCELED", "SUSPENDED");

    private final Reach reach;
    private final Base base;

    /** Where the API is now; asked before each request, since pods move. */
    @FunctionalInterface
    public interface Base {
        /** The address, such as {@code http://127.0.0.1:8081}. */
        URI now() throws InterruptedException;
    }

    /** The API at an address. */
    public FlinkRest(Reach reach, Base base) {
        this.reach = reach;
        this.base = base;
    }

    /** The API behind a service, as {@code name:port}. */
    public static FlinkRest of(Reach reach, String service) {
        return new FlinkRest(reach, () -> reach.service(service));
    }

    /**
     * Gets a resource, or empty when there is none (404).
     *
     * @throws StepFailure when Flink does not answer or answers otherwise
     */
    public Optional<JsonNode> find(String path) throws InterruptedException {
        HttpReply reply = send("GET", path, Optional.empty());
        if (reply.status() == 404) {
            return Optional.empty();
        }
        return Optional.of(checked(reply, path));
    }

    /** Gets a resource that must be there; as {@link #find}. */
    public JsonNode get(String path) throws InterruptedException {
        return checked(send("GET", path, Optional.empty()), path);
    }

    /** Changes something: announced as a write. */
    public JsonNode change(String method, String path, Optional<JsonNode> body) throws InterruptedException {
        reach.context().beforeWrite();
        return checked(send(method, path, body), path);
    }

    private HttpReply send(String method, String path, Optional<JsonNode> body) throws InterruptedException {
        URI uri = URI.create(base.now() + path);
        HttpAsk ask = new HttpAsk(
                method,
                uri,
                Map.of(),
                body,
                true,
                HttpAsk.patience(reach.context().left()));
        return reach.http().send(ask);
    }

    private static JsonNode checked(HttpReply reply, String path) {
        JsonNode body = reply.body();
        if (!reply.ok()) {
            throw StepFailure.of(
                    "Flink answered " + reply.status() + " to " + path,
                    reason(body, reply),
                    "see the JobManager's log");
        }
        return body.isTextual() ? emptyOr(body, path) : body;
    }

    /** The innermost cause of the traces that Flink answers with, else the first line. */
    private static String reason(JsonNode body, HttpReply reply) {
        String errors = body.path("errors").isEmpty()
                ? reply.text().strip()
                : String.join(
                        "\n",
                        body.path("errors").valueStream().map(JsonNode::asText).toList());
        List<String> lines = errors.lines().map(String::strip).toList();
        return lines.stream()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((first, second) -> second)
                .map(line -> line.substring("Caused by: ".length()))
                .or(() -> lines.stream().findFirst())
                .orElse("no reason given");
    }

    private static JsonNode emptyOr(JsonNode body, String path) {
        if (body.asText().isBlank()) {
            return MissingNode.getInstance();
        }
        throw StepFailure.permanent(
                "the server at " + path + " is not a Flink REST API",
                "its response is not JSON",
                "name the JobManager's REST service, such as flink-jobmanager-rest:8081");
    }

    /** The cluster: TaskManagers, slots, counts of jobs, version. */
    public JsonNode overview() throws InterruptedException {
        return get("/overview");
    }

    /** All TaskManagers. */
    public JsonNode taskManagers() throws InterruptedException {
        return get("/taskmanagers").path("taskmanagers");
    }

    /** All jobs with their states. */
    public JsonNode jobs() throws InterruptedException {
        return get("/jobs/overview").path("jobs");
    }

    /** A job with its vertices, or empty when the cluster does not know it. */
    public Optional<JsonNode> job(String id) throws InterruptedException {
        return find("/jobs/" + id);
    }

    /** A job's checkpoints: counts, latest, history; empty when there is no such job. */
    public Optional<JsonNode> checkpoints(String id) throws InterruptedException {
        return find("/jobs/" + id + "/checkpoints");
    }

    /** The JobManager's configuration. */
    public Map<String, String> config() throws InterruptedException {
        Map<String, String> config = new TreeMap<>();
        for (JsonNode entry : get("/jobmanager/config")) {
            config.put(entry.path("key").asText(), entry.path("value").asText());
        }
        return config;
    }

    /** The root cause of a job's failure; empty when it has none or the cluster has forgotten it. */
    public Optional<RootCause> rootCause(String id) throws InterruptedException {
        return find("/jobs/" + id + "/exceptions").flatMap(RootCause::of);
    }

    /** The id of an uploaded jar of that name, or empty. */
    public Optional<String> jar(String name) throws InterruptedException {
        return get("/jars")
                .path("files")
                .valueStream()
                .filter(jar -> jar.path("name").asText().equals(name))
                .map(jar -> jar.path("id").asText())
                .findFirst();
    }

    /** Uploads a jar and gives its id. */
    public String upload(String name, byte[] content) throws InterruptedException {
        reach.context().beforeWrite();
        URI uri = URI.create(base.now() + "/jars/upload");
        HttpReply reply = new JarUpload(reach).send(uri, name, content);
        String path = checked(reply, "/jars/upload").path("filename").asText();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Runs an uploaded jar: entryClass, programArgsList, parallelism, savepointPath, jobId. */
    public void runJar(String id, JsonNode body) throws InterruptedException {
        change("POST", "/jars/" + id + "/run", Optional.of(body));
    }

    /** Deletes an uploaded jar. */
    public void deleteJar(String id) throws InterruptedException {
        change("DELETE", "/jars/" + id, Optional.empty());
    }

    /** Cancels a job; Flink goes on cancelling after it has answered. */
    public void cancel(String id) throws InterruptedException {
        change("PATCH", "/jobs/" + id + "?mode=cancel", Optional.empty());
    }

    /**
     * Begins to take a savepoint.
     *
     * @param operation id of the operation, for {@link #savepoint}: 32 hexadecimal digits of our own choice
     */
    void takeSavepoint(String id, String operation, Savepoints.Order order) throws InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("triggerId", operation);
        if (order.stop()) {
            body.put("drain", order.drain());
            order.directory().ifPresent(directory -> body.put("targetDirectory", directory));
        } else {
            body.put("cancel-job", false);
            order.directory().ifPresent(directory -> body.put("target-directory", directory));
        }
        change("POST", "/jobs/" + id + (order.stop() ? "/stop" : "/savepoints"), Optional.of(body));
    }

    /** An operation, or empty when Flink does not know it. */
    Optional<JsonNode> findSavepoint(String id, String operation) throws InterruptedException {
        return find("/jobs/" + id + "/savepoints/" + operation);
    }

    /** Whether a job has ended, or is not known any more. */
    public boolean isOver(String id) throws InterruptedException {
        return job(id).map(job -> TERMINAL.contains(job.path("state").asText("")))
                .orElse(true);
    }

    /** How an operation stands: {@code status.id}, {@code operation.location}, {@code operation.failure-cause}. */
    JsonNode savepoint(String id, String operation) throws InterruptedException {
        return get("/jobs/" + id + "/savepoints/" + operation);
    }

    /**
     * Why a job failed.
     *
     * @param line the innermost cause, one line
     * @param trace the lines of the trace that name causes
     */
    public record RootCause(String line, List<String> trace) {
        static Optional<RootCause> of(JsonNode exceptions) {
            String trace = exceptions
                    .path("root-exception")
                    .asText(exceptions
                            .path("exceptionHistory")
                            .path("entries")
                            .path(0)
                            .path("stacktrace")
                            .asText(""));
            List<String> causes = trace.lines()
                    .map(String::strip)
                    .filter(line -> !line.startsWith("at ") && !line.startsWith("... ") && !line.isEmpty())
                    .toList();
            return causes.isEmpty() ? Optional.empty() : Optional.of(new RootCause(innermost(causes), causes));
        }

        private static String innermost(List<String> causes) {
            return causes.getLast().replaceFirst("^Caused by: ", "");
        }
    }
}
