package io.slipway.activities.validate.probes;

import io.slipway.model.action.Probe;

/** Who asks which probe. */
public final class Probes {
    private Probes() {}

    /** A probe with the one who asks it. */
    public static Bound<?> bind(Probe probe) {
        return switch (probe) {
            case Probe.ObjectProbe object -> new Bound<>(object, new ObjectAsker());
            case Probe.ObjectsProbe objects -> new Bound<>(objects, new ObjectsAsker());
            case Probe.LogsProbe logs -> new Bound<>(logs, new LogsAsker());
            case Probe.HttpProbe http -> new Bound<>(http, new HttpAsker());
            case Probe.ExecProbe exec -> new Bound<>(exec, new ExecAsker());
            case Probe.SqlProbe sql -> new Bound<>(sql, new SqlAsker());
            case Probe.EventsProbe events -> new Bound<>(events, new EventsAsker());
            case Probe.MetricProbe metric -> new Bound<>(metric, new MetricAsker());
            case Probe.CanIProbe right -> new Bound<>(right, new CanIAsker());
            case Probe.SecretProbe secret -> new Bound<>(secret, new SecretAsker());
            case Probe.EnvProbe env -> new Bound<>(env, new EnvAsker());
            case Probe.QuotaProbe quota -> new Bound<>(quota, new QuotaAsker());
            case Probe.UsageProbe usage -> new Bound<>(usage, new UsageAsker());
            case Probe.DriftProbe drift -> new Bound<>(drift, new DriftAsker());
            case Probe.FlinkProbe flink -> new Bound<>(flink, new FlinkAsker());
            case Probe.DnsProbe dns -> new Bound<>(dns, new DnsAsker());
            case Probe.TcpProbe tcp -> new Bound<>(tcp, new TcpAsker());
            case Probe.KafkaProbe kafka -> new Bound<>(kafka, new KafkaAsker());
            case Probe.S3Probe s3 -> new Bound<>(s3, new S3Asker());
        };
    }
}
