package io.slipway.activities.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Check;
import io.slipway.model.action.Probe;
import io.slipway.model.action.Validate;
import io.slipway.model.journal.CheckResult;
import io.slipway.model.spec.Late;
import io.slipway.model.spec.Ref;
import io.slipway.sandbox.api.ApiFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Checks against an API server: each probe that only reads objects, good and bad. */
class ValidateHandlerTest {
    private static TestCluster cluster;

    @BeforeAll
    static void start() {
        cluster = TestCluster.bare();
        cluster.client()
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("settings")
                        .withNamespace(cluster.namespace())
                        .addToLabels("app", "demo")
                        .endMetadata()
                        .addToData("mode", "fast")
                        .build())
                .create();
        cluster.client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName("credentials")
                        .withNamespace(cluster.namespace())
                        .endMetadata()
                        .addToStringData("user", "somebody")
                        .build())
                .create();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static Check check(String name, Probe probe, String expect, Check.Severity severity) {
        return new Check(
                name,
                probe,
                Optional.ofNullable(expect).map(Late::new),
                Optional.empty(),
                Optional.empty(),
                severity,
                List.of("a/1"));
    }

    private static Probe settings() {
        return new Probe.ObjectProbe(new Ref("configmap/settings"), Optional.empty());
    }

    private static Probe missing() {
        return new Probe.ObjectProbe(new Ref("configmap/none"), Optional.empty());
    }

    private static Probe secret(String key) {
        return new Probe.SecretProbe("credentials", List.of(key), Optional.empty());
    }

    private static Probe named(String name) {
        return new Probe.ObjectsProbe("configmaps", Optional.empty(), List.of(name), Optional.empty());
    }

    private static FakeStepContext context() {
        return cluster.step(new FakeTask());
    }

    private static Done run(FakeStepContext context, Check... checks) throws InterruptedException {
        return new ValidateHandler(cluster.clusters(), false).run(new Validate(List.of(checks)), context);
    }

    @Test
    void allChecksRunAndThoseThatFailAreNamedWithTheirCauses() {
        FakeStepContext context = context();
        assertThatThrownBy(() -> run(
                        context,
                        check("there", settings(), null, Check.Severity.ERROR),
                        check("gone", missing(), null, Check.Severity.ERROR),
                        check("keys", secret("user"), null, Check.Severity.ERROR),
                        check("no key", secret("password"), null, Check.Severity.ERROR),
                        check("named", named("settings"), null, Check.Severity.ERROR),
                        check("not named", named("other"), null, Check.Severity.ERROR)))
                .isInstanceOfSatisfying(StepFailure.class, failure -> {
                    assertThat(failure.getMessage()).isEqualTo("3 of 6 checks failed: gone; no key; not named");
                    assertThat(failure.failure().cause())
                            .contains("configmap/none does not exist in namespace " + cluster.namespace())
                            .contains("has no value for password")
                            .contains("configmap/other");
                });
        assertThat(context.recorder().checks())
                .extracting(CheckResult::name)
                .containsExactly("there", "gone", "keys", "no key", "named", "not named");
        assertThat(context.recorder().checks()).allSatisfy(result -> {
            assertThat(result.expected()).isNotBlank();
            assertThat(result.seen()).isNotBlank().doesNotContain("somebody");
            assertThat(result.fix().isEmpty()).isEqualTo(result.passed());
        });
    }

    @Test
    void aWarningDoesNotFailTheStep() throws InterruptedException {
        FakeStepContext context = context();
        Done done = run(context, check("gone", missing(), null, Check.Severity.WARNING));
        assertThat(done.outputs().get("failed").asLong()).isEqualTo(1);
        assertThat(context.recorder().warnings()).singleElement().asString().contains("configmap/none does not exist");
    }

    @Test
    void expectSeesTheObjectAndItsValuesAreShown() {
        FakeStepContext context = context()
                .late((late, seen) -> seen.get("object") instanceof Map<?, ?> object
                        && object.get("data").toString().contains("slow"));
        assertThatThrownBy(() ->
                        run(context, check("mode", settings(), "object.data.mode == 'slow'", Check.Severity.ERROR)))
                .isInstanceOf(StepFailure.class);
        CheckResult result = context.recorder().checks().getFirst();
        assertThat(result.expected()).isEqualTo("object.data.mode == 'slow'");
        assertThat(result.seen()).isEqualTo("object.data.mode = 'fast'");
        assertThat(result.fix()).contains("kubectl get configmap/settings");
    }

    @Test
    void whatTheAuthorSaysToDoComesBeforeHowToLook() throws InterruptedException {
        FakeStepContext context = context().late((late, seen) -> false);
        Check advised = new Check(
                "advised",
                settings(),
                Optional.of(new Late("ready")),
                Optional.empty(),
                Optional.of("delete what the trial left"),
                Check.Severity.WARNING,
                List.of());
        run(context, advised);
        assertThat(context.recorder().checks().getFirst().fix()).isEqualTo("delete what the trial left");
    }

    @Test
    void eventsAboutWhatMayNotBeListedDoNotCountAndThatIsSaid() {
        event("ConfigMap", "settings", "Stale");
        event("Job", "nightly", "Failed");
        cluster.sandbox().faults().add(new ApiFault("list", "jobs", "*", 1, new ApiFault.Answer(403, 0)));
        FakeStepContext context = context();
        Probe events = new Probe.EventsProbe(List.of(), List.of(), Optional.of("app=demo"), Optional.empty());
        assertThatThrownBy(() -> run(context, check("quiet", events, null, Check.Severity.ERROR)))
                .isInstanceOfSatisfying(
                        StepFailure.class,
                        failure -> assertThat(failure.failure().cause())
                                .contains("a warning event: configmap/settings Stale")
                                .doesNotContain("nightly"));
        assertThat(context.recorder().warnings())
                .singleElement()
                .asString()
                .contains("may not list jobs in namespace " + cluster.namespace());
    }

    private static void event(String kind, String name, String reason) {
        cluster.client()
                .resource(new EventBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(cluster.namespace())
                        .endMetadata()
                        .withNewInvolvedObject()
                        .withKind(kind)
                        .withName(name)
                        .withNamespace(cluster.namespace())
                        .endInvolvedObject()
                        .withType("Warning")
                        .withReason(reason)
                        .withMessage("look at it")
                        .withLastTimestamp(Instant.now().plusSeconds(60).toString())
                        .build())
                .create();
    }

    @Test
    void keepsAskingWithin() throws InterruptedException {
        int[] asked = {0};
        FakeStepContext context = context().late((late, seen) -> ++asked[0] == 3);
        Check patient = new Check(
                "patient",
                settings(),
                Optional.of(new Late("ready")),
                Optional.of(Duration.ofSeconds(20)),
                Optional.empty(),
                Check.Severity.ERROR,
                List.of());
        run(context, patient);
        assertThat(context.recorder().checks().getFirst().asked()).isEqualTo(3);
    }

    @Test
    void aReadOnlyRunLeavesOutWhatMayChangeSomething() throws InterruptedException {
        FakeStepContext context = context();
        Probe tcp = new Probe.TcpProbe("a:1", new Ref("pod/x"));
        new ValidateHandler(cluster.clusters(), true)
                .run(new Validate(List.of(check("tcp", tcp, null, Check.Severity.ERROR))), context);
        assertThat(context.recorder().checks()).isEmpty();
        assertThat(context.recorder().notes()).singleElement().asString().contains("'tcp' is skipped");
    }
}
