package io.slipway.sandbox.openshift;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;

/**
 * What a Docker build does.
 *
 * @param steps the instructions, as the log shows them
 * @param total simulated time for all of it
 */
record BuildRecipe(List<String> steps, Duration total) {
    private static final List<String> SPARK = List.of(
            "FROM apache/spark:3.5.7-scala2.12-java17-python3-ubuntu",
            "USER root",
            "COPY jars.txt jars.sha256 /tmp/",
            "RUN fetch the connector jars into /opt/spark/jars and check their sums",
            "RUN chgrp -R 0 /opt/spark && chmod -R g=u /opt/spark",
            "USER 185");
    private static final List<String> FLINK = List.of(
            "FROM apache/flink:1.20.0-scala_2.12-java17",
            "USER root",
            "COPY jars.txt plugins.txt jars.sha256 /tmp/",
            "RUN fetch the connector jars into /opt/flink/lib and check their sums",
            "RUN mkdir -p /opt/flink/plugins/s3-fs-hadoop",
            "RUN fetch the S3 plug-in",
            "RUN chgrp -R 0 /opt/flink && chmod -R g=u /opt/flink",
            "USER 1000");

    BuildRecipe {
        steps = List.copyOf(steps);
    }

    /**
     * The Dockerfile in the Build when it holds one. A repository cannot be cloned here: the two images of the guides
     * have recipes of their own, any other build a short one.
     */
    static BuildRecipe of(JsonNode build) {
        JsonNode source = build.path("spec").path("source");
        if (source.has("dockerfile")) {
            List<String> steps = source.path("dockerfile")
                    .asText()
                    .replace("\\\n", " ")
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
            return new BuildRecipe(steps, Duration.ofSeconds(60));
        }
        String image = build.path("spec").path("output").path("to").path("name").asText();
        if (image.contains("spark")) {
            return new BuildRecipe(SPARK, Duration.ofSeconds(90));
        }
        return image.contains("flink")
                ? new BuildRecipe(FLINK, Duration.ofSeconds(105))
                : new BuildRecipe(
                        List.of("FROM registry.access.redhat.com/ubi9/ubi", "COPY . /app", "USER 1001"),
                        Duration.ofSeconds(60));
    }
}
