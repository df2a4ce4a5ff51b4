package io.slipway.sandbox.spark;

import io.slipway.sandbox.s3.S3Access;
import io.slipway.sandbox.s3.S3Problem;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Services;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The event log of an application, as the History Server reads it. */
final class EventLog {
    private final Services services;
    private final Container container;
    private final SparkConf conf;
    private final long started = Instant.now().toEpochMilli();

    EventLog(Services services, Container container, SparkConf conf) {
        this.services = services;
        this.container = container;
        this.conf = conf;
    }

    private String directory() {
        return conf.get("spark.eventLog.dir", "");
    }

    private boolean enabled() {
        return conf.flag("spark.eventLog.enabled", false) && Storage.isS3(directory());
    }

    /** Fails when the bucket cannot be used. */
    void open() throws S3Problem {
        if (enabled()) {
            Storage.access(services, container, conf)
                    .check(Storage.of(directory()).bucket());
        }
    }

    void close(Container driver) throws S3Problem {
        if (!enabled()) {
            return;
        }
        Storage place = Storage.of(directory());
        S3Access access = Storage.access(services, driver, conf);
        String id = conf.get("spark.app.id", driver.podName());
        byte[] text = text(id).getBytes(StandardCharsets.UTF_8);
        if (conf.flag("spark.eventLog.rolling.enabled", false)) {
            access.put(place.bucket(), place.key("eventlog_v2_" + id + "/appstatus_" + id), new byte[0]);
            access.put(place.bucket(), place.key("eventlog_v2_" + id + "/events_1_" + id), text);
        } else {
            access.put(place.bucket(), place.key(id), text);
        }
    }

    private String text(String id) {
        long now = Instant.now().toEpochMilli();
        return "{\"Event\":\"SparkListenerLogStart\",\"Spark Version\":\"3.5.7\"}\n"
                + "{\"Event\":\"SparkListenerApplicationStart\",\"App Name\":\"" + conf.get("spark.app.name", "spark")
                + "\",\"App ID\":\"" + id + "\",\"Timestamp\":" + started + ",\"User\":\"spark\"}\n"
                + "{\"Event\":\"SparkListenerApplicationEnd\",\"Timestamp\":" + now + "}\n";
    }
}
