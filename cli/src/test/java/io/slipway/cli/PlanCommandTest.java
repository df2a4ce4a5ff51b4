package io.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code slipway plan} against the sandbox, before and after a run. */
class PlanCommandTest extends CommandLineTest {
    @BeforeEach
    void setUp() {
        assertThat(run("init", "shop")).isZero();
    }

    @Test
    void beforeTheFirstRunAllIsNew() {
        assertThat(run("plan", "shop", "--sandbox", "--exit-code")).isEqualTo(6);
        assertThat(out())
                .contains("SIMULATION", "+ deployment/shop", "checks: every pod runs", " to create")
                .doesNotContain("to change", "would fail");
        assertThat(run("plan", "shop", "--sandbox")).isZero();
    }

    @Test
    void afterARunNothingChangesAndThenOnlyWhatWasEdited() throws IOException {
        assertThat(run("run", "shop", "--sandbox", "--yes")).as(err()).isZero();
        assertThat(run("plan", "shop", "--sandbox", "--exit-code")).isZero();
        assertThat(out()).contains("nothing would change");

        assertThat(run("plan", "shop", "--sandbox", "--exit-code", "-p", "replicas=3"))
                .isEqualTo(6);
        assertThat(out())
                .contains("~ deployment/shop", "-  replicas: 2", "+  replicas: 3", "1 to change")
                .doesNotContain("to create");

        Path manifest = folder.resolve("shop/manifests/web.yaml");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("name: shop", "name: store"));
        assertThat(run("plan", "shop", "--sandbox", "-o", "json", "--out", "plan.json"))
                .isZero();
        JsonNode plan = json();
        assertThat(plan.path("pruned")
                        .valueStream()
                        .map(each -> each.path("object").asText()))
                .containsExactly("deployment/shop");
        assertThat(Json.read(Files.readString(folder.resolve("plan.json")), JsonNode.class))
                .isEqualTo(plan);
    }

    @Test
    void whatOnlyTheRunKnowsIsSaidSo() throws IOException {
        Path file = folder.resolve("shop/pipeline.yaml");
        Files.writeString(file, Files.readString(file).replace("outputs:\n", """
              - stage: after
                when: ${{ steps.web.created > 0 }}
                steps:
                  - step: note
                    deploy:
                      inline:
                        - apiVersion: v1
                          kind: ConfigMap
                          metadata: { name: note }
                          data: { made: "${{ string(steps.web.created) }}" }

            outputs:
            """));
        assertThat(run("plan", "shop", "--sandbox")).as(err()).isZero();
        assertThat(out())
                .contains("decided during the run: steps.web.created > 0")
                .contains("known during the run: ${{ string(steps.web.created) }}")
                .contains("+ configmap/note");
    }

    @Test
    void aRouteIsNamedAsTheKindThatItsStepMakes() throws IOException {
        pipeline("open", """
                  - step: web
                    deploy:
                      inline:
                        - apiVersion: v1
                          kind: Service
                          metadata: { name: web }
                          spec: { selector: { app: web }, ports: [ { port: 80 } ] }
                  - step: outside
                    route: { service: web, port: 80, kind: ingress, host: shop.example.com, tls: none }
            """);
        assertThat(run("plan", "open", "--sandbox")).as(out()).isZero();
        assertThat(out()).contains("+ service/web", "+ ingress/web");
    }

    @Test
    void aKindThatTheClusterDoesNotServeIsWhyItWouldFail() throws IOException {
        Files.writeString(
                folder.resolve("shop/manifests/more.yaml"),
                "apiVersion: example.com/v1\nkind: Unheard\nmetadata: { name: of }\n");
        assertThat(run("plan", "shop", "--sandbox")).isEqualTo(1);
        assertThat(out()).contains("the cluster serves no Unheard", "the run would fail");
    }

    @Test
    void aKindThatAnEarlierStepDefinesIsNoProblem() throws IOException {
        pipeline("early", """
                  - step: define
                    deploy: { manifests: [crd.yaml] }
                  - step: use
                    deploy: { inline: [ { apiVersion: example.com/v1, kind: Gadget, metadata: { name: one }, spec: { size: 3 } } ] }
            """);
        Files.writeString(folder.resolve("early/crd.yaml"), """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: { name: gadgets.example.com }
            spec:
              group: example.com
              scope: Namespaced
              names: { plural: gadgets, singular: gadget, kind: Gadget }
              versions:
                - name: v1
                  served: true
                  storage: true
                  schema: { openAPIV3Schema: { type: object, x-kubernetes-preserve-unknown-fields: true } }
            """);
        assertThat(run("plan", "early", "--sandbox")).as(out()).isZero();
        assertThat(out()).contains("+ customresourcedefinition/gadgets.example.com", "+ gadget/one");
        assertThat(run("run", "early", "--sandbox", "--yes")).as(err()).isZero();
    }

    @Test
    void aSecretThatAStepMadeStaysWanted() throws IOException {
        pipeline("hidden", """
                  - step: key
                    secret: { name: key, data: { token: { generate: 24 } } }
            """);
        assertThat(run("run", "hidden", "--sandbox")).as(err()).isZero();
        assertThat(run("plan", "hidden", "--sandbox", "--exit-code")).as(out()).isZero();
        assertThat(out()).contains("nothing would change").doesNotContain("to prune");
    }

    @Test
    void anApiVersionThatIsGoneIsNamedWithTheOneThatIsServed() throws IOException {
        pipeline("old", """
                  - step: web
                    deploy: { inline: [ { apiVersion: extensions/v1beta1, kind: Deployment, metadata: { name: web }, spec: { replicas: 1 } } ] }
            """);
        assertThat(run("plan", "old", "--sandbox")).isEqualTo(1);
        assertThat(out()).contains("serves no Deployment of extensions/v1beta1", "it serves Deployment as apps/v1");
    }

    @Test
    void whatDoesNotFitIntoTheQuotaIsToldBeforeAnythingIsChanged() throws IOException {
        String deployment = """
                  - step: NAME
                    deploy:
                      inline:
                        - apiVersion: apps/v1
                          kind: Deployment
                          metadata: { name: NAME }
                          spec:
                            replicas: 2
                            selector: { matchLabels: { app: NAME } }
                            template:
                              metadata: { labels: { app: NAME } }
                              spec: { containers: [ { name: app, image: "nginx:1", resources: { requests: { cpu: 500m } } } ] }
            """;
        String quota = """
                  - step: quota
                    deploy: { inline: [ { apiVersion: v1, kind: ResourceQuota, metadata: { name: compute }, spec: { hard: { requests.cpu: "1500m", pods: "9" } } } ] }
            """;
        pipeline("tight", quota + deployment.replace("NAME", "one") + deployment.replace("NAME", "two"));
        assertThat(run("plan", "tight", "--sandbox")).isEqualTo(1);
        assertThat(out())
                .contains(
                        "namespace default: requests.cpu: 2 more needed, 1.5 of 1.5 free in resourcequota/compute, 0.5"
                                + " too little")
                .contains("asked for by one, two")
                .contains("the run would fail")
                .doesNotContain("pods:");
        pipeline("tight", quota + deployment.replace("NAME", "one"));
        assertThat(run("plan", "tight", "--sandbox")).as(out()).isZero();
        assertThat(run("run", "tight", "--sandbox", "--yes")).as(err()).isZero();

        pipeline("tight", quota + deployment.replace("NAME", "one").replace("replicas: 2", "replicas: 4"));
        assertThat(run("plan", "tight", "--sandbox", "-o", "json")).isEqualTo(1);
        assertThat(json().path("exceededQuotas").path(0).asText())
                .as("only what is more than before counts")
                .contains("requests.cpu: 1 more needed, 0.5 of 1.5 free");
    }

    @Test
    void anImageThatNoStreamHasAndNoStepMakesIsWarnedOf() throws IOException {
        String registry = "image-registry.openshift-image-registry.svc:5000/default/";
        String streams = """
                  - step: streams
                    deploy:
                      inline:
                        - apiVersion: image.openshift.io/v1
                          kind: ImageStream
                          metadata: { name: web }
                          spec: { lookupPolicy: { local: true }, tags: [ { name: "1", from: { kind: DockerImage, name: "quay.io/team/web:1" } } ] }
            """;
        String images = """
                  - step: app
                    deploy:
                      inline:
                        - apiVersion: apps/v1
                          kind: Deployment
                          metadata: { name: app }
                          spec:
                            selector: { matchLabels: { app: app } }
                            template:
                              metadata: { labels: { app: app } }
                              spec:
                                initContainers: [ { name: early, image: "REGISTRYweb:2" } ]
                                containers: [ { name: app, image: "REGISTRYweb:1" }, { name: beside, image: "web:3" }, { name: far, image: "quay.io/a/b:1" } ]
                  - step: session
                    needs: []
                    testJob:
                      flinkDeployment:
                        inline: { apiVersion: flink.apache.org/v1beta1, kind: FlinkDeployment, metadata: { name: session }, spec: { image: "REGISTRYflink:1" } }
                  - step: submit
                    needs: []
                    testJob:
                      sparkSubmit: { of: deployment/app, main: "local:///a.jar", conf: { spark.kubernetes.container.image: "REGISTRYspark:1" } }
                  - step: late
                    needs: []
                    deploy:
                      inline:
                        - apiVersion: build.openshift.io/v1
                          kind: BuildConfig
                          metadata: { name: flink }
                          spec: { output: { to: { kind: ImageStreamTag, name: "flink:1" } }, strategy: { dockerStrategy: { from: { kind: ImageStreamTag, name: "base:9" } } } }
            """.replace("REGISTRY", registry);
        pipeline("pulls", streams + images);
        assertThat(run("plan", "pulls", "--sandbox")).as(out()).isZero();
        assertThat(out().lines().filter(line -> line.startsWith("! ")))
                .satisfiesExactly(
                        early -> assertThat(early)
                                .startsWith("! step app: deployment/app, init container 'early', image '" + registry
                                        + "web:2': imagestream/web in namespace default has no image web:2: create it in an earlier"
                                        + " 'build' step"),
                        beside -> assertThat(beside).contains("container 'beside'", "has no image web:3"),
                        flink -> assertThat(flink)
                                .contains(
                                        "step session: flinkdeployment/session, spec.image", "step late fills that tag")
                                .endsWith("add 'needs: [late]'"),
                        spark -> assertThat(spark)
                                .startsWith("! step submit: option 'spark.kubernetes.container.image', image '"
                                        + registry + "spark:1': imagestream/spark not found"),
                        base -> assertThat(base)
                                .contains(
                                        "step late: buildconfig/flink, the image it starts from",
                                        "imagestream/base not found"));

        pipeline("pulls", streams);
        assertThat(run("run", "pulls", "--sandbox", "--yes")).as(err()).isZero();
        pipeline("pulls", images);
        assertThat(run("plan", "pulls", "--sandbox", "-o", "json")).isZero();
        assertThat(json().path("missingImages").toString())
                .as("what the cluster has is not asked for")
                .doesNotContain("container 'app'")
                .contains("has no image web:2, its tags are 1:", "has no image web:3");
    }

    private void pipeline(String name, String steps) throws IOException {
        Files.createDirectories(folder.resolve(name));
        Files.writeString(
                folder.resolve(name).resolve("pipeline.yaml"),
                "slipway: v1\npipeline: " + name + "\nstages:\n  - stage: only\n    steps:\n" + steps);
    }
}
