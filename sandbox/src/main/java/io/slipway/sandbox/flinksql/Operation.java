package io.slipway.sandbox.flinksql;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A statement that was submitted, and what came of it.
 *
 * @param id its handle
 * @param answer what it gives
 * @param trace why it failed
 */
record Operation(String id, Optional<SqlAnswer> answer, Optional<String> trace) {
    private static final int PAGE = 100;

    String status() {
        return trace.isPresent() ? "ERROR" : "FINISHED";
    }

    /** A page of the result, as version 1 or 2 of the API sends it. */
    ObjectNode page(String base, String version, long token) {
        SqlAnswer result = answer.orElseThrow();
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        long first = token * PAGE;
        boolean over = first >= result.size() && token > 0;
        page.put("resultType", over ? "EOS" : "PAYLOAD");
        if (version.equals("v2")) {
            page.put("isQueryResult", result.query());
            page.put("resultKind", result.query() || !result.job().isEmpty() ? "SUCCESS_WITH_CONTENT" : "SUCCESS");
            if (!result.job().isEmpty()) {
                page.put("jobID", result.job());
            }
        }
        ObjectNode results = page.putObject("results").put("rowFormat", "JSON");
        var columns = results.putArray("columns");
        for (String column : result.columns()) {
            columns.addObject()
                    .put("name", column)
                    .putObject("logicalType")
                    .put("type", "VARCHAR")
                    .put("nullable", true)
                    .put("length", Integer.MAX_VALUE);
        }
        var data = results.putArray("data");
        for (long number = first; !over && number < Math.min(result.size(), first + PAGE); number++) {
            var fields = data.addObject().put("kind", "INSERT").putArray("fields");
            result.row().apply(number).forEach(fields::add);
        }
        if (!over) {
            String suffix = version.equals("v2") ? "?rowFormat=JSON" : "";
            page.put("nextResultUri", base + "/result/" + (token + 1) + suffix);
        }
        return page;
    }
}
