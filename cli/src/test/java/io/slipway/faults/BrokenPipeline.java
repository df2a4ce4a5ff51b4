package io.slipway.faults;

import io.slipway.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One pipeline for all rows: it deploys what the faults strike, waits for each object of the rows of fast failure, builds those of the builds, and
 * diagnoses those of the others once a person has approved.
 */
final class BrokenPipeline {
    static final String NAME = "broken";
    static final String APPROVAL = "struck";
    static final String OWN_STEP = "own-rules";

    private static final String OWN = """
            { "apiVersion": "v1", "kind": "Namespace", "metadata": { "name": "own" } }
            ---
            { "apiVersion": "v1", "kind": "ConfigMap", "metadata": { "name": "own", "namespace": "own" }, "data": { "mode": "slow" } }
            """;
    private static final String OWN_RULES = """
            - id: slow-mode
              when: object.kind == "ConfigMap" && object.data.mode == "slow"
              cause: "{object} asks for the slow mode"
              fix: take mode out of {name}
            """;

    private BrokenPipeline() {}

    /** Writes it into a folder. */
    static void write(Path folder, List<FaultRow> waits, List<FaultRow> builds, List<FaultRow> diagnoses)
            throws IOException {
        Path rows = Files.createDirectories(folder.resolve(NAME).resolve("rows"));
        for (FaultRow row : all(waits, builds, diagnoses)) {
            String documents =
                    Manifests.of(row).stream().map(Json::write).collect(Collectors.joining("\n---\n", "", "\n"));
            Files.writeString(rows.resolve(row.name() + ".yaml"), documents);
        }
        Files.writeString(rows.resolve("own.yaml"), OWN);
        Files.writeString(folder.resolve(NAME).resolve("own-rules.yaml"), OWN_RULES);
        Files.writeString(folder.resolve(NAME).resolve("pipeline.yaml"), text(waits, builds, diagnoses));
    }

    private static List<FaultRow> all(List<FaultRow> waits, List<FaultRow> builds, List<FaultRow> diagnoses) {
        return Stream.of(waits, builds, diagnoses).flatMap(List::stream).toList();
    }

    private static String text(List<FaultRow> waits, List<FaultRow> builds, List<FaultRow> diagnoses) {
        return """
                slipway: v1
                pipeline: %s
                rules: own-rules.yaml
                defaults: { timeout: 24h, retry: 1 }
                stages:
                  - stage: deploy
                    steps:
                      - { step: deploy, deploy: { manifests: ["rows/*.yaml"] } }
                  - stage: wait
                    parallel: true
                    steps:
                %s
                  - stage: approve
                    needs: [deploy]
                    steps:
                      - { step: %s, approve: all faults have struck }
                  - stage: diagnose
                    needs: [approve]
                    parallel: true
                    steps:
                      - { step: %s, diagnose: { of: configmap/own, namespace: own } }
                %s
                """.formatted(
                        NAME,
                        Stream.concat(
                                        waits.stream().map(BrokenPipeline::wait),
                                        builds.stream().map(BrokenPipeline::build))
                                .collect(Collectors.joining("\n")),
                        APPROVAL,
                        OWN_STEP,
                        diagnoses.stream().map(BrokenPipeline::diagnose).collect(Collectors.joining("\n")));
    }

    /** At the pace of the test a grace of 2 minutes is more than half a second. */
    private static String wait(FaultRow row) {
        return "      - { step: %s, onFailure: continue, waitReady: { objects: [%s], namespace: %s, grace: 2m } }"
                .formatted(step(row), row.of(), row.name());
    }

    private static String build(FaultRow row) {
        return "      - { step: %s, onFailure: continue, build: { buildConfig: %s } }".formatted(step(row), row.name());
    }

    private static String diagnose(FaultRow row) {
        return "      - { step: %s, diagnose: { of: %s, namespace: %s } }".formatted(step(row), row.of(), row.name());
    }

    /** The row's step. */
    static String step(FaultRow row) {
        return "row-" + row.name();
    }
}
