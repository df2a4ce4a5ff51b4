package io.slipway.activities.sql.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page of a result.
 *
 * @param tree as the gateway sent it
 */
record Page(JsonNode tree) {
    boolean isReady() {
        return !tree.path("resultType").asText().equals("NOT_READY");
    }

    boolean isLast() {
        return tree.path("resultType").asText().equals("EOS") || next().isEmpty();
    }

    Optional<String> next() {
        return Optional.of(tree.path("nextResultUri").asText("")).filter(uri -> !uri.isEmpty());
    }

    /** Its rows as text; an absent value is the word NULL, as the SQL client shows it. */
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : tree.at("/results/data")) {
            List<String> cells = new ArrayList<>();
            for (JsonNode cell : row.path("fields")) {
                cells.add(cell.isNull() ? "NULL" : cell.isValueNode() ? cell.asText() : cell.toString());
            }
            rows.add(List.copyOf(cells));
        }
        return rows;
    }

    /** The job that the statement started; gateways of version 1 say so in a column only. */
    Optional<String> job() {
        String job = tree.path("jobID").asText("");
        JsonNode columns = tree.at("/results/columns");
        boolean column =
                columns.size() == 1 && columns.path(0).path("name").asText().equals("job id");
        if (column) {
            return rows().stream().flatMap(List::stream).findFirst();
        }
        return Optional.of(job)
                .filter(id -> !id.isEmpty() && !tree.path("isQueryResult").asBoolean());
    }
}
