package io.slipway.repair;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** Twelve stages of five steps each; what {@link Trouble} says of a step is wrong in it until it is corrected. */
final class RepairPipeline {
    static final String NAME = "sixty";
    static final int STAGES = 12;

    private final Set<Trouble> corrected;

    private RepairPipeline(Set<Trouble> corrected) {
        this.corrected = corrected;
    }

    /** Writes it into a folder of pipelines. */
    static void write(Path folder, Set<Trouble> corrected) throws IOException {
        Path pipeline = Files.createDirectories(folder.resolve(NAME));
        Files.writeString(pipeline.resolve("build.yaml"), BUILD);
        Files.writeString(pipeline.resolve("pipeline.yaml"), new RepairPipeline(corrected).text());
    }

    /** All corrections. */
    static Set<Trouble> all() {
        return EnumSet.allOf(Trouble.class);
    }

    private String text() {
        StringBuilder text = new StringBuilder("""
            slipway: v1
            pipeline: %s
            defaults: { timeout: 24h, retry: 1 }
            stages:
            """.formatted(NAME));
        for (int i = 1; i <= STAGES; i++) {
            String stage = "t%02d".formatted(i);
            text.append("  - stage: ").append(stage).append("\n    steps:\n");
            text.append(config(stage)).append(app(stage)).append(secret(stage)).append(ready(stage));
            text.append(service(stage)).append(last(stage));
        }
        return text.toString();
    }

    private boolean isWrong(Trouble trouble, String stage) {
        return trouble.step().startsWith(stage) && !corrected.contains(trouble);
    }

    private boolean isRight(Trouble trouble, String stage) {
        return trouble.step().startsWith(stage) && corrected.contains(trouble);
    }

    private String config(String stage) {
        String conflicts = isRight(Trouble.CONFLICT, stage) ? "conflicts: take, " : "";
        return step(
                stage + "-config",
                "deploy: { " + conflicts + "inline: [ { apiVersion: v1, kind: ConfigMap, metadata: { name: " + stage
                        + "-config }, data: { text: " + stage + " } } ] }");
    }

    private static String app(String stage) {
        String env = stage.equals("t12")
                ? ", env: [ { name: PASSWORD, valueFrom: { secretKeyRef: { name: t12-secret, key: password } } } ]"
                : "";
        return step(
                stage + "-app",
                ("deploy: { inline: [ { apiVersion: apps/v1, kind: Deployment, metadata: { name: NAME }, spec: {"
                                + " progressDeadlineSeconds: 86400, replicas: 1, selector: { matchLabels: { app: NAME } }, template: { metadata: { labels: { app:"
                                + " NAME } }, spec: { containers: [ { name: app, image: 'nginx:1'" + env
                                + " } ] } } } } ] }")
                        .replace("NAME", stage + "-app"));
    }

    private String secret(String stage) {
        return isRight(Trouble.MISSING_SECRET, stage)
                ? step("t12-secret", "secret: { name: t12-secret, data: { password: { generate: 24 } } }")
                : "";
    }

    private String ready(String stage) {
        String time = isWrong(Trouble.SLOW_READINESS, stage) ? "timeout: 2s, " : "";
        String grace =
                isRight(Trouble.SLOW_READINESS, stage) ? "1h" : "10m"; // a time-out alone makes no step run again
        return step(
                stage + "-ready",
                time + "waitReady: { objects: [deployment/" + stage + "-app], grace: " + grace + " }");
    }

    private String service(String stage) {
        String port = isWrong(Trouble.WRONG_MANIFEST, stage) ? "99999" : "80";
        return step(
                stage + "-service",
                ("deploy: { inline: [ { apiVersion: v1, kind: Service, metadata: { name: NAME-service },"
                                + " spec: { selector: { app: NAME-app }, ports: [ { port: " + port
                                + " } ] } } ] }")
                        .replace("NAME", stage));
    }

    private String last(String stage) {
        return switch (stage) {
            case "t04" -> step("t04-build", "build: { buildConfig: t04, manifests: [build.yaml] }");
            case "t09" ->
                step(
                        "t09-job",
                        "runJob: { job: { inline: { apiVersion: batch/v1, kind: Job, metadata: { name: t09 },"
                                + " spec: { backoffLimit: 0, template: { spec: { restartPolicy: Never,"
                                + " containers: [ { name: work, image: 'busybox:1', command: ['true'] } ] } } } } } }");
            default -> {
                String wanted = isWrong(Trouble.WRONG_CHECK, stage) ? "something else" : stage;
                yield step(
                        stage + "-check",
                        "validate: { checks: [ { check: it says " + stage + ", object: { of: configmap/" + stage
                                + "-config }, expect: \"object.data.text == '" + wanted + "'\" } ] }");
            }
        };
    }

    private static String step(String name, String rest) {
        return "      - { step: " + name + ", " + rest + " }\n";
    }

    private static final String BUILD = """
        apiVersion: image.openshift.io/v1
        kind: ImageStream
        metadata: { name: t04 }
        ---
        apiVersion: build.openshift.io/v1
        kind: BuildConfig
        metadata: { name: t04 }
        spec:
          source: { type: Dockerfile, dockerfile: FROM scratch }
          strategy: { type: Docker, dockerStrategy: {} }
          output: { to: { kind: ImageStreamTag, name: "t04:1" } }
        """;
}
