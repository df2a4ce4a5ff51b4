package io.slipway.bench.waits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Pipelines whose steps only wait.
 *
 * @param folder the folder of their folders
 */
record WaitPipelines(Path folder) {
    /** One that waits for each of so many gates in a step of its own, side by side. */
    void gates(String name, int many) throws IOException {
        write(
                name,
                IntStream.range(0, many)
                        .mapToObj(i -> """
                      - step: wait-%1$d
                        timeout: 30m
                        waitReady: { objects: [gate/%2$s], grace: 30m }
                """.formatted(i, gate(i)))
                        .collect(Collectors.joining()));
    }

    /** One that waits for all pods with a label. */
    void pods(String name, String selector) throws IOException {
        write(name, """
                      - step: pods
                        timeout: 30m
                        waitReady: { selector: "%s", grace: 30m }
                """.formatted(selector));
    }

    /** The name of a gate. */
    static String gate(int number) {
        return "gate-" + number;
    }

    private void write(String name, String steps) throws IOException {
        Path file = folder.resolve(name).resolve("pipeline.yaml");
        Files.createDirectories(file.getParent());
        String head = """
            slipway: v1
            pipeline: %s
            description: Waits
            cluster: { namespace: "${{ params.namespace }}" }
            concurrency: { group: "${{ params.group }}" }
            params:
              namespace: { type: string, description: Made for one measurement }
              group: { type: string, default: one, description: Keeps rollouts apart }
            stages:
              - stage: wait
                parallel: true
                steps:
            """.formatted(name);
        Files.writeString(file, head + steps);
    }
}
