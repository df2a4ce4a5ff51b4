package io.slipway.activities.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.access.ExecCall;
import io.slipway.activities.cluster.access.ExecResult;
import io.slipway.activities.cluster.access.PodExec;
import io.slipway.activities.cluster.access.PodFinder;
import io.slipway.activities.cluster.access.PodRef;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.StepContext;
import io.slipway.model.action.RunJob;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Binder;
import io.slipway.model.spec.Ref;
import io.slipway.sandbox.api.ApiFault;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The API server goes away while a job is being submitted from a pod: the submission goes on there, and is not repeated. */
class CutOffTest {
    private static final String JAR = "/opt/flink/examples/streaming/WordCount.jar";
    private static final String OF = "deployment/savepoint-jobmanager";

    private static TestCluster cluster;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        cluster = FlinkSession.start();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void theDriverThatAppearsAfterwardsIsFollowed() throws InterruptedException {
        FakeStepContext context = step("pi");
        String driver = context.task().objectName() + "-driver";
        StepContext cutOff = atFirst("beforeWrite", context, () -> {
            create(driver);
            cut();
        });
        Done done = run(Map.of("sparkSubmit", Map.of("of", OF, "main", "local:///pi.jar")), cutOff);
        assertThat(done.outputs().get("jobId").asText()).isEqualTo(driver);
        assertThat(context.writes()).as("submitted once").isEqualTo(1);
    }

    @Test
    void theFlinkJobThatAppearsAfterwardsIsFollowed() throws InterruptedException {
        FakeStepContext context = step("count");
        String jobId = context.task().flinkJobId();
        Map<String, Object> flinkRun = Map.of("of", OF, "jar", JAR, "rest", "savepoint-jobmanager:8081");
        StepContext cutOff = atFirst("beforeWrite", context, CutOffTest::cut);
        String[] command = {"flink", "run", "-d", "-D$internal.pipeline.job-id=" + jobId, JAR};
        Done done = run(Map.of("flinkRun", flinkRun), atFirst("pause", cutOff, () -> carryOut(command)));
        assertThat(done.outputs().get("jobId").asText()).isEqualTo(jobId);
        assertThat(context.writes()).as("submitted once").isEqualTo(1);
    }

    private static FakeStepContext step(String name) {
        return cluster.step(new FakeTask().step(name).timeout(Duration.ofMinutes(2)));
    }

    /** The connection of the next command in a pod ends, whether the command has begun by then or not. */
    private static void cut() {
        cluster.sandbox().faults().add(new ApiFault("*", "pods/exec", "*", 1, new ApiFault.Drop(true)));
    }

    /** What goes on in the pod, unless it did so already: the same job is refused a second time. */
    private static void carryOut(String... command) {
        try {
            PodRef pod = new PodFinder(cluster.cluster()).ready(new Ref(OF), cluster.namespace(), Optional.empty());
            ExecCall call = ExecCall.of(pod, List.of(command), Duration.ofMinutes(1));
            ExecResult result = new PodExec(cluster.cluster()).run(call);
            assertThat(result.exitCode() == 0 || result.stderr().contains("Job has already been submitted"))
                    .as("%s", result)
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void create(String driver) {
        String pod = """
                {"apiVersion":"v1","kind":"Pod","metadata":{"name":"%s"},"spec":{"restartPolicy":"Never",
                 "containers":[{"name":"driver","image":"busybox:1","command":["sh","-c","echo done"]}]}}""".formatted(driver);
        try {
            cluster.cluster()
                    .api()
                    .writing(() -> {})
                    .create(Cluster.PODS, cluster.namespace(), Json.read(pod, JsonNode.class));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Done run(Map<String, Object> job, StepContext context) throws InterruptedException {
        return new RunJobHandler(cluster.clusters(), Diagnostician.none())
                .run(Binder.read(RunJob.class, Json.tree(job)), context);
    }

    /** The context, in which something happens before a method of it is called for the first time. */
    private static StepContext atFirst(String name, StepContext context, Runnable what) {
        AtomicBoolean called = new AtomicBoolean();
        return (StepContext) Proxy.newProxyInstance(
                CutOffTest.class.getClassLoader(), new Class<?>[] {StepContext.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals(name) && !called.getAndSet(true)) {
                        what.run();
                    }
                    return method.invoke(context, arguments);
                });
    }
}
