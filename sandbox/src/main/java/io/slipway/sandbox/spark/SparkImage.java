package io.slipway.sandbox.spark;

import io.slipway.sandbox.workloads.Container;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files of the Spark image that the guides' Dockerfile makes. */
final class SparkImage {
    private static final List<String> JARS = List.of(
            "spark-core_2.12-3.5.7.jar",
            "spark-sql_2.12-3.5.7.jar",
            "spark-kubernetes_2.12-3.5.7.jar",
            "hadoop-client-api-3.3.4.jar",
            "iceberg-spark-runtime-3.5_2.12-1.10.0.jar",
            "iceberg-nessie-1.10.0.jar",
            "hadoop-aws-3.3.4.jar",
            "aws-java-sdk-bundle-1.12.772.jar",
            "bundle-2.28.11.jar",
            "url-connection-client-2.28.11.jar");

    private SparkImage() {}

    static boolean is(Container container) {
        return container.image().matches(".*(^|/)spark[a-z-]*([:@].*)?$");
    }

    static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        JARS.forEach(name -> files.put("/opt/spark/jars/" + name, ""));
        files.put("/opt/spark/examples/jars/spark-examples_2.12-3.5.7.jar", "");
        files.put("/opt/spark/examples/src/main/python/pi.py", "");
        files.put("/opt/spark/bin/spark-submit", "");
        files.put("/opt/spark/work-dir/.keep", "");
        return files;
    }
}
