package io.slipway.activities.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.api.ListQuery;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Build;
import io.slipway.model.spec.FilePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code build} promises, against the sandbox's OpenShift. */
class BuildTest {
    private static TestCluster cluster;
    private static BuildHandler handler;

    @BeforeAll
    static void start() {
        cluster = TestCluster.working();
        handler = new BuildHandler(cluster.clusters(), Diagnostician.none());
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void adoptsTheBuildOfTheTrigger() throws InterruptedException {
        FakeStepContext context = step("adopts", new FakeTask().step("adopts"));
        Done done = handler.run(action("adopts", Optional.empty()), context);
        assertThat(done.outputs().get("build").asText()).isEqualTo("adopts-1");
        assertThat(done.outputs().get("image").asText()).contains("/adopts@sha256:");
        assertThat(builds("adopts")).hasSize(1);
        assertThat(BuildKinds.label(builds("adopts").getFirst(), Owner.KEY))
                .isEqualTo(context.task().shortKey());
        assertThat(context.recorder().logs().get("build/adopts-1")).isNotEmpty();
        assertThat(context.recorder().notes()).anyMatch(note -> note.contains("adopted build/adopts-1"));
    }

    @Test
    void startsOneOfItsOwnForAnotherCommit() throws InterruptedException {
        Done done =
                handler.run(action("commits", Optional.of("0123abc")), step("commits", new FakeTask().step("commits")));
        assertThat(done.outputs().get("build").asText()).isEqualTo("commits-2");
    }

    @Test
    void aSuccessorFollowsTheSameBuild() throws InterruptedException {
        FakeTask task = new FakeTask().step("again");
        handler.run(action("again", Optional.empty()), step("again", task));
        Done second = handler.run(action("again", Optional.empty()), step("again", task));
        assertThat(second.outputs().get("build").asText()).isEqualTo("again-1");
        assertThat(builds("again")).hasSize(1);
    }

    @Test
    void anotherTryStartsAnotherBuild() throws InterruptedException {
        handler.run(action("tries", Optional.empty()), step("tries", new FakeTask().step("tries")));
        Done second = handler.run(
                action("tries", Optional.empty()),
                step("tries", new FakeTask().step("tries").attempt(2)));
        assertThat(second.outputs().get("build").asText()).isEqualTo("tries-2");
    }

    @Test
    void aBuildConfigThatIsNotThereIsNamed() {
        Build build = new Build("nowhere", List.of(), List.of(), Optional.empty(), Map.of(), true);
        StepFailure failure = catchThrowableOfType(
                StepFailure.class, () -> handler.run(build, cluster.step(new FakeTask().step("nowhere"))));
        assertThat(failure.failure().message()).contains("buildconfig/nowhere", cluster.namespace());
    }

    private static List<JsonNode> builds(String config) throws InterruptedException {
        return cluster.cluster()
                .api()
                .list(BuildKinds.BUILDS, cluster.namespace(), ListQuery.labels("buildconfig=" + config));
    }

    private static Build action(String config, Optional<String> commit) {
        return new Build(config, List.of(new FilePath("build.yaml")), List.of(), commit, Map.of(), true);
    }

    private static FakeStepContext step(String config, FakeTask task) {
        return cluster.step(task).withFile("build.yaml", """
                apiVersion: image.openshift.io/v1
                kind: ImageStream
                metadata: {name: %1$s}
                spec:
                  lookupPolicy: {local: true}
                  tags: [{name: "1.0", from: {kind: DockerImage, name: "%1$s:1.0"}}]
                ---
                apiVersion: build.openshift.io/v1
                kind: BuildConfig
                metadata: {name: %1$s}
                spec:
                  source: {type: Git, git: {uri: "https://example.com/x.git"}, contextDir: docker}
                  strategy: {type: Docker, dockerStrategy: {dockerfilePath: Dockerfile}}
                  output: {to: {kind: ImageStreamTag, name: "%1$s:1.0"}}
                  triggers: [{type: ConfigChange}]
                """.formatted(config));
    }
}
