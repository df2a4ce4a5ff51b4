package io.slipway.sandbox.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.net.SimEndpoint;
import io.slipway.sandbox.net.SimRequest;
import io.slipway.sandbox.net.SimResponse;
import io.slipway.sandbox.s3.Buckets;
import io.slipway.sandbox.s3.S3Problem;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Process;
import io.slipway.sandbox.workloads.Services;
import io.slipway.sandbox.workloads.Workload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The History Server: needs its folder in the bucket to start, and lists the event logs it finds there. */
final class HistoryServerWorkload implements Workload {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Services services;

    HistoryServerWorkload(Services services) {
        this.services = services;
    }

    @Override
    public boolean runs(Container container) {
        return String.join(" ", container.commandLine()).matches(".*(HistoryServer|start-history-server).*");
    }

    @Override
    public Duration readyAfter(Container container) {
        return Duration.ofSeconds(8);
    }

    private static Storage folder(SparkConf conf) {
        return Storage.of(conf.get("spark.history.fs.logDirectory", "file:/tmp/spark-events"));
    }

    @Override
    public int run(Process process) throws InterruptedException {
        SparkConf conf = SparkConf.of(process.container());
        String directory = conf.get("spark.history.fs.logDirectory", "file:/tmp/spark-events");
        process.log(SparkLog.info(
                "HistoryServer",
                "Started daemon with process name: 7@" + process.container().podName()));
        process.sleep(Duration.ofSeconds(4));
        if (Storage.isS3(directory)) {
            try {
                Storage.access(services, process.container(), conf)
                        .check(folder(conf).bucket());
                if (!folderThere(process.container(), folder(conf))) {
                    throw new S3Problem(
                            S3Problem.Kind.NO_SUCH_BUCKET, "Log directory specified does not exist: " + directory);
                }
            } catch (S3Problem problem) {
                process.log("Exception in thread \"main\" java.io.FileNotFoundException: " + directory + ": "
                        + problem.getMessage());
                return 1;
            }
        }
        process.log(SparkLog.info("Utils", "Successfully started service 'HistoryServerUI' on port 18080."));
        process.log(SparkLog.info(
                "HistoryServer",
                "Bound HistoryServer to 0.0.0.0, and started at http://"
                        + process.container().podIp() + ":18080"));
        process.runForEver();
        return 0;
    }

    private boolean folderThere(Container container, Storage folder) {
        return folder.prefix().isEmpty()
                || !buckets(container).list(folder.bucket(), folder.prefix()).isEmpty();
    }

    private Buckets buckets(Container container) {
        return new Buckets(services.store(), container.namespace());
    }

    @Override
    public Optional<SimEndpoint> endpoint(Container container, int port) {
        return port == 18080 ? Optional.of(request -> answer(request, container)) : Optional.empty();
    }

    private SimResponse answer(SimRequest request, Container container) {
        ArrayNode all = applications(container);
        if (request.path().equals("/api/v1/version")) {
            return SimResponse.json(200, JsonNodeFactory.instance.objectNode().put("spark", "3.5.7"));
        }
        if (request.path().equals("/api/v1/applications")) {
            boolean running = request.query().getOrDefault("status", "").equals("running");
            return SimResponse.json(200, running ? JsonNodeFactory.instance.arrayNode() : all);
        }
        if (request.path().equals("/")) {
            StringBuilder rows = new StringBuilder();
            all.forEach(app -> rows.append("<tr><td>")
                    .append(app.path("id").asText())
                    .append("</td><td>")
                    .append(app.path("name").asText())
                    .append("</td></tr>"));
            return SimResponse.html(
                    "<!DOCTYPE html><html><head><title>History Server</title></head><body><h3>3.5.7 History Server (simulated)</h3><table>"
                            + rows + "</table></body></html>");
        }
        return SimResponse.plain(404, "not found\n");
    }

    private ArrayNode applications(Container container) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        Storage folder = folder(SparkConf.of(container));
        Buckets buckets = buckets(container);
        for (Buckets.Entry entry : buckets.list(folder.bucket(), folder.prefix())) {
            buckets.get(folder.bucket(), entry.key())
                    .ifPresent(bytes -> application(new String(bytes, StandardCharsets.UTF_8), all));
        }
        return all;
    }

    private static void application(String log, ArrayNode all) {
        if (!log.startsWith("{\"Event\"")) {
            return;
        }
        String[] lines = log.split("\n");
        JsonNode start = event(lines[1]);
        JsonNode end = event(lines[lines.length - 1]);
        ObjectNode app = all.addObject()
                .put("id", start.path("App ID").asText())
                .put("name", start.path("App Name").asText());
        ObjectNode attempt = app.putArray("attempts").addObject();
        attempt.put("startTime", time(start)).put("endTime", time(end)).put("lastUpdated", time(end));
        attempt.put(
                "duration",
                end.path("Timestamp").asLong() - start.path("Timestamp").asLong());
        attempt.put("sparkUser", start.path("User").asText())
                .put("completed", true)
                .put("appSparkVersion", "3.5.7");
    }

    private static String time(JsonNode event) {
        return Instant.ofEpochMilli(event.path("Timestamp").asLong()).toString().replace("Z", "GMT");
    }

    private static JsonNode event(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException broken) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    @Override
    public Map<String, String> files(Container container) {
        return SparkImage.files();
    }

    @Override
    public Usage usage(Container container) {
        return new Usage(60, 520);
    }
}
