package io.slipway.sandbox.flinksql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.slipway.sandbox.flink.FlinkClient;
import io.slipway.sandbox.flink.FlinkRefusal;
import java.util.ArrayList;
import java.util.List;

/** Jobs of statements, on the cluster that the gateway's configuration names. */
final class JobPort {
    private final FlinkClient client;

    JobPort(FlinkClient client) {
        this.client = client;
    }

    /** A job that writes into a table of the session. */
    String submit(String sink, Query source) throws SqlFault {
        return submit(sink, source.isBounded(), source.failure());
    }

    /** A job that writes into tables of the session, and fails for a reason, when one is given. */
    String submit(String sink, boolean bounded, String failure) throws SqlFault {
        return into("default_catalog.default_database." + sink, bounded, failure);
    }

    /** A job that writes into a table with its whole name. */
    String into(String sink, boolean bounded, String failure) throws SqlFault {
        return call(
                        "POST",
                        "/jobs",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("jobName", "insert-into_" + sink)
                                .put("bounded", bounded)
                                .put("failure", failure)
                                .toString())
                .path("jobid")
                .asText();
    }

    void stop(String id) throws SqlFault {
        call("PATCH", "/jobs/" + id, "");
    }

    List<List<String>> list() throws SqlFault {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode job : call("GET", "/jobs/overview", "").path("jobs")) {
            rows.add(List.of(
                    job.path("jid").asText(),
                    job.path("name").asText(),
                    job.path("state").asText(),
                    job.path("start-time").asText()));
        }
        return rows;
    }

    private JsonNode call(String method, String path, String body) throws SqlFault {
        try {
            return client.call(method, path, body);
        } catch (FlinkRefusal refused) {
            throw new SqlFault(
                    "org.apache.flink.table.api.TableException: Failed to execute sql",
                    "org.apache.flink.util.FlinkException: Failed to execute job 'insert-into'.",
                    refused.getMessage());
        }
    }
}
