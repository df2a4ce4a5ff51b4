package io.slipway.activities.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.cluster.ready.ReadyWaiter;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.FakeBlobs;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Conflicts;
import io.slipway.model.action.Deploy;
import io.slipway.model.journal.Change;
import io.slipway.model.json.Json;
import io.slipway.model.spec.FilePath;
import io.slipway.sandbox.api.ApiFault;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code deploy} promises, against an API server. */
class DeployTest {
    private static TestCluster cluster;
    private static DeployHandler handler;

    @BeforeAll
    static void start() {
        cluster = TestCluster.bare();
        handler = new DeployHandler(cluster.clusters(), new ReadyWaiter(cluster.clusters(), Diagnostician.none()));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void createsThenLeavesAloneThenConfigures() throws InterruptedException {
        FakeTask task = new FakeTask().pipeline("three").step("app");
        FakeStepContext first = step(task, web("web", "image: nginx:1\n        resources: {requests: {cpu: 0.5}}"));
        assertThat(deploy(first).summary()).isEqualTo("2 created");
        assertThat(first.recorder().changes()).extracting(Change::kind).containsOnly(Change.Kind.CREATED);
        assertThat(first.writes()).isPositive();

        FakeStepContext second =
                step(task.attempt(2), web("web", "image: nginx:1\n        resources: {requests: {cpu: 500m}}"));
        assertThat(deploy(second).summary()).isEqualTo("2 unchanged");
        assertThat(second.writes()).as("an unchanged deploy writes nothing").isZero();

        FakeStepContext third =
                step(task.attempt(3), web("web", "image: nginx:2\n        resources: {requests: {cpu: 500m}}"));
        Done done = deploy(third);
        assertThat(done.summary()).isEqualTo("1 configured, 1 unchanged");
        Change change = third.recorder().changes().stream()
                .filter(each -> each.kind() == Change.Kind.CONFIGURED)
                .findFirst()
                .orElseThrow();
        assertThat(change.fields()).containsExactly("spec.template.spec.containers[name=web].image");
        assertThat(third.blobs().text(change.before().orElseThrow()).orElseThrow())
                .contains("nginx:1");
    }

    @Test
    void labelsAndNamespaceArePutOn() throws InterruptedException {
        deploy(step(new FakeTask().pipeline("labels").step("app"), web("labelled", "image: x")));
        JsonNode live = get("apps/v1", "Deployment", "labelled");
        assertThat(live.at("/metadata/labels/slipway.io~1pipeline").asText()).isEqualTo("labels");
        assertThat(live.at("/metadata/labels/slipway.io~1step").asText()).isEqualTo("app");
        assertThat(live.at("/metadata/namespace").asText()).isEqualTo(cluster.namespace());
    }

    @Test
    void aFieldTakenOutOfTheManifestGoes() throws InterruptedException {
        FakeTask task = new FakeTask().pipeline("fields").step("app");
        deploy(step(task, configMap("settings", "a: '1'\n  b: '2'")));
        FakeStepContext second = step(task.attempt(2), configMap("settings", "a: '1'"));
        assertThat(deploy(second).summary()).isEqualTo("1 configured");
        assertThat(get("v1", "ConfigMap", "settings").path("data").has("b")).isFalse();
        assertThat(second.recorder().changes().getFirst().fields()).containsExactly("data.b");
    }

    @Test
    void anotherManagersFieldIsNamed() throws InterruptedException {
        applyAs("other-tool", configMap("shared", "a: theirs"));
        FakeStepContext context = step(new FakeTask().pipeline("clash").step("app"), configMap("shared", "a: ours"));
        StepFailure failure = catchThrowableOfType(StepFailure.class, () -> deploy(context));
        assertThat(failure.failure().message()).contains("configmap/shared", "app.yaml:1", ".data.a", "other-tool");
        assertThat(failure.failure().fix()).contains("conflicts: take");
        assertThat(failure.failure().retryable()).isFalse();
    }

    @Test
    void anotherPipelinesObjectIsNamed() throws InterruptedException {
        deploy(step(new FakeTask().pipeline("first").step("app"), configMap("of-two", "a: theirs")));
        FakeStepContext context = step(new FakeTask().pipeline("second").step("app"), configMap("of-two", "a: ours"));
        StepFailure failure = catchThrowableOfType(StepFailure.class, () -> deploy(context));
        assertThat(failure.failure().cause()).isEqualTo("the pipeline 'first' also deploys this object");
        assertThat(failure.failure().fix()).contains("deploy it from one pipeline only", "conflicts: take");
    }

    @Test
    void anotherManagersFieldIsTaken() throws InterruptedException {
        applyAs("other-tool", configMap("taken", "a: theirs"));
        FakeStepContext context = step(new FakeTask().pipeline("take").step("app"), configMap("taken", "a: ours"));
        handler.run(action(Conflicts.TAKE), context);
        assertThat(get("v1", "ConfigMap", "taken").at("/data/a").asText()).isEqualTo("ours");
    }

    @Test
    void whatKubectlAppliedIsAdopted() throws InterruptedException {
        cluster.client()
                .raw(
                        "/api/v1/namespaces/" + cluster.namespace()
                                + "/configmaps?fieldManager=kubectl-client-side-apply",
                        "POST",
                        Json.read(
                                "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"adopted\"},"
                                        + "\"data\":{\"a\":\"old\",\"gone\":\"x\"}}",
                                JsonNode.class));
        FakeStepContext context = step(new FakeTask().pipeline("adopt").step("app"), configMap("adopted", "a: new"));
        handler.run(action(Conflicts.ADOPT), context);
        JsonNode live = get("v1", "ConfigMap", "adopted");
        assertThat(live.path("data").toString()).isEqualTo("{\"a\":\"new\"}");
        assertThat(live.at("/metadata/managedFields").toString()).doesNotContain("kubectl");
    }

    /** Its status may be written at any time between the look at it and the adoption. */
    @Test
    void whatChangesMeanwhileIsAdoptedAllTheSame() throws InterruptedException {
        String path = "/api/v1/namespaces/" + cluster.namespace() + "/configmaps";
        JsonNode busy = Json.read(
                "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"busy\"},\"data\":{\"gone\":\"x\"}}",
                JsonNode.class);
        cluster.client().raw(path + "?fieldManager=kubectl-client-side-apply", "POST", busy);
        cluster.sandbox().faults().add(new ApiFault("patch", "configmaps", "busy", 1, new ApiFault.Conflict()));
        FakeStepContext context = step(new FakeTask().pipeline("busy").step("app"), configMap("busy", "a: new"));
        handler.run(action(Conflicts.ADOPT), context);
        assertThat(get("v1", "ConfigMap", "busy").path("data").toString()).isEqualTo("{\"a\":\"new\"}");
    }

    @Test
    void aLostWorkersSuccessorStillKnowsWhatIsNew() throws InterruptedException {
        FakeTask task = new FakeTask().pipeline("crash").step("app");
        deploy(step(task, web("survivor", "image: x")));
        FakeStepContext again = step(task, web("survivor", "image: x"));
        deploy(again);
        assertThat(again.recorder().changes()).extracting(Change::kind).containsOnly(Change.Kind.CREATED);
    }

    @Test
    void undoDeletesTheNewAndRestoresTheOld() throws InterruptedException {
        FakeBlobs blobs = new FakeBlobs();
        FakeTask before = new FakeTask().pipeline("undo").step("app").rollout("r1");
        deploy(step(before, configMap("kept", "a: '1'"), blobs));
        FakeTask task = new FakeTask().pipeline("undo").step("app").rollout("r2");
        String both = configMap("kept", "a: '2'\n  b: '3'") + "---\n" + configMap("fresh", "x: 'y'");
        FakeStepContext context = step(task, both, blobs);
        deploy(context);
        String detail = blobs.putText(Json.write(context.recorder().detail()));

        Done undone = handler.undo(action(Conflicts.FAIL), step(task.undo(List.of(detail)), "", blobs));
        assertThat(undone.summary()).isEqualTo("1 deleted, 1 restored");
        assertThat(get("v1", "ConfigMap", "kept").path("data").toString()).isEqualTo("{\"a\":\"1\"}");
        assertThat(find("v1", "ConfigMap", "fresh")).isEmpty();
    }

    /** The journal has the details of failed tries, too; what they did is not seen by a later one. */
    @Test
    void undoTakesBackWhatATryDidBeforeItFailed() throws InterruptedException {
        FakeBlobs blobs = new FakeBlobs();
        deploy(step(new FakeTask().pipeline("half").step("app").rollout("r1"), configMap("half-old", "a: '1'"), blobs));
        FakeTask task = new FakeTask().pipeline("half").step("app").rollout("r2");
        String good = configMap("half-old", "a: '2'") + "---\n" + configMap("half-new", "x: 'y'") + "---\n";
        FakeStepContext failed = step(task, good + web("half", "image: {}"), blobs);
        assertThat(catchThrowableOfType(StepFailure.class, () -> deploy(failed)))
                .isNotNull();
        FakeStepContext second = step(task.attempt(2), good + web("half", "image: x"), blobs);
        deploy(second);
        List<String> details = List.of(
                blobs.putText(Json.write(failed.recorder().detail())),
                blobs.putText(Json.write(second.recorder().detail())));

        handler.undo(action(Conflicts.FAIL), step(task.undo(details), "", blobs));
        assertThat(get("v1", "ConfigMap", "half-old").path("data").toString()).isEqualTo("{\"a\":\"1\"}");
        assertThat(find("v1", "ConfigMap", "half-new")).isEmpty();
        assertThat(find("apps/v1", "Deployment", "half")).isEmpty();
    }

    /** Its worker was lost, and no other took it up in time: there are no details, but the inventory has what it found. */
    @Test
    void undoTakesBackWhatALostTryDid() throws InterruptedException {
        FakeBlobs blobs = new FakeBlobs();
        deploy(step(new FakeTask().pipeline("lost").step("app").rollout("r1"), configMap("lost-old", "a: '1'"), blobs));
        FakeTask task = new FakeTask().pipeline("lost").step("app").rollout("r2");
        String both = configMap("lost-old", "a: '2'") + "---\n" + configMap("lost-new", "x: 'y'");
        deploy(step(task, both, blobs));
        deploy(step(task.attempt(2), both, blobs)); // a retry that finds all as it should be
        applyAs("somebody", configMap("lost-theirs", "a: 'b'"));

        FakeTask undo = new FakeTask().pipeline("lost").step("app").rollout("r2");
        handler.undo(action(Conflicts.FAIL), step(undo.undoOfALostTry(), "", blobs));
        assertThat(get("v1", "ConfigMap", "lost-old").path("data").toString()).isEqualTo("{\"a\":\"1\"}");
        assertThat(find("v1", "ConfigMap", "lost-new")).isEmpty();
        assertThat(find("v1", "ConfigMap", "lost-theirs")).isPresent();
    }

    /** It is in the inventory before it is applied; one that somebody else made since then is not ours. */
    @Test
    void undoLeavesWhatALostTryDidNotComeTo() throws InterruptedException {
        FakeTask task = new FakeTask().pipeline("late").step("app");
        ApiFault down = new ApiFault("patch", "configmaps", "late", 100, new ApiFault.Answer(403, 0));
        cluster.sandbox().faults().add(down);
        assertThat(catchThrowableOfType(StepFailure.class, () -> deploy(step(task, configMap("late", "a: '1'")))))
                .isNotNull();
        cluster.sandbox().faults().clear();
        applyAs("somebody", configMap("late", "a: 'theirs'"));

        handler.undo(
                action(Conflicts.FAIL),
                step(new FakeTask().pipeline("late").step("app").undoOfALostTry(), ""));
        assertThat(get("v1", "ConfigMap", "late").path("data").toString()).isEqualTo("{\"a\":\"theirs\"}");
    }

    @Test
    void aFieldOfTheWrongTypeIsRefusedOnceWithItsPlace() {
        FakeStepContext context = step(new FakeTask().pipeline("types").step("app"), configMap("typed", "a: 1"));
        StepFailure failure = catchThrowableOfType(StepFailure.class, () -> deploy(context));
        assertThat(failure.failure().message()).contains("configmap/typed", "app.yaml:1");
        assertThat(failure.failure().cause()).contains("500", ".data.a");
        assertThat(failure.failure().fix()).startsWith("correct the object");
        assertThat(failure.failure().retryable()).isFalse();
    }

    @Test
    void aKindThatNobodyServesIsNamedWithItsPlace() {
        FakeStepContext context = step(
                new FakeTask().pipeline("unknown").step("app"),
                "\n\napiVersion: no.such/v1\nkind: Thing\nmetadata: {name: x}\n");
        StepFailure failure = catchThrowableOfType(StepFailure.class, () -> deploy(context));
        assertThat(failure.failure().message()).isEqualTo("app.yaml:3: the cluster serves no Thing of no.such/v1");
    }

    @Test
    void aNamespaceThatExistsStaysAsItIs() throws InterruptedException {
        FakeStepContext context = step(
                new FakeTask().pipeline("spaces").step("app"),
                "apiVersion: v1\nkind: Namespace\nmetadata: {name: " + cluster.namespace() + "}\n");
        assertThat(deploy(context).summary()).isEqualTo("1 unchanged");
        assertThat(get("v1", "Namespace", cluster.namespace())
                        .at("/metadata/labels")
                        .toString())
                .doesNotContain("slipway");
    }

    private static Done deploy(FakeStepContext context) throws InterruptedException {
        return handler.run(action(Conflicts.FAIL), context);
    }

    private static Deploy action(Conflicts conflicts) {
        return new Deploy(List.of(new FilePath("app.yaml")), List.of(), List.of(), conflicts, Optional.empty(), false);
    }

    private static FakeStepContext step(FakeTask task, String yaml) {
        return cluster.step(task).withFile("app.yaml", yaml);
    }

    private static FakeStepContext step(FakeTask task, String yaml, FakeBlobs blobs) {
        return cluster.step(task, blobs).withFile("app.yaml", yaml);
    }

    private static void applyAs(String manager, String yaml) {
        cluster.client()
                .resource(yaml)
                .inNamespace(cluster.namespace())
                .fieldManager(manager)
                .serverSideApply();
    }

    private static JsonNode get(String apiVersion, String kind, String name) throws InterruptedException {
        return find(apiVersion, kind, name).orElseThrow();
    }

    private static Optional<JsonNode> find(String apiVersion, String kind, String name) throws InterruptedException {
        Cluster target = cluster.cluster();
        return target.api().get(target.kinds().find(apiVersion, kind).orElseThrow(), cluster.namespace(), name);
    }

    private static String configMap(String name, String data) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s}\ndata:\n  %s\n".formatted(name, data);
    }

    private static String web(String name, String container) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %1$s}
                spec:
                  replicas: 1
                  selector: {matchLabels: {app: %1$s}}
                  template:
                    metadata: {labels: {app: %1$s}}
                    spec:
                      containers:
                      - name: web
                        ports: [{containerPort: 80}]
                        env: [{name: NODE, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}]
                        %2$s
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: %1$s}
                spec: {selector: {app: %1$s}, ports: [{port: 80, name: http}]}
                """.formatted(name, container.replace("\n        ", "\n        "));
    }
}
