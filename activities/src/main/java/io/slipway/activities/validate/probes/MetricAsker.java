package io.slipway.activities.validate.probes;

import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.evidence.Excerpt;
import io.slipway.activities.reach.HttpAsk;
import io.slipway.activities.reach.HttpReply;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.reach.Where;
import io.slipway.model.action.Probe.MetricProbe;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Reads a value from a Prometheus endpoint. */
final class MetricAsker implements Asker<MetricProbe> {
    @Override
    public String subject(MetricProbe probe) {
        return "the metric " + metric(probe) + " of " + endpoint(probe);
    }

    @Override
    public String rule(MetricProbe probe) {
        return endpoint(probe) + " has the metric " + metric(probe);
    }

    @Override
    public String byHand(MetricProbe probe, String namespace) {
        String port = probe.port().orElseGet(() -> probe.service().orElse("").replaceFirst(".*:", ""));
        String object = probe.of()
                .map(Object::toString)
                .orElseGet(() -> "svc/" + probe.service().orElse("").replaceFirst(":.*", ""));
        return "kubectl port-forward -n " + namespace + " " + object + " " + port + " & curl -s http://localhost:"
                + port + probe.path() + " | grep " + probe.name();
    }

    @Override
    public Calls calls(MetricProbe probe, Reach reach) throws InterruptedException {
        return probe.service().isPresent()
                ? reach.callsToService()
                : reach.callsToPort(Where.of(probe.of().orElseThrow()));
    }

    @Override
    public Seen ask(MetricProbe probe, Reach reach) throws InterruptedException {
        URI address = URI.create(base(probe, reach) + (probe.path().startsWith("/") ? "" : "/") + probe.path());
        HttpReply reply = reach.http()
                .send(HttpAsk.get(address, HttpAsk.patience(reach.context().left())), endpoint(probe));
        if (!reply.ok()) {
            return Seen.nothing(
                    "HTTP " + reply.status(),
                    endpoint(probe) + " answered " + reply.status() + ": " + Excerpt.line(reply.text()),
                    "check that the metrics reporter is configured, and its path and port");
        }
        List<PrometheusText.Sample> samples = PrometheusText.samples(reply.text(), probe.name(), probe.labels());
        if (samples.isEmpty()) {
            return Seen.nothing(
                    "no such metric among " + reply.text().lines().count() + " lines",
                    endpoint(probe) + " has no metric " + metric(probe),
                    "correct its name or labels; list all metrics: "
                            + byHand(probe, reach.context().namespace()));
        }
        return Seen.good(
                Map.of(
                        "value", samples.getFirst().value(),
                        "samples", samples.stream().map(MetricAsker::value).toList()),
                samples.getFirst().name() + " = " + samples.getFirst().value()
                        + (samples.size() == 1 ? "" : ", first of " + samples.size() + " samples"));
    }

    private static URI base(MetricProbe probe, Reach reach) throws InterruptedException {
        if (probe.service().isPresent()) {
            return reach.service(probe.service().get());
        }
        int port = Integer.parseInt(probe.port().orElseThrow());
        return reach.podPort(reach.pod(Where.of(probe.of().orElseThrow())), port);
    }

    private static Map<String, Object> value(PrometheusText.Sample sample) {
        return Map.of("name", sample.name(), "labels", sample.labels(), "value", sample.value());
    }

    private static String endpoint(MetricProbe probe) {
        return probe.service()
                        .orElseGet(() -> probe.of().map(Object::toString).orElse("") + ":"
                                + probe.port().orElse(""))
                + probe.path();
    }

    private static String metric(MetricProbe probe) {
        return probe.name() + (probe.labels().isEmpty() ? "" : " " + probe.labels());
    }
}
