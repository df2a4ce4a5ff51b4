package io.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.targets.TargetConnector;
import io.slipway.activities.cluster.targets.TargetSettings;
import io.slipway.activities.preview.ClusterForesight;
import io.slipway.activities.preview.Previewer;
import io.slipway.activities.preview.RolloutPreview;
import io.slipway.activities.rollout.FolderPlanning;
import io.slipway.activities.step.Target;
import io.slipway.cli.engine.SandboxCluster;
import io.slipway.model.check.PipelineFolder;
import io.slipway.model.plan.Plan;
import io.slipway.sandbox.sim.SimulationOptions;
import io.slipway.workflows.contract.RolloutInput;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code slipway plan --out FILE} and {@code slipway run --plan FILE}; rights asked before anything begins. */
class PlanFileTest extends CommandLineTest {
    private static final String PIPELINE = """
            slipway: v1
            pipeline: shop
            params:
              greeting: { type: string, default: hello }
            stages:
              - stage: base
                steps:
                  - step: config
                    deploy:
                      inline:
                        - apiVersion: v1
                          kind: ConfigMap
                          metadata: { name: shop }
                          data: { greeting: "${{ params.greeting }}", sign: SIGN }
            """;

    private static final String READER = """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: { name: reader, namespace: default }
            rules: [ { apiGroups: [""], resources: [configmaps], verbs: [VERBS] } ]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: { name: reader, namespace: default }
            roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader }
            subjects: [ { apiGroup: rbac.authorization.k8s.io, kind: User, name: bea } ]
            """;

    private static final List<String> MISSING = List.of(
            "the account may not create, patch, update configmaps in namespace default, as needed by config",
            "the account may not create, delete, get, update leases.coordination.k8s.io in namespace default, as needed by"
                    + " the concurrency group",
            "the account may not create, get secrets in namespace default, as needed by config");

    @BeforeEach
    void aPipeline() throws IOException {
        Files.createDirectories(folder.resolve("shop"));
        write("open");
    }

    private void write(String sign) throws IOException {
        Files.writeString(folder.resolve("shop/pipeline.yaml"), PIPELINE.replace("SIGN", sign));
    }

    @Test
    void aRunIsBoundToItsPlan() throws IOException {
        assertThat(run("plan", "shop", "--sandbox", "-p", "greeting=bye", "--out", "plan.json"))
                .as(err())
                .isZero();
        assertThat(out()).contains("+ configmap/shop", "\nplan ");

        assertThat(run("run", "shop", "--sandbox", "--plan", "plan.json", "-p", "greeting=hi"))
                .isEqualTo(2);
        assertThat(err())
                .contains("the plan is out of date: parameter 'greeting' was \"bye\", and is \"hi\"")
                .doesNotContain("step 'config'", "configmap/shop");

        write("closed");
        assertThat(run("run", "shop", "--sandbox", "--plan", "plan.json")).isEqualTo(2);
        assertThat(err())
                .contains("the plan is out of date: step 'config' has changed in the pipeline")
                .doesNotContain("parameter");

        write("open");
        assertThat(run("run", "shop", "--sandbox", "--plan", "plan.json", "-o", "json"))
                .as(err())
                .isZero();
        assertThat(json().path("params").path("greeting").asText()).isEqualTo("bye");

        assertThat(run("run", "shop", "--sandbox", "--plan", "plan.json")).isEqualTo(2);
        assertThat(err()).contains("configmap/shop in namespace default has changed in the cluster");
        assertThat(run("list", "-o", "json")).isZero();
        assertThat(json()).hasSize(1);
    }

    @Test
    void whatSomebodyElseChangedIsNamed() throws IOException {
        assertThat(run("run", "shop", "--sandbox")).as(err()).isZero();
        assertThat(run("plan", "shop", "--sandbox", "--out", "plan.json")).isZero();
        try (SandboxCluster cluster = sandbox()) {
            var maps = cluster.target().client().configMaps().inNamespace("default");
            maps.withName("shop").edit(map -> {
                map.getData().put("more", "of it");
                return map;
            });
        }
        assertThat(run("run", "shop", "--sandbox", "--plan", "plan.json")).isEqualTo(2);
        assertThat(err())
                .contains("the plan is out of date: configmap/shop in namespace default has changed in the cluster")
                .doesNotContain("step 'config'", "parameter");
    }

    @Test
    void whatIsNoPlanIsSaidSo() throws IOException {
        Files.writeString(folder.resolve("plan.json"), "{}");
        assertThat(run("run", "shop", "--sandbox", "--plan", "plan.json")).isEqualTo(2);
        assertThat(err()).contains("is not a complete plan file", "slipway plan PIPELINE --out FILE");
    }

    @Test
    void missingRightsAreListedAtOnceBeforeAnythingBegins() throws Exception {
        try (SandboxCluster cluster = sandbox();
                Clusters clusters = new Clusters()) {
            mayOnly(cluster.target(), "get", "list");
            Target limited = as(cluster, "bea");
            RolloutInput input = RolloutInput.of("shop");
            Plan plan = new FolderPlanning(List.of(folder), Optional.of(PipelineFolder.at(folder.resolve("shop"))))
                    .plan(input, limited)
                    .plan()
                    .orElseThrow();
            ClusterForesight foresight = new ClusterForesight(clusters, Map.<String, String>of()::get);

            assertThat(foresight.problems(plan, limited, Optional.empty(), true))
                    .containsExactlyElementsOf(MISSING);
            assertThat(foresight.problems(plan, cluster.target(), Optional.empty(), true))
                    .isEmpty();
            RolloutPreview preview = new Previewer(clusters, name -> null).of(plan, limited, true);
            assertThat(preview.missingRights()).containsExactlyElementsOf(MISSING);
            assertThat(preview.lackingRights())
                    .containsExactly(
                            "the account may not delete, watch configmaps in namespace default; without it, fewer"
                                    + " details of failures are shown, or objects are left behind, by config");
        }
    }

    private SandboxCluster sandbox() throws IOException {
        return SandboxCluster.start(
                Optional.of(folder.resolve(".slipway/sandbox")), 0, SimulationOptions.GUIDES, List.of());
    }

    private static void mayOnly(Target target, String... verbs) {
        for (String each : READER.replace("VERBS", String.join(", ", verbs)).split("---\\n", -1)) {
            target.client().resource(each).inNamespace("default").create();
        }
    }

    private Target as(SandboxCluster cluster, String user) throws IOException {
        var file = Files.writeString(folder.resolve("kubeconfig"), cluster.kubeconfig());
        var usual = TargetSettings.usual("limited");
        return TargetConnector.connect(new TargetSettings(
                usual.name(),
                Optional.of(file),
                Optional.empty(),
                Optional.of("default"),
                Optional.of(user),
                List.of(),
                false,
                Optional.empty()));
    }
}
