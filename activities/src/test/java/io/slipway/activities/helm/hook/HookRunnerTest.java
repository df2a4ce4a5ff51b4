package io.slipway.activities.helm.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.manifest.RenderedManifests;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.cluster.ready.ReadyWaiter;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hooks as Helm runs them: when they are made, and when they go. */
class HookRunnerTest {
    private static final ApiKind JOBS = ApiKind.namespaced("batch/v1", "Job", "jobs");

    private static TestCluster cluster;

    @BeforeAll
    static void start() {
        cluster = TestCluster.working();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    /** As charts do whose Job runs under a ServiceAccount that is a hook itself. */
    @Test
    void whatAJobNeedsStaysUntilTheLastHookHasSucceeded() throws InterruptedException {
        Hook needed = hook("pre-install", "before-hook-creation,hook-succeeded", settings("needed"));
        Hook job = hook("pre-install", "hook-succeeded", job("user", "exit 0"));
        AtomicBoolean there = new AtomicBoolean();
        StepContext context = watched(
                step("r1"), "running the pre-install hook job/user", () -> there.set(configMap("needed") != null));
        run(context, "pre-install", List.of(needed, job));
        assertThat(there).as("there when the Job is made").isTrue();
        assertThat(configMap("needed")).isNull();
        assertThat(find("user")).isEmpty();
    }

    @Test
    void whatSucceededGoesAlsoWhenALaterHookFails() throws InterruptedException {
        Hook settings = hook("pre-install", "hook-succeeded", settings("before"));
        Hook job = hook("pre-install", "hook-failed", job("failing", "exit 3"));
        StepFailure failure =
                catchThrowableOfType(StepFailure.class, () -> run(step("r1"), "pre-install", List.of(settings, job)));
        assertThat(failure.failure().message()).contains("the pre-install hook job/failing");
        assertThat(configMap("before")).isNull();
        assertThat(find("failing")).isEmpty();
    }

    /** What an earlier revision has left is complete; to apply it again would run nothing and look well. */
    @Test
    void aJobOfAnEarlierRevisionIsNotTakenForThisOne() throws InterruptedException {
        List<Hook> hooks = List.of(hook("pre-upgrade", "hook-failed", job("kept", "exit 0")));
        run(step("r1"), "pre-upgrade", hooks);
        StepFailure failure = catchThrowableOfType(StepFailure.class, () -> run(step("r2"), "pre-upgrade", hooks));
        assertThat(failure.failure().message())
                .isEqualTo("the pre-upgrade hook job/kept in namespace " + cluster.namespace() + " already exists");
        assertThat(failure.failure().fix()).contains("before-hook-creation");
    }

    @Test
    void aHookOfTwoMomentsRunsInEach() throws InterruptedException {
        List<Hook> hooks = List.of(hook("pre-upgrade,post-upgrade", "before-hook-creation", job("twice", "exit 0")));
        FakeStepContext context = step("r1");
        run(context, "pre-upgrade", hooks);
        String first = uid("twice");
        run(context, "pre-upgrade", hooks);
        assertThat(uid("twice")).isEqualTo(first);
        run(context, "post-upgrade", hooks);
        assertThat(uid("twice")).isNotEqualTo(first);
    }

    private static void run(StepContext context, String event, List<Hook> hooks) throws InterruptedException {
        ReadyWaiter waiter = new ReadyWaiter(cluster.clusters(), Diagnostician.none());
        new HookRunner(cluster.cluster(), context, waiter, cluster.namespace()).run(event, hooks);
    }

    private static FakeStepContext step(String rollout) {
        return cluster.step(new FakeTask().rollout(rollout).timeout(Duration.ofMinutes(1)));
    }

    /** The same context, which looks at something when that is said. */
    private static StepContext watched(StepContext context, String said, Runnable look) {
        return (StepContext) Proxy.newProxyInstance(
                HookRunnerTest.class.getClassLoader(),
                new Class<?>[] {StepContext.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("progress") && arguments[0].equals(said)) {
                        look.run();
                    }
                    try {
                        return method.invoke(context, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private static Hook hook(String events, String policy, String object) {
        String text = object.formatted(events, policy);
        return Hook.of(
                        "templates/hook.yaml",
                        text,
                        RenderedManifests.read("chart", text).getFirst())
                .orElseThrow();
    }

    private static String settings(String name) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: %s
                  annotations: {helm.sh/hook: "%%s", helm.sh/hook-delete-policy: "%%s", helm.sh/hook-weight: "-1"}
                data: {a: b}
                """.formatted(name);
    }

    private static String job(String name, String command) {
        return """
                apiVersion: batch/v1
                kind: Job
                metadata:
                  name: %s
                  annotations: {helm.sh/hook: "%%s", helm.sh/hook-delete-policy: "%%s"}
                spec:
                  backoffLimit: 0
                  template:
                    spec:
                      restartPolicy: Never
                      containers: [{name: main, image: "busybox:1.36", command: [sh, -c, "%s"]}]
                """.formatted(name, command);
    }

    private static ConfigMap configMap(String name) {
        return cluster.client()
                .configMaps()
                .inNamespace(cluster.namespace())
                .withName(name)
                .get();
    }

    private static Optional<JsonNode> find(String name) throws InterruptedException {
        return cluster.cluster().api().get(JOBS, cluster.namespace(), name);
    }

    private static String uid(String name) throws InterruptedException {
        return find(name).orElseThrow().at("/metadata/uid").asText();
    }
}
