package io.slipway.wrong;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The pipelines of the rollouts that are used wrongly. */
final class WrongPipelines {
    private static final String HEAD = """
        slipway: v1
        pipeline: NAME
        stages:
          - stage: only
            steps:
        """;
    private static final String CONFIG = """
              - step: config
                deploy:
                  inline:
                    - apiVersion: v1
                      kind: ConfigMap
                      metadata: { name: NAME }
                      data: { text: hello }
        """.indent(0);
    private static final String GO = "      - step: go\n        approve: { message: 'Shall it go on?', by: [bea] }\n";
    private static final String LOOK = """
              - step: look
                timeout: 10s
                validate:
                  checks:
                    - check: it says good-bye
                      object: { of: configmap/NAME }
                      expect: object.data.text == 'good-bye'
        """.indent(0);
    private static final String NAP = "      - step: nap\n        sleep: { for: 1000000h }\n";

    private WrongPipelines() {}

    static void write(Path folder) throws IOException {
        write(folder, "over", CONFIG);
        write(folder, "gate", CONFIG + GO);
        write(folder, "broken", CONFIG + LOOK);
        write(folder, "lost", CONFIG + LOOK);
        write(folder, "busy", CONFIG + NAP);
        write(folder, "never", CONFIG);
        write(
                folder,
                "badcron",
                CONFIG + "schedules:\n  nightly: { cron: '61 25 * * *', revalidate: true, target: sandbox }\n");
    }

    /** A folder in which a rollout comes to wait for approval. */
    static Path waiting(Path folder) throws IOException {
        write(folder, "gate", CONFIG + GO);
        write(
                folder,
                "over",
                CONFIG + "schedules:\n  nightly: { cron: '0 3 * * *', revalidate: true, target: sandbox }\n");
        return folder;
    }

    /** What people then do to the files. */
    static void spoil(Path folder) throws IOException {
        write(folder, "lost", LOOK);
        write(folder, "broken", CONFIG + LOOK + "nonsense: 1\n");
        Files.writeString(folder.resolve("damaged.json"), "{\"slipway\": \"plan/v1\", \"hash\": \"51fe");
    }

    private static void write(Path folder, String name, String body) throws IOException {
        Files.createDirectories(folder.resolve(name));
        Files.writeString(folder.resolve(name).resolve("pipeline.yaml"), (HEAD + body).replace("NAME", name));
    }
}
