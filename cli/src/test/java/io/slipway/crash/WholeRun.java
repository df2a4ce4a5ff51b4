package io.slipway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a run of the workshop's pipeline leaves when nobody kills it.
 *
 * @param lines of its journal
 * @param created every object, with how often it was created
 */
record WholeRun(int lines, Map<String, Long> created) {
    static WholeRun in(Path folder) throws Exception {
        Path work = Workshop.in(folder);
        try (Child child = Child.start(work, "run", Workshop.PIPELINE, "--sandbox", "--yes")) {
            assertThat(child.exit()).as(child.printed()).isZero();
        }
        Traces traces = new Traces(work);
        Map<String, Long> created = traces.created();
        assertThat(created)
                .containsKeys(
                        "deployments/datalyptica/spark-submit",
                        "deployments/datalyptica/flink-jobmanager",
                        "buildconfigs/datalyptica/spark-iceberg",
                        "imagestreams/datalyptica/flink-connectors")
                .allSatisfy((object, times) -> assertThat(times).as(object).isOne());
        assertThat(traces.stored())
                .contains("deployments/datalyptica/spark-submit", "imagestreams/datalyptica/spark-iceberg");
        return new WholeRun(traces.events().size(), created);
    }
}
