package io.slipway.activities.validate.probes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Samples out of Prometheus' text format. */
class PrometheusTextTest {
    private static final String TEXT = """
            # HELP jobs Jobs.
            # TYPE jobs gauge
            jobs{host="a",note="x \\"y\\" \\\\ {z}",} 2.0
            jobs{host="b"} +Inf 1395066363000
            jobs_total 7
            """;

    @Test
    void findsByNameAndLabels() {
        assertThat(PrometheusText.samples(TEXT, "jobs", Map.of())).hasSize(2);
        PrometheusText.Sample a =
                PrometheusText.samples(TEXT, "jobs", Map.of("host", "a")).getFirst();
        assertThat(a.value()).isEqualTo(2.0);
        assertThat(a.labels()).containsEntry("note", "x \"y\" \\ {z}");
        assertThat(PrometheusText.samples(TEXT, "jobs", Map.of("host", "b"))
                        .getFirst()
                        .value())
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(PrometheusText.samples(TEXT, "jobs", Map.of("host", "c"))).isEmpty();
    }
}
