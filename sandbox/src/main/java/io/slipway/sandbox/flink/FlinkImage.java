package io.slipway.sandbox.flink;

import io.slipway.sandbox.workloads.Container;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files of the Flink image that the guides' Dockerfile makes. */
final class FlinkImage {
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

    private FlinkImage() {}

    static boolean is(Container container) {
        return container.image().matches(".*(^|/)flink[a-z-]*([:@].*)?$") || container.mentions("flink-connectors");
    }

    static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        LIBRARIES.forEach(name -> files.put("/opt/flink/lib/" + name, ""));
        FlinkProgram.exampleJars().forEach(path -> files.put(path, ""));
        files.put("/opt/flink/plugins/s3-fs-hadoop/flink-s3-fs-hadoop-1.20.0.jar", "");
        files.put("/opt/flink/jobs/kafka-to-iceberg-pipeline.jar", "");
        files.put("/opt/flink/bin/flink", "");
        return files;
    }
}
