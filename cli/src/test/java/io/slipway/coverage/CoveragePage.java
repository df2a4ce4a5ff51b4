package io.slipway.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code docs/coverage.md}: a line for every requirement, made of the pipelines and of the reports of their runs.
 *
 * @param rows {@code rows.yaml}
 * @param guides name of a pipeline → what is known of it
 */
record CoveragePage(JsonNode rows, Map<String, Guide> guides) {
    /** How a guide's index begins the reason of a point that is still to be done. */
    private static final String NOT_YET = ": Not yet";

    private static final String HEAD = """
            # Coverage of the five guides

            Made by `CoverageTest`, which runs every shipped pipeline whole in the sandbox and reads the reports; what is said of the
            test bed is read from the report that was kept of a run there. Nothing here is written by hand but the words of the rows and
            the names of further tests.

            *Done*: every step and check behind the row succeeded in such a run; a check may have ended as a warning. *In part*: some were
            left out in all of them, or a point of the guide is not carried yet; they are named. *Open*: no step covers the row, or none of them ran. `slipway check PIPELINE --coverage` lists the steps and checks in full.
            """;

    String text() {
        StringBuilder page = new StringBuilder(HEAD);
        for (JsonNode guide : rows.path("guides")) {
            page.append("\n## ").append(guide.path("title").asText()).append("\n\n");
            page.append(guide.path("pipelines").isArray() ? ran(guide) : "").append("\n");
            page.append(
                    "| row | asks for | sandbox | test bed | steps and checks | further tests |\n|---|---|---|---|---|---|\n");
            for (JsonNode row : guide.path("rows")) {
                page.append(line(guide, row)).append('\n');
            }
        }
        return page.toString();
    }

    private String ran(JsonNode guide) {
        StringBuilder text = new StringBuilder();
        for (JsonNode name : guide.path("pipelines")) {
            text.append("Pipeline `").append(name.asText()).append("`: simulated in the sandbox");
            text.append(guides.get(name.asText())
                    .bed()
                    .map(run -> String.format(
                            Locale.ROOT,
                            "; on the test bed %s in %.0f s on %s.\n",
                            run.status(),
                            run.seconds(),
                            run.day()))
                    .orElse("; not yet on the test bed.\n"));
        }
        return text + guide.path("why").asText() + "\n";
    }

    /** The line of a row. */
    String line(JsonNode guide, JsonNode row) {
        Guide carrying = carrying(guide, row);
        String number = row.path("row").asText();
        List<String> carriers = carrying.carriers(number);
        return "| "
                + String.join(
                        " | ",
                        number,
                        row.path("asks").asText(),
                        simulated(guide, row),
                        onTestBed(carrying, number),
                        steps(carriers),
                        texts(row.path("tests")).stream()
                                .map(test -> "`" + test + "`")
                                .collect(Collectors.joining(", ")))
                + " |";
    }

    /** What a run on the test bed has shown of a row. */
    private static String onTestBed(Guide carrying, String number) {
        return carrying.bed()
                .map(run -> atMost(carrying, number, run.evidence().outcome(carrying.carriers(number))))
                .orElse("no");
    }

    /** What the sandbox has shown of a row. */
    String simulated(JsonNode guide, JsonNode row) {
        String number = row.path("row").asText();
        Guide carrying = carrying(guide, row);
        String seen = carrying.sandbox().outcome(carrying.carriers(number));
        return Stream.concat(Stream.of(atMost(carrying, number, seen)), carrying.reasons(number).stream())
                .collect(Collectors.joining("; "));
    }

    /** A row of which something is still to be done is done in part. */
    private static String atMost(Guide carrying, String number, String seen) {
        boolean missing = carrying.reasons(number).stream().anyMatch(reason -> reason.contains(NOT_YET));
        return missing && seen.equals("done") ? "in part" : seen;
    }

    /** The pipeline of the guide that claims the row. */
    Guide carrying(JsonNode guide, JsonNode row) {
        List<Guide> all =
                texts(guide.path("pipelines")).stream().map(guides::get).toList();
        return all.stream()
                .filter(one -> !one.carriers(row.path("row").asText()).isEmpty())
                .findFirst()
                .orElse(all.getFirst());
    }

    /** Steps, and how many checks of each count here. */
    static String steps(List<String> carriers) {
        Map<String, Integer> checks = new LinkedHashMap<>();
        for (String carrier : carriers) {
            int colon = carrier.indexOf(": ");
            checks.merge(colon < 0 ? carrier : carrier.substring(0, colon), colon < 0 ? 0 : 1, Integer::sum);
        }
        return checks.entrySet().stream()
                .map(step -> step(step.getKey(), carriers.contains(step.getKey()), step.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String step(String name, boolean whole, int checks) {
        String counted = checks == 0 ? "" : checks + (checks == 1 ? " check" : " checks");
        String quoted = "`" + name + "`";
        return !whole ? counted + " of " + quoted : checks == 0 ? quoted : quoted + " with " + counted;
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
