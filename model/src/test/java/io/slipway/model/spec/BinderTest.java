package io.slipway.model.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.slipway.model.action.Action;
import io.slipway.model.action.Deploy;
import io.slipway.model.action.Exec;
import io.slipway.model.action.Secret;
import io.slipway.model.action.Sleep;
import io.slipway.model.action.WaitReady;
import io.slipway.model.pipeline.Retry;
import io.slipway.model.pipeline.Step;
import io.slipway.model.pipeline.Undo;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinderTest {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().addModule(new SpecModule()).build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{deploy: {manifests: ['flink/*.yaml'], conflicts: take, wait: true}}",
                "{waitReady: flink-deploy}",
                "{waitReady: {selector: app=x, kinds: [Pod], for: '${{ object.ready }}', grace: 1m30s}}",
                "{preflight: {platform: openshift, capacity: {cpu: 12, memory: 40Gi}, reachable: 'minio:9000'}}",
                "{validate: [{check: a, http: {service: 'x:1'}, expect: status == 200, within: 60s}]}",
                "{testJob: {exec: {of: deployment/a, command: 'echo 1'}, capture: ['(?<pi>.*)']}}",
                "{runJob: {sparkSubmit: {selector: a=b, main: 's3a://x.py', conf: {spark.ui: false}}}}",
                "{exec: {of: pod/x, command: [a, b]}}",
                "{sleep: 500ms}",
                "{sleep: {until: '2026-01-01T02:00:00Z'}}",
                "{approve: Go on?}",
                "{pipeline: storage}",
                "{activity: {type: A, taskQueue: q, input: {a: [1, 2.5, null]}}}",
                "{secret: {name: x, data: {a: b, c: {generate: 32}}}}",
                "{sql: {sparkSql: {of: pod/x}, files: a.sql}}",
                "{delete: {selector: a=b, kinds: []}}",
                "{diagnose: {}}",
                "{build: {buildConfig: x, follow: false}}",
                "{route: {service: x, port: 8081, insecure: Redirect}}",
                "{http: {url: 'http://x', body: {a: 1}}}"
            })
    void everyVerbComesBackAsItWas(String yaml) throws Exception {
        Action action = Binder.read(Action.class, yaml(yaml));
        JsonNode written = Binder.write(Action.class, action);
        assertThat(Binder.read(Action.class, written)).isEqualTo(action);
        assertThat(Binder.write(Action.class, Binder.read(Action.class, written)))
                .isEqualTo(written);
        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(action), Action.class))
                .isEqualTo(action);
    }

    @Test
    void jacksonWritesAMemberOfAUnionUnderItsKey() throws Exception {
        Sleep sleep = Binder.read(Sleep.class, yaml("5m"));
        assertThat(MAPPER.writeValueAsString(new Holder<Action>("x", sleep)))
                .isEqualTo("{\"name\":\"x\",\"action\":{\"sleep\":{\"for\":\"5m\"}}}");
        assertThat(MAPPER.readValue("{\"sleep\":{\"for\":\"5m\"}}", Sleep.class))
                .isEqualTo(sleep);
    }

    record Holder<A>(String name, A action) {}

    @Test
    void defaultsAndShortFormsAreFilledIn() {
        WaitReady wait = Binder.read(WaitReady.class, yaml("flink-deploy"));
        assertThat(wait.of()).contains(new Ref("flink-deploy"));
        assertThat(wait.grace()).isEqualTo(Duration.ofSeconds(30));
        assertThat(wait.kinds()).containsExactly("Pod");
        assertThat(Binder.read(Retry.class, yaml("5")).attempts()).isEqualTo(5);
        assertThat(Binder.read(Undo.class, yaml("none")).mode()).isEqualTo(Undo.Mode.NONE);
        assertThat(Binder.read(Exec.class, yaml("{of: pod/x, command: ls -l}"))
                        .command()
                        .argv())
                .containsExactly("sh", "-c", "ls -l");
        assertThat(Binder.read(Deploy.class, yaml("{manifests: a.yaml}")).manifests())
                .isEqualTo(List.of(new FilePath("a.yaml")));
    }

    @Test
    void aSecretReferenceSurvivesTheRoundTrip() {
        JsonNode tree = yaml("{name: x, data: {user: {$secret: minio/root-user}}}");
        Secret secret = Binder.read(Secret.class, tree);
        assertThat(SecretRef.in(secret.data().get("user").value().orElseThrow()))
                .contains(new SecretRef("minio", "root-user"));
        assertThat(Binder.write(secret).at("/data/user/value/$secret").asText()).isEqualTo("minio/root-user");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{deploy: {manifest: [a]}} => $.deploy: unknown key 'manifest'",
                "{deploy: {}} => $.deploy: one of manifests, inline is missing",
                "{deploy: {manifests: [a], inline: []}} => $.deploy: only one of manifests, inline may be given",
                "{deploy: {manifests: [a], wait: 'yes'}} => $.deploy.wait: expected true or false but found the text 'yes'",
                "{deploy: {manifests: [a], conflicts: force}} => $.deploy.conflicts: expected one of fail, take, adopt but found the text 'force'",
                "{sleep: 5} => $.sleep.for: a duration needs a unit: write 5s or 5m, not 5",
                "{build: {}} => $.build: 'buildConfig' is missing",
                "{exec: {of: pod/x, command: [1.5]}} => $.exec.command.words[0]: expected a text, but 1.5 is a number: put it in quotes",
                "{testJob: {keep: true}} => $.testJob: one of sparkSubmit, flinkRun, flinkJar, sparkApplication, flinkDeployment, flinkSessionJob, job, exec is missing",
                "{validate: []} => $.validate: 'checks' must not be empty",
                "{preflight: } => $.preflight: preflight is empty: add what the target must have, such as 'platform', 'apis', 'secrets' or 'reachable'",
                "{jump: {}} => $: unknown key 'jump'",
                "{testJob: {exec: {of: pod/x, command: a}, capture: '('}} => $.testJob.capture: '(' is not a regular expression: Unclosed group near index 1"
            })
    void mistakesNameThePlace(String example) {
        String[] parts = example.split(" => ", 2);
        assertThatThrownBy(() -> Binder.read(Action.class, yaml(parts[0])))
                .isInstanceOf(BindException.class)
                .hasMessage(parts[1]);
    }

    @Test
    void aStepHoldsItsVerbInline() {
        Step step = Binder.read(Step.class, yaml("{step: a, guide: x/1, sleep: 1s}"));
        assertThat(step.action()).isInstanceOf(Sleep.class);
        assertThat(step.guide()).containsExactly("x/1");
        assertThat(Binder.read(Step.class, Binder.write(step))).isEqualTo(step);
    }

    static JsonNode yaml(String text) {
        return DefaultValues.parse(text);
    }
}
