package io.slipway.model.spec;

import java.util.Objects;

/**
 * Names a Helm chart: a folder or {@code .tgz} archive of the pipeline's folder, which the planner reads, or an address:
 * {@code oci://registry/chart}, {@code https://repository/chart}, {@code https://host/chart-1.0.0.tgz}.
 *
 * @param value as written
 */
public record ChartRef(String value) {
    public ChartRef {
        Objects.requireNonNull(value, "value");
    }

    /** Whether a text names a chart by its address. */
    public static boolean isAddress(String text) {
        return text.contains("://");
    }

    /** Whether it is fetched when the step runs. */
    public boolean isAddress() {
        return isAddress(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
