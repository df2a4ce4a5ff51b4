package io.slipway.sandbox.spark;

import io.slipway.sandbox.net.Dial;
import io.slipway.sandbox.s3.S3Problem;
import io.slipway.sandbox.sparksql.Catalog;
import io.slipway.sandbox.sparksql.SqlSession;
import io.slipway.sandbox.state.SimulatorState;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Services;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Opens SQL sessions with the catalogs a configuration names. */
final class SqlSessions {
    private static final String PREFIX = "spark.sql.catalog.";

    private final Services services;
    private final Container container;
    private final SparkConf conf;

    SqlSessions(Services services, Container container, SparkConf conf) {
        this.services = services;
        this.container = container;
        this.conf = conf;
    }

    SqlSession open() {
        Map<String, Catalog> catalogs = new HashMap<>();
        conf.under(PREFIX).keySet().stream()
                .filter(key -> !key.contains("."))
                .forEach(name -> catalogs.put(
                        name,
                        new Catalog(
                                new SimulatorState(services.store(), "tables"),
                                container.namespace() + "/" + host(name),
                                this::metadata)));
        return new SqlSession(catalogs);
    }

    private String host(String catalog) {
        String uri = conf.get(PREFIX + catalog + ".uri", "");
        String host = uri.isEmpty() ? null : URI.create(uri).getHost();
        return host == null ? "local" : host;
    }

    /** What keeps a session from working: a catalog or an object store that does not answer. */
    Optional<String> problem() {
        for (String name : conf.under(PREFIX).keySet()) {
            String uri = name.endsWith(".uri") ? conf.get(PREFIX + name, "") : "";
            Optional<String> problem = uri.isEmpty() ? Optional.empty() : nessie(URI.create(uri));
            if (problem.isPresent()) {
                return problem;
            }
        }
        return storage();
    }

    private Optional<String> nessie(URI uri) {
        Dial dial = services.network().dial(container.origin(), uri.getHost(), uri.getPort() > 0 ? uri.getPort() : 80);
        return switch (dial) {
            case Dial.Connected connected -> Optional.empty();
            case Dial.Refused refused ->
                Optional.of("org.projectnessie.client.http.HttpClientException: Failed to execute GET request against '"
                        + uri + "/config': java.net.ConnectException: Connection refused");
            case Dial.Unresolved unresolved ->
                Optional.of("org.projectnessie.client.http.HttpClientException: Failed to execute GET request against '"
                        + uri + "/config': java.net.UnknownHostException: " + unresolved.host());
        };
    }

    private Optional<String> storage() {
        String warehouse = warehouse();
        if (!Storage.isS3(warehouse)) {
            return Optional.empty();
        }
        try {
            Storage.access(services, container, conf)
                    .check(Storage.of(warehouse).bucket());
            return Optional.empty();
        } catch (S3Problem problem) {
            return Optional.of(
                    "org.apache.hadoop.fs.s3a.AWSClientIOException: " + warehouse + ": " + problem.getMessage());
        }
    }

    private String warehouse() {
        return conf.under(PREFIX).entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(".warehouse"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private void metadata(String path) {
        String warehouse = warehouse();
        if (!Storage.isS3(warehouse)) {
            return;
        }
        Storage place = Storage.of(warehouse);
        try {
            Storage.access(services, container, conf)
                    .put(place.bucket(), place.key(path), "{\"format-version\":2}".getBytes(StandardCharsets.UTF_8));
        } catch (S3Problem lost) {
            throw new IllegalStateException(
                    "the store went away between the check and the commit: " + lost.getMessage(), lost);
        }
    }
}
