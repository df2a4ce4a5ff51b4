package io.slipway.bench.apply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Many small objects in files, as a pipeline, as a chart and as they are: of twenty, seventeen are ConfigMaps, the others a
 * ServiceAccount, a Service and a Role. None of them has a controller at work, so that applying is all that is measured.
 *
 * @param folder where they are
 * @param count how many
 */
record ObjectFiles(Path folder, int count) {
    static final String PIPELINE = "objects";
    private static final int OF_A_FILE = 100;

    /** Writes them. */
    static ObjectFiles write(Path folder, int count) throws IOException {
        ObjectFiles files = new ObjectFiles(folder, count);
        Files.createDirectories(files.plain());
        Files.createDirectories(files.pipeline().resolve("manifests"));
        Files.createDirectories(files.chart().resolve("templates"));
        for (int from = 0; from < count; from += OF_A_FILE) {
            String documents = IntStream.range(from, Math.min(count, from + OF_A_FILE))
                    .mapToObj(ObjectFiles::document)
                    .collect(Collectors.joining("---\n"));
            String name = from + ".yaml";
            Files.writeString(files.plain().resolve(name), documents);
            Files.writeString(files.pipeline().resolve("manifests").resolve(name), documents);
            Files.writeString(files.chart().resolve("templates").resolve(name), documents);
        }
        Files.writeString(files.chart().resolve("Chart.yaml"), "apiVersion: v2\nname: objects\nversion: 1.0.0\n");
        Files.writeString(files.pipeline().resolve("pipeline.yaml"), """
            slipway: v1
            pipeline: objects
            description: Deploys many objects
            cluster: { namespace: "${{ params.namespace }}" }
            params:
              namespace: { type: string, description: Made for one measurement }
            stages:
              - stage: deploy
                steps:
                  - step: objects
                    timeout: 30m
                    deploy: { manifests: ["manifests/*.yaml"] }
            """);
        return files;
    }

    /** Only the manifests. */
    Path plain() {
        return folder.resolve("plain");
    }

    /** Folder of the pipeline; its parent is a folder of pipelines. */
    Path pipeline() {
        return folder.resolve("pipelines").resolve(PIPELINE);
    }

    /** Folder of the chart. */
    Path chart() {
        return folder.resolve("chart");
    }

    private static String document(int i) {
        return switch (i % 20) {
            case 0 -> """
                apiVersion: v1
                kind: ServiceAccount
                metadata: { name: o-%d }
                """.formatted(i);
            case 1 -> """
                apiVersion: v1
                kind: Service
                metadata: { name: o-%d }
                spec: { ports: [ { port: 80 } ] }
                """.formatted(i);
            case 2 -> """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: { name: o-%d }
                rules: [ { apiGroups: [""], resources: [pods], verbs: [get] } ]
                """.formatted(i);
            default -> """
                apiVersion: v1
                kind: ConfigMap
                metadata: { name: o-%1$d }
                data: { number: "%1$d", text: an object of many }
                """.formatted(i);
        };
    }
}
