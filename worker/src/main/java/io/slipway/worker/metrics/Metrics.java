package io.slipway.worker.metrics;

import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Scope;
import com.uber.m3.tally.ScopeCloseException;
import com.uber.m3.util.Duration;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.slipway.activities.store.Stores;
import io.temporal.common.reporter.MicrometerClientStatsReporter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The metrics of a worker: of its rollouts, steps and checks, and those of the Temporal SDK. */
public final class Metrics implements AutoCloseable {
    /** The form of {@link #scrape}. */
    public static final String CONTENT_TYPE = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private static final Logger log = LoggerFactory.getLogger(Metrics.class);

    /** A pipeline or a check beyond so many is not told of any more: names come from files, and nobody bounds those. */
    private static final int MOST_PIPELINES = 200;

    private static final int MOST_CHECKS = 2_000;
    private static final int REPORT_SECONDS = 2;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Scope scope;
    private Optional<RolloutGauges> gauges = Optional.empty();

    /** Metrics in which nothing is counted yet. */
    public Metrics() {
        registry.config()
                .meterFilter(new TemporalBuckets())
                .meterFilter(
                        MeterFilter.maximumAllowableTags("slipway", "pipeline", MOST_PIPELINES, MeterFilter.deny()))
                .meterFilter(
                        MeterFilter.maximumAllowableTags("slipway.checks", "check", MOST_CHECKS, MeterFilter.deny()));
        scope = new RootScopeBuilder()
                .reporter(new MicrometerClientStatsReporter(registry))
                .reportEvery(Duration.ofSeconds(REPORT_SECONDS));
    }

    /** Where the Temporal SDK counts. */
    public Scope scope() {
        return scope;
    }

    /** The same stores; what is written into their journals is counted, and they are read when metrics are asked for. */
    public Stores measuring(Stores stores) {
        gauges = Optional.of(new RolloutGauges(registry, stores.journals()));
        RolloutMeters meters = new RolloutMeters(registry, stores);
        return new Stores(stores.journals().heardBy(meters::heard), stores.fleets(), stores.blobs());
    }

    /** Everything as OpenMetrics text. */
    public String scrape() {
        gauges.ifPresent(RolloutGauges::refresh);
        return registry.scrape(CONTENT_TYPE);
    }

    @Override
    public void close() {
        try {
            scope.close();
        } catch (ScopeCloseException e) {
            log.warn("the last metrics of the Temporal SDK were not counted", e);
        }
        registry.close();
    }
}
