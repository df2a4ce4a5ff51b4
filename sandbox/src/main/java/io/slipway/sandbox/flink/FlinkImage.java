package io.slipway.sandbox.flink;

import io.slipway.sandbox.workloads.Container;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of the Flink images that the guides' Dockerfiles make: of 1.20 with Iceberg, of 2.0 with Kafka and Avro. */
public final class FlinkImage {
    private static final List<String> LIBRARIES = List.of(
            "flink-dist-1.20.0.jar",
            "flink-table-planner-loader-1.20.0.jar",
            "flink-table-runtime-1.20.0.jar",
            "flink-sql-connector-kafka-3.3.0-1.20.jar",
            "iceberg-flink-runtime-1.20-1.7.0.jar",
            "hadoop-client-api-3.4.1.jar",
            "hadoop-client-runtime-3.4.1.jar",
            "hadoop-common-3.4.1.jar",
            "hadoop-aws-3.4.1.jar",
            "aws-java-sdk-bundle-1.12.772.jar",
            "iceberg-nessie-1.10.0.jar",
            "bundle-2.28.11.jar");

    private static final List<String> LIBRARIES_OF_2 = List.of(
            "flink-dist-%s.jar",
            "flink-table-planner-loader-%s.jar",
            "flink-table-runtime-%s.jar",
            "flink-json-%s.jar",
            "flink-csv-%s.jar",
            "flink-sql-avro-%s.jar",
            "flink-sql-avro-confluent-registry-%s.jar",
            "flink-sql-connector-kafka-4.0.0-2.0.jar");

    private static final Pattern TAG = Pattern.compile(".*:v?(\\d+\\.\\d+\\.\\d+)[^/]*");

    private FlinkImage() {}

    /** The version that the image's tag names, or that of the guides' own image. */
    public static String version(Container container) {
        Matcher tag = TAG.matcher(container.image());
        return tag.matches() ? tag.group(1) : "1.20.0";
    }

    static boolean is(Container container) {
        return container.image().matches(".*(^|/)flink[a-z-]*([:@].*)?$") || container.mentions("flink-connectors");
    }

    /** The files of a container's image. */
    public static Map<String, String> files(Container container) {
        String version = version(container);
        return version.startsWith("2.") ? filesOf2(version) : files();
    }

    private static Map<String, String> filesOf2(String version) {
        Map<String, String> files = new TreeMap<>();
        LIBRARIES_OF_2.forEach(name -> files.put("/opt/flink/lib/" + name.formatted(version), ""));
        FlinkProgram.exampleJars().forEach(path -> files.put(path, ""));
        files.put("/opt/flink/plugins/gs-fs-hadoop/flink-gs-fs-hadoop-" + version + ".jar", "");
        files.put("/opt/flink/plugins/azure-fs-hadoop/flink-azure-fs-hadoop-" + version + ".jar", "");
        files.put("/opt/flink/bin/flink", "");
        files.put("/opt/flink/bin/sql-gateway.sh", "");
        return files;
    }

    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        LIBRARIES.forEach(name -> files.put("/opt/flink/lib/" + name, ""));
        FlinkProgram.exampleJars().forEach(path -> files.put(path, ""));
        files.put("/opt/flink/plugins/s3-fs-hadoop/flink-s3-fs-hadoop-1.20.0.jar", "");
        files.put("/opt/flink/jobs/kafka-to-iceberg-pipeline.jar", "");
        files.put("/opt/flink/bin/flink", "");
        return files;
    }
}
