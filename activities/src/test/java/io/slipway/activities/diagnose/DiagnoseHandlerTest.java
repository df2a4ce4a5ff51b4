package io.slipway.activities.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Pod;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.diagnosis.DiagnosisRules;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.model.action.Diagnose;
import io.slipway.model.action.Diagnose.Include;
import io.slipway.model.journal.Finding;
import io.slipway.model.spec.Ref;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Durations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code diagnose} against an API server whose kubelet does not find a Secret. */
class DiagnoseHandlerTest {

    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: needy
              labels: {app: needy}
            spec:
              containers:
              - name: app
                image: nginx:1
                env:
                - name: KEY
                  valueFrom: {secretKeyRef: {name: not-there, key: k}}
            """;

    private static TestCluster cluster;

    @BeforeAll
    static void start() {
        cluster = TestCluster.working();
        cluster.client()
                .load(new ByteArrayInputStream(POD.getBytes(StandardCharsets.UTF_8)))
                .inNamespace(cluster.namespace())
                .create();
        await().atMost(Durations.ONE_MINUTE).until(() -> {
            Pod pod = cluster.client()
                    .pods()
                    .inNamespace(cluster.namespace())
                    .withName("needy")
                    .get();
            return pod.getStatus() != null
                    && pod.getStatus().getContainerStatuses().stream()
                            .anyMatch(one -> one.getState() != null
                                    && one.getState().getWaiting() != null
                                    && "CreateContainerConfigError"
                                            .equals(one.getState().getWaiting().getReason()));
        });
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void ofASelectorFindsTheCauseAndKeepsTheBundle() throws InterruptedException, IOException {
        FakeStepContext context = context();
        Done done = run(
                new Diagnose(Optional.of("app=needy"), Optional.empty(), Optional.empty(), List.of(Include.values())),
                context);
        assertThat(context.recorder().findings()).extracting(Finding::rule).containsExactly("secret-missing");
        assertThat(done.summary()).endsWith("1 findings");
        assertThat(done.outputs().get("findings").get(0).asText())
                .contains("needs the Secret not-there", "Fix: create the Secret not-there");
        byte[] zip = context.blobs().get(done.outputs().get("bundle").asText()).orElseThrow();
        assertThat(names(zip))
                .contains("findings.txt", "events.txt", "objects/pod-needy.yaml", "describe/pod-needy.txt");
    }

    @Test
    void ofAnObjectWithOnlyTheEvents() throws InterruptedException, IOException {
        FakeStepContext context = context();
        Done done = run(
                new Diagnose(
                        Optional.empty(), Optional.of(new Ref("pod/needy")), Optional.empty(), List.of(Include.EVENTS)),
                context);
        byte[] zip = context.blobs().get(done.outputs().get("bundle").asText()).orElseThrow();
        assertThat(names(zip)).containsExactly("events.txt", "findings.txt");
        assertThat(context.writes()).as("it only reads").isZero();
    }

    @Test
    void whatIsNotThereIsAWarning() throws InterruptedException {
        FakeStepContext object = context();
        run(new Diagnose(Optional.empty(), Optional.of(new Ref("pod/nobody")), Optional.empty(), List.of()), object);
        assertThat(object.recorder().warnings())
                .containsExactly("nothing to diagnose: no pod/nobody in namespace " + cluster.namespace());
        FakeStepContext pods = context();
        run(new Diagnose(Optional.of("app=nobody"), Optional.empty(), Optional.empty(), List.of()), pods);
        assertThat(pods.recorder().warnings())
                .containsExactly("nothing to diagnose: no pod with app=nobody in namespace " + cluster.namespace());
    }

    private static Done run(Diagnose action, FakeStepContext context) throws InterruptedException {
        return new DiagnoseHandler(cluster.clusters(), any -> DiagnosisRules.standard()).run(action, context);
    }

    private static FakeStepContext context() {
        return cluster.step(new FakeTask().step("look"));
    }

    private static List<String> names(byte[] zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
