package io.slipway.bench.revalidation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A pipeline that deploys many objects, waits for those that get ready, and checks some of them.
 *
 * @param objects how many it deploys; of twenty, one is a Deployment, three are Services, the others ConfigMaps
 * @param checks how many checks it has, each of another ConfigMap
 */
record ManyObjects(int objects, int checks) {
    static final String NAME = "many";
    private static final int OF_A_STEP = 100;
    private static final int CHECKS_OF_A_STEP = 20;

    ManyObjects {
        if (objects < 20 || checks < 1 || checks > objects / 2) {
            throw new IllegalArgumentException(checks + " checks of " + objects + " objects");
        }
    }

    /** Writes it as a pipeline's folder into that folder. */
    void write(Path folder) throws IOException {
        Path manifests = Files.createDirectories(folder.resolve(NAME).resolve("objects"));
        for (int from = 0; from < objects; from += OF_A_STEP) {
            String documents = IntStream.range(from, Math.min(objects, from + OF_A_STEP))
                    .mapToObj(ManyObjects::document)
                    .collect(Collectors.joining("---\n"));
            Files.writeString(manifests.resolve(from + ".yaml"), documents);
        }
        Files.writeString(folder.resolve(NAME).resolve("pipeline.yaml"), pipeline());
    }

    private static String document(int i) {
        return switch (i % 20) {
            case 0 -> """
                apiVersion: apps/v1
                kind: Deployment
                metadata: { name: o-%1$d }
                spec:
                  replicas: 1
                  selector: { matchLabels: { app: o-%1$d } }
                  template:
                    metadata: { labels: { app: o-%1$d } }
                    spec: { containers: [ { name: app, image: "nginx:1" } ] }
                """.formatted(i);
            case 1, 2, 3 -> """
                apiVersion: v1
                kind: Service
                metadata: { name: o-%1$d }
                spec: { selector: { app: o-%1$d }, ports: [ { port: 80 } ] }
                """.formatted(i);
            default -> """
                apiVersion: v1
                kind: ConfigMap
                metadata: { name: o-%1$d }
                data: { number: "%1$d", text: an object of many }
                """.formatted(i);
        };
    }

    /** The ConfigMap of that number, counted from 0. */
    static String configMap(int number) {
        return "o-" + (number / 16 * 20 + 4 + number % 16);
    }

    private String pipeline() {
        StringBuilder text = new StringBuilder("""
            slipway: v1
            pipeline: %s
            defaults: { timeout: 24h }
            stages:
              - stage: deploy
                parallel: true
                steps:
            """.formatted(NAME));
        for (int from = 0; from < objects; from += OF_A_STEP) {
            text.append(
                    "      - { step: deploy-%d, deploy: { manifests: [objects/%d.yaml] } }\n".formatted(from, from));
        }
        text.append("  - stage: look\n    parallel: true\n    steps:\n");
        for (int from = 0; from < objects; from += OF_A_STEP) {
            text.append("      - { step: ready-%d, waitReady: { of: deploy-%d } }\n".formatted(from, from));
        }
        for (int from = 0; from < checks; from += CHECKS_OF_A_STEP) {
            text.append("      - step: look-%d\n        validate:\n          checks:\n".formatted(from));
            IntStream.range(from, Math.min(checks, from + CHECKS_OF_A_STEP))
                    .forEach(i -> text.append(check(configMap(i))));
        }
        return text.toString();
    }

    private static String check(String name) {
        return "            - { check: %1$s is itself, object: { of: configmap/%1$s }, expect: \"object.data.number == '%2$s'\" }\n"
                .formatted(name, name.substring(2));
    }
}
