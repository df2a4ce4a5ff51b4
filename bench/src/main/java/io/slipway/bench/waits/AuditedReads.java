package io.slipway.bench.waits;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What clients that are no controllers have listed and watched in a namespace, by the API server's audit log.
 *
 * @param lists kind to how often it was listed whole, a list of many pages counted once
 * @param watches kind to how many watches were opened
 */
record AuditedReads(Map<String, Integer> lists, Map<String, Integer> watches) {
    private static final String WORKER = "slipway/";

    /** Those since that moment: the log is older than the run that asks. */
    static AuditedReads of(List<Path> logs, String namespace, Instant since) throws IOException {
        AuditedReads reads = new AuditedReads(new TreeMap<>(), new TreeMap<>());
        for (Path log : logs) {
            try (Stream<String> lines = Files.lines(log)) {
                lines.filter(line -> line.contains("\"" + namespace + "\""))
                        .map(line -> Json.read(line, JsonNode.class))
                        .filter(event -> event.path("userAgent").asText().startsWith(WORKER))
                        .filter(event -> !Instant.parse(
                                        event.path("requestReceivedTimestamp").asText())
                                .isBefore(since))
                        .forEach(reads::add);
            }
        }
        return reads;
    }

    int most(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private void add(JsonNode event) {
        String kind = event.path("objectRef").path("resource").asText();
        String uri = event.path("requestURI").asText();
        boolean begins = event.path("stage").asText().equals("ResponseStarted");
        switch (event.path("verb").asText()) {
            case "list" -> {
                if (!begins && !uri.contains("continue=")) {
                    lists.merge(kind, 1, Integer::sum);
                }
            }
            case "watch" -> {
                if (begins) {
                    watches.merge(kind, 1, Integer::sum);
                }
            }
            default -> {
                // no reading of many objects
            }
        }
    }
}
