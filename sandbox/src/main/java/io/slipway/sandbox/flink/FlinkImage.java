package io.slipway.sandbox.flink;

import io.slipway.sandbox.workloads.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of the Flink images that the guides' Dockerfiles make: of 1.20 and 2.1 with Iceberg, of 2.0 with Kafka and
 * Avro; and of the test bed's {@code flink-sql} of 1.20, with Kafka and Avro. The version is that of the image's tag.
 */
public final class FlinkImage {
    private static final String USUAL = "1.20.0";
    private static final Pattern TAG = Pattern.compile(".*:v?(\\d+\\.\\d+\\.\\d+)[^/]*");
    private static final List<String> FLINK = List.of(
            "flink-dist-%s.jar",
            "flink-json-%s.jar", "flink-csv-%s.jar", "flink-table-planner-loader-%s.jar", "flink-table-runtime-%s.jar");
    private static final List<String> AVRO =
            List.of("flink-sql-avro-%s.jar", "flink-sql-avro-confluent-registry-%s.jar");
    private static final List<String> HADOOP = List.of(
            "hadoop-client-api-3.4.1.jar",
            "hadoop-client-runtime-3.4.1.jar",
            "hadoop-aws-3.4.1.jar",
            "iceberg-nessie-1.10.0.jar",
            "bundle-2.28.11.jar");
    private static final List<String> OF_1 = List.of(
            "flink-sql-connector-kafka-3.3.0-1.20.jar",
            "iceberg-flink-runtime-1.20-1.7.0.jar",
            "hadoop-common-3.4.1.jar",
            "aws-java-sdk-bundle-1.12.772.jar");
    private static final List<String> OF_2_0 = List.of("flink-sql-connector-kafka-4.0.0-2.0.jar");
    private static final List<String> OF_2_1 =
            List.of("flink-sql-connector-kafka-4.0.1-2.0.jar", "iceberg-flink-runtime-2.0-1.10.0.jar");

    private FlinkImage() {}

    /** The version that the image's tag names, or that of the first guide's image. */
    public static String version(Container container) {
        Matcher tag = TAG.matcher(container.image());
        return tag.matches() ? tag.group(1) : USUAL;
    }

    static boolean is(Container container) {
        return container.image().matches(".*(^|/)flink[a-z-]*([:@].*)?$") || container.mentions("flink-connectors");
    }

    /** The files of a container's image. */
    public static Map<String, String> files(Container container) {
        String version = version(container);
        boolean cloud = version.startsWith("2.0.");
        List<String> libraries = new ArrayList<>(FLINK);
        libraries.addAll(cloud ? OF_2_0 : HADOOP);
        libraries.addAll(cloud || container.image().contains("flink-sql:") ? AVRO : List.of());
        libraries.addAll(cloud ? List.of() : version.startsWith("2.") ? OF_2_1 : OF_1);
        Map<String, String> files = new TreeMap<>();
        libraries.forEach(name -> files.put("/opt/flink/lib/" + name.formatted(version), ""));
        for (String plugin : cloud ? List.of("gs-fs-hadoop", "azure-fs-hadoop") : List.of("s3-fs-hadoop")) {
            files.put("/opt/flink/plugins/" + plugin + "/flink-" + plugin + "-" + version + ".jar", "");
        }
        FlinkProgram.exampleJars().forEach(path -> files.put(path, ""));
        files.put("/opt/flink/jobs/kafka-to-iceberg-pipeline.jar", "");
        files.put("/opt/flink/bin/flink", "");
        files.put("/opt/flink/bin/sql-gateway.sh", "");
        return files;
    }
}
