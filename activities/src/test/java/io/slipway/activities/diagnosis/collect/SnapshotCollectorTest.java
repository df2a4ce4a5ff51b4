package io.slipway.activities.diagnosis.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.api.Selector;
import io.slipway.activities.cluster.readiness.document.KubernetesDocuments;
import io.slipway.activities.diagnosis.Diagnosis;
import io.slipway.activities.diagnosis.Snapshot;
import io.slipway.activities.diagnosis.Subject;
import io.slipway.model.journal.Finding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotCollectorTest {

    private static final String CLUSTER = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: lake, uid: d}
            spec: {replicas: 1}
            status: {replicas: 1}
            ---
            apiVersion: apps/v1
            kind: ReplicaSet
            metadata: {name: web-1, namespace: lake, uid: r, ownerReferences: [{uid: d}]}
            status: {replicas: 1}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web-1-a, namespace: lake, uid: p, labels: {app: web}, ownerReferences: [{uid: r}]}
            spec:
              volumes: [{persistentVolumeClaim: {claimName: data}}]
              containers: [{name: app, env: [{name: DB_PASSWORD, value: hunter22}, {name: MODE, value: fast}]}]
            status:
              phase: Running
              containerStatuses: [{name: app, image: 'i:1', restartCount: 3, state: {waiting: {reason: CrashLoopBackOff}}}]
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data, namespace: lake}
            status: {phase: Bound}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: lake}
            spec: {selector: {app: web}}
            ---
            apiVersion: discovery.k8s.io/v1
            kind: EndpointSlice
            metadata: {name: web-x, namespace: lake, labels: {kubernetes.io/service-name: web}}
            endpoints: [{conditions: {ready: true}}]
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: other, namespace: lake, uid: o, labels: {app: other}}
            status: {phase: Running, conditions: [{type: Ready, status: "True"}]}
            ---
            apiVersion: v1
            kind: Event
            metadata: {name: e1, namespace: lake}
            type: Warning
            reason: BackOff
            message: restarting failed container
            count: 9
            lastTimestamp: "2030-01-01T00:00:00Z"
            involvedObject: {kind: Pod, name: web-1-a, uid: p}
            """;

    private final List<String> logsAsked = new ArrayList<>();

    private final ClusterView view = new ClusterView() {
        @Override
        public List<JsonNode> list(ApiKind kind, String namespace, String selector) {
            return KubernetesDocuments.read("cluster.yaml", CLUSTER).stream()
                    .filter(object -> object.path("kind").asText().equals(kind.kind()))
                    .filter(object ->
                            object.path("metadata").path("namespace").asText().equals(namespace))
                    .filter(object -> Selector.parse(selector).matches(object))
                    .toList();
        }

        @Override
        public List<String> log(String namespace, String pod, String container, boolean previous) {
            logsAsked.add(pod + "/" + container + (previous ? " previous" : ""));
            return previous ? List.of("fatal: cannot open hunter22", "exec: permission denied") : List.of();
        }
    };

    @Test
    void aSelectorBringsPodsWithTheirSurroundings() throws InterruptedException {
        Snapshot snapshot = new SnapshotCollector(view).ofSelector("s", "lake", "app=web");
        assertThat(snapshot.subjects())
                .extracting(Subject::name)
                .containsExactlyInAnyOrder(
                        "pod/web-1-a",
                        "replicaset/web-1",
                        "deployment/web",
                        "persistentvolumeclaim/data",
                        "service/web",
                        "endpointslice/web-x");
        assertThat(logsAsked).containsExactly("web-1-a/app previous", "web-1-a/app");
    }

    @Test
    void anObjectBringsWhatItOwns() throws InterruptedException {
        Snapshot snapshot = new SnapshotCollector(view)
                .ofObjects("s", "lake", List.of(new ObjectRef("apps/v1", "Deployment", "lake", "web")));
        assertThat(snapshot.subjects())
                .extracting(Subject::name)
                .startsWith("deployment/web", "replicaset/web-1", "pod/web-1-a");
        assertThat(snapshot.subjects()).extracting(Subject::name).doesNotContain("pod/other");
        Subject pod = snapshot.subjects().get(2);
        assertThat(pod.events()).hasSize(1);
        assertThat(pod.logs()).containsOnlyKeys("app (previous)");
    }

    @Test
    void theBundleHoldsEverythingButSecrets(@TempDir Path folder) throws IOException, InterruptedException {
        Snapshot snapshot = new SnapshotCollector(view).ofSelector("s", "lake", "app=web");
        Diagnosis diagnosis = Diagnosis.of(snapshot);
        assertThat(diagnosis.findings()).extracting(Finding::rule).containsExactly("crash-loop");
        Bundle bundle = Bundle.of(snapshot, diagnosis, text -> text.replace("hunter22", "***"));
        bundle.writeTo(folder);
        assertThat(Files.readString(folder.resolve("findings.txt")))
                .contains("pod/web-1-a keeps crashing", "rule: crash-loop");
        assertThat(Files.readString(folder.resolve("events.txt"))).contains("pod/web-1-a", "BackOff x9: restarting");
        assertThat(Files.readString(folder.resolve("logs/pod-web-1-a/app.previous.log")))
                .startsWith("fatal: cannot open ***");
        assertThat(Files.readString(folder.resolve("describe/pod-web-1-a.txt")))
                .contains("Readiness: failed", "restarts 3");
        assertThat(Files.readString(folder.resolve("objects/pod-web-1-a.yaml"))).contains("(removed)", "fast");
        assertThat(bundle.files().values()).noneMatch(text -> text.contains("hunter22"));
        assertThat(zipped(bundle)).containsExactlyElementsOf(bundle.files().keySet());
    }

    @Test
    void aSecretKeepsItsKeysOnly() {
        JsonNode secret = KubernetesDocuments.read("s.yaml", """
                apiVersion: v1
                kind: Secret
                metadata:
                  name: s
                  managedFields: [{manager: x}]
                  annotations: {kubectl.kubernetes.io/last-applied-configuration: '{"data": {"a": "c2VjcmV0"}}'}
                data: {a: c2VjcmV0, b: c2VjcmV0}
                """).getFirst();
        JsonNode scrubbed = SecretScrubber.scrub(secret);
        assertThat(scrubbed.toString()).doesNotContain("c2VjcmV0").doesNotContain("managedFields");
        assertThat(scrubbed.path("data").path("a").asText()).isEqualTo("(removed)");
        assertThat(secret.path("data").path("a").asText()).as("the original").isEqualTo("c2VjcmV0");
    }

    private static List<String> zipped(Bundle bundle) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        bundle.zipTo(out);
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
