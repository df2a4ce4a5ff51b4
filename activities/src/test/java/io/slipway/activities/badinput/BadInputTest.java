package io.slipway.activities.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ApplyOptions;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.step.FakeBlobs;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.expr.Expressions;
import io.slipway.model.journal.Failure;
import io.slipway.model.json.Json;
import io.slipway.model.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.Durations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every way a verb can be given something wrong: a case in {@code bad-input/VERB.yaml}, its message in
 * {@code docs/bad-input.md}, which {@code -Dslipway.docs.write=true} writes anew.
 */
class BadInputTest {
    private static final Path CASES = Path.of("src/test/resources/bad-input");
    private static final ApiKind DEPLOYMENTS = ApiKind.namespaced("apps/v1", "Deployment", "deployments");
    private static final Path PAGE = Path.of("../docs/bad-input.md");

    private static TestCluster cluster;
    private static Handlers handlers;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() {
        cluster = TestCluster.working();
        handlers = new Handlers(cluster.clusters());
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @TestFactory
    Stream<DynamicTest> eachMistakeIsNamed() throws IOException {
        Page page = new Page();
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(CASES)) {
            for (Path file : files.sorted().toList()) {
                for (JsonNode each : read(file)) {
                    BadInputCase wrong = Json.mapper().convertValue(each, BadInputCase.class);
                    tests.add(DynamicTest.dynamicTest(wrong.verb() + ": " + wrong.given(), () -> isNamed(wrong, page)));
                }
            }
        }
        tests.add(DynamicTest.dynamicTest("docs/bad-input.md is up to date", () -> isUpToDate(page)));
        return tests.stream();
    }

    private static JsonNode read(Path file) throws IOException {
        return YamlReader.read(file.toString(), Files.readAllBytes(file))
                .root()
                .orElseThrow()
                .json();
    }

    private static void isNamed(BadInputCase wrong, Page page) throws Exception {
        Optional<String> problem = new Checks(folder).problem(wrong);
        if (problem.isPresent()) {
            assertThat(problem.get()).contains(wrong.says());
            page.row(wrong, "check", problem.get());
            return;
        }
        for (JsonNode object : wrong.objects()) {
            apply(object);
            if (wrong.running()) {
                awaitRunning(object);
            }
        }
        if (wrong.ready()) {
            awaitDeployments(wrong);
        }
        FakeStepContext context = context(wrong);
        StepFailure failure = catchThrowableOfType(StepFailure.class, () -> handlers.run(wrong, context));
        assertThat(failure).as("nothing was found wrong").isNotNull();
        String said = story(failure.failure());
        assertThat(said).contains(wrong.says());
        assertThat(failure.failure().fix()).as("what to do").isNotBlank();
        if (!wrong.changes()) {
            assertThat(context.writes()).as("writes before it was refused").isZero();
        }
        page.row(wrong, wrong.changes() ? "run, after writing" : "run", said);
        forget();
    }

    /** What one case has scarce must not be scarce for those after it, and what it started is not theirs. */
    private static void forget() {
        cluster.client().resourceQuotas().inNamespace(cluster.namespace()).delete();
        cluster.client()
                .genericKubernetesResources("build.openshift.io/v1", "Build")
                .inNamespace(cluster.namespace())
                .delete();
    }

    private static String story(Failure failure) {
        String said = failure.message() + ": " + failure.cause() + ". To do: " + failure.fix();
        return said.replace(cluster.namespace(), "demo")
                .replaceAll("\\b(bad-[a-z]+)-[a-z0-9]{5,10}-[a-z0-9]{5}\\b", "$1-POD");
    }

    private static FakeStepContext context(BadInputCase wrong) {
        FakeTask task = new FakeTask().timeout(wrong.time());
        FakeBlobs blobs = new FakeBlobs();
        wrong.files().forEach((path, text) -> task.file(path, blobs.putText(text)));
        FakeStepContext context =
                cluster.step(task, blobs).late((late, seen) -> Expressions.evaluateBool(late.source(), seen));
        wrong.files().forEach(context::withFile);
        return context;
    }

    private static void apply(JsonNode object) throws InterruptedException {
        ObjectNode tree = object.deepCopy();
        ApiKind kind = cluster.cluster().kinds().of(ObjectRef.of(tree));
        if (kind.namespaced()) {
            tree.withObject("/metadata").put("namespace", cluster.namespace());
        }
        cluster.cluster()
                .api()
                .writing(() -> {})
                .apply(kind, ObjectRef.of(tree), tree, ApplyOptions.as("test").forced());
    }

    private static void awaitDeployments(BadInputCase wrong) {
        for (JsonNode object : wrong.objects()) {
            if (object.path("kind").asText().equals("Deployment")) {
                String name = object.at("/metadata/name").asText();
                Awaitility.await(name)
                        .atMost(Durations.ONE_MINUTE)
                        .until(() -> cluster.cluster()
                                .api()
                                .get(DEPLOYMENTS, cluster.namespace(), name)
                                .filter(live ->
                                        live.at("/status/availableReplicas").asInt() > 0)
                                .isPresent());
            }
        }
    }

    private static void awaitRunning(JsonNode object) throws InterruptedException {
        ObjectRef ref = ObjectRef.of(object);
        if (ref.kind().equals("Deployment")) {
            ApiKind kind = cluster.cluster().kinds().of(ref);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> cluster.cluster()
                            .api()
                            .get(kind, cluster.namespace(), ref.name())
                            .filter(live -> live.at("/status/availableReplicas").asInt() > 0)
                            .isPresent());
        }
    }

    private static void isUpToDate(Page page) throws IOException {
        if (Boolean.getBoolean("slipway.docs.write")) {
            Files.write(PAGE, page.text().getBytes(UTF_8));
        }
        assertThat(PAGE)
                .as("write it anew with -Dtest=BadInputTest -Dslipway.docs.write=true")
                .hasContent(page.text());
    }
}
