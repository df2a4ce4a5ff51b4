package io.slipway.cli.records;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.slipway.reports.CheckReport;
import io.slipway.reports.Report;
import io.slipway.reports.StepReport;
import io.slipway.worker.metrics.Metrics;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report as OpenMetrics text, for what collects files or takes a push: CI, a textfile collector, a push gateway. */
final class OpenMetricsReport {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Report report;

    private OpenMetricsReport(Report report) {
        this.report = report;
        registry.config().commonTags("pipeline", report.pipeline(), "target", report.target());
    }

    static String render(Report report) {
        return new OpenMetricsReport(report).render();
    }

    private String render() {
        gauge(
                "slipway.rollout.status",
                "Where the rollout is",
                Tags.of("status", report.status().word()),
                1);
        gauge("slipway.rollout.duration.seconds", "How long its runs took, so far", Tags.empty(), report.seconds());
        report.started()
                .ifPresent(at -> gauge(
                        "slipway.rollout.started.timestamp.seconds",
                        "When it started",
                        Tags.empty(),
                        at.toEpochMilli() / 1000.0));
        report.finished()
                .ifPresent(at -> gauge(
                        "slipway.rollout.finished.timestamp.seconds",
                        "When it ended",
                        Tags.empty(),
                        at.toEpochMilli() / 1000.0));
        counted("slipway.rollout.steps", "Its steps", "status", report.steps().stream(), OpenMetricsReport::status);
        counted("slipway.rollout.checks", "Its checks", "result", report.checks().stream(), OpenMetricsReport::result);
        counted(
                "slipway.rollout.objects",
                "Its objects",
                "change",
                report.changes().stream(),
                change -> change.kind().name().toLowerCase(Locale.ROOT));
        report.checks()
                .forEach(check -> gauge(
                        "slipway.rollout.check.held",
                        "Whether a check held",
                        Tags.of("check", check.step() + ": " + check.name()),
                        check.passed() ? 1 : 0));
        return registry.scrape(Metrics.CONTENT_TYPE);
    }

    private static String status(StepReport step) {
        return step.status().name().toLowerCase(Locale.ROOT);
    }

    private static String result(CheckReport check) {
        return check.passed() ? "passed" : check.failed() ? "failed" : "warned";
    }

    private <T> void counted(String name, String description, String label, Stream<T> all, Function<T, String> value) {
        Map<String, Long> counts = all.collect(Collectors.groupingBy(value, Collectors.counting()));
        counts.forEach((each, many) -> gauge(name, description, Tags.of(label, each), (double) many));
    }

    private void gauge(String name, String description, Tags tags, double value) {
        Gauge.builder(name, () -> value).description(description).tags(tags).register(registry);
    }
}
