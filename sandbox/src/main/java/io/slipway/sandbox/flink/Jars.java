package io.slipway.sandbox.flink;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.net.SimRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Jars uploaded over REST. As in the real server they are gone when the JobManager is. */
final class Jars {
    private static final Pattern FILE = Pattern.compile("filename=\"([^\"]+)\"");
    private static final String ZIP = "PK\u0003\u0004";
    private final Map<String, Long> uploaded = new ConcurrentSkipListMap<>();

    ObjectNode upload(SimRequest request) throws FlinkRefusal {
        String body = new String(request.body(), StandardCharsets.ISO_8859_1);
        Matcher file = FILE.matcher(body);
        if (!file.find()) {
            throw new FlinkRefusal(400, "Exactly 1 file must be sent, received 0.");
        }
        if (!file.group(1).endsWith(".jar") || !body.contains(ZIP)) {
            throw new FlinkRefusal(400, "Only Jar files are allowed.");
        }
        String id =
                UUID.randomUUID() + "_" + file.group(1).substring(file.group(1).lastIndexOf('/') + 1);
        uploaded.put(id, System.currentTimeMillis());
        return JsonNodeFactory.instance
                .objectNode()
                .put("filename", "/tmp/flink-web/flink-web-upload/" + id)
                .put("status", "success");
    }

    ObjectNode list() {
        ObjectNode view = JsonNodeFactory.instance.objectNode().put("address", "http://localhost:8081");
        ArrayNode files = view.putArray("files");
        uploaded.forEach((id, time) -> files.addObject()
                .put("id", id)
                .put("name", id.substring(37))
                .put("uploaded", time)
                .putArray("entry"));
        return view;
    }

    String file(String id) throws FlinkRefusal {
        if (!uploaded.containsKey(id)) {
            throw new FlinkRefusal(404, "Jar file /tmp/flink-web/flink-web-upload/" + id + " does not exist");
        }
        return id.substring(37);
    }

    boolean delete(String id) {
        return uploaded.remove(id) != null;
    }
}
