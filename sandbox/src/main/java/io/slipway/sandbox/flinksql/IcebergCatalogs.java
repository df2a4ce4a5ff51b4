package io.slipway.sandbox.flinksql;

import io.slipway.sandbox.flink.FlinkConfig;
import io.slipway.sandbox.flink.FlinkImage;
import io.slipway.sandbox.net.Dial;
import io.slipway.sandbox.s3.S3Access;
import io.slipway.sandbox.s3.S3Problem;
import io.slipway.sandbox.sparksql.Catalog;
import io.slipway.sandbox.state.SimulatorState;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Services;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Catalogs of Iceberg, named by a Nessie: the same tables that Spark finds there. Files go to the warehouse's bucket. */
final class IcebergCatalogs {
    private static final String S3 = "^s3[an]?://";

    private final Services services;
    private final Container container;

    IcebergCatalogs(Services services, Container container) {
        this.services = services;
        this.container = container;
    }

    /** Opens the catalog that the options of CREATE CATALOG describe. */
    Catalog open(Map<String, String> with) throws SqlFault {
        if (FlinkImage.files(container).keySet().stream().noneMatch(jar -> jar.contains("/iceberg-flink-runtime-"))) {
            throw SqlFault.plain(
                    "Could not find any factory for identifier 'iceberg' that implements 'org.apache.flink.table.factories.CatalogFactory' in the classpath.");
        }
        URI nessie = URI.create(with.getOrDefault("uri", ""));
        if (nessie.getHost() == null) {
            throw SqlFault.plain("Unable to create catalog: the sandbox has catalogs of Nessie, whose option is 'uri'");
        }
        meet(nessie);
        String warehouse = with.getOrDefault("warehouse", "");
        check(warehouse);
        return new Catalog(
                new SimulatorState(services.store(), "tables"),
                container.namespace() + "/" + nessie.getHost(),
                path -> write(warehouse, path));
    }

    private void meet(URI nessie) throws SqlFault {
        int port = nessie.getPort() > 0 ? nessie.getPort() : 80;
        String why = switch (services.network().dial(container.origin(), nessie.getHost(), port)) {
            case Dial.Connected connected -> "";
            case Dial.Refused refused -> "java.net.ConnectException: Connection refused";
            case Dial.Unresolved unresolved -> "java.net.UnknownHostException: " + unresolved.host();
        };
        if (!why.isEmpty()) {
            throw new SqlFault(
                    "org.apache.flink.table.api.ValidationException: Could not execute CREATE CATALOG",
                    "org.projectnessie.client.http.HttpClientException: Failed to execute GET request against '"
                            + nessie + "/config'",
                    why);
        }
    }

    private void check(String warehouse) throws SqlFault {
        if (!warehouse.matches(S3 + ".*")) {
            return;
        }
        try {
            access().check(bucket(warehouse));
        } catch (S3Problem problem) {
            throw new SqlFault(
                    "org.apache.hadoop.fs.s3a.AWSClientIOException: " + warehouse + ": " + problem.getMessage());
        }
    }

    private S3Access access() {
        String endpoint = FlinkConfig.of(container).get("flink.hadoop.fs.s3a.endpoint", "http://minio:9000");
        return new S3Access(services, container, endpoint);
    }

    private static String bucket(String warehouse) {
        return warehouse.replaceFirst(S3, "").replaceFirst("/.*", "");
    }

    /** The metadata of a commit; from the first snapshot on there are data as well. */
    private void write(String warehouse, String path) {
        if (!warehouse.matches(S3 + ".*")) {
            return;
        }
        String prefix = warehouse
                .replaceFirst(S3 + "[^/]*/?", "")
                .replaceFirst("(?<!/)$", "/")
                .replaceFirst("^/$", "");
        put(warehouse, prefix + path, "{\"format-version\":2}");
        if (!path.endsWith("/00000.metadata.json")) {
            put(warehouse, prefix + path.replace("/metadata/", "/data/").replace(".metadata.json", ".parquet"), "PAR1");
        }
    }

    private void put(String warehouse, String key, String content) {
        try {
            access().put(bucket(warehouse), key, content.getBytes(StandardCharsets.UTF_8));
        } catch (S3Problem lost) {
            throw new IllegalStateException(
                    "org.apache.hadoop.fs.s3a.AWSClientIOException: " + key + ": " + lost.getMessage(), lost);
        }
    }
}
