package io.slipway.activities.cluster.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.manifest.Manifests;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageUseTest {
    @Test
    void theInternalRegistryIsKnownByItsNames() {
        StreamTag tag = new StreamTag("shop", "web", "1");
        assertThat(StreamTag.internal("image-registry.openshift-image-registry.svc:5000/shop/web:1"))
                .contains(tag);
        assertThat(StreamTag.internal("default-route-openshift-image-registry.apps.example.com/shop/web:1"))
                .contains(tag);
        assertThat(StreamTag.internal("docker-registry.default.svc:5000/shop/web"))
                .contains(new StreamTag("shop", "web", "latest"));
        String digest = "sha256:" + "a".repeat(64);
        assertThat(StreamTag.internal("image-registry.openshift-image-registry.svc:5000/shop/web:1@" + digest))
                .contains(new StreamTag("shop", "web", digest));
        assertThat(StreamTag.internal("quay.io/shop/web:1")).isEmpty();
    }

    @Test
    void triggersOfWorkloadsAndOfDeploymentConfigsAreUses() {
        assertThat(uses("""
                kind: Deployment
                metadata:
                  name: web
                  annotations:
                    image.openshift.io/triggers: '[{"from":{"kind":"ImageStreamTag","name":"web:1","namespace":"built"}}]'
                """))
                .containsExactly(new ImageUse("its image trigger", "web:1", new StreamTag("built", "web", "1"), false));
        assertThat(uses("""
                kind: DeploymentConfig
                spec:
                  triggers:
                    - type: ConfigChange
                    - { type: ImageChange, imageChangeParams: { from: { kind: ImageStreamTag, name: "web:1" } } }
                """)).extracting(ImageUse::tag).containsExactly(new StreamTag("shop", "web", "1"));
        assertThat(uses("""
                kind: Deployment
                metadata: { name: web, annotations: { image.openshift.io/triggers: "[{" } }
                """)).as("OpenShift passes over it").isEmpty();
    }

    @Test
    void aShortNameIsAStreamsWhereTheObjectSaysSo() {
        String pod = """
                kind: Deployment
                spec:
                  template:
                    metadata: { annotations: { alpha.image.policy.openshift.io/resolve-names: "SIGN" } }
                    spec: { containers: [ { name: a, image: "web:1" }, { name: b, image: "team/web:1" } ] }
                """;
        StreamTag tag = new StreamTag("shop", "web", "1");
        assertThat(uses(pod.replace("SIGN", "*"))).containsExactly(new ImageUse("container 'a'", "web:1", tag, false));
        assertThat(uses(pod.replace("SIGN", ""))).containsExactly(new ImageUse("container 'a'", "web:1", tag, true));
    }

    @Test
    void buildsAndImportsFillTags() {
        assertThat(ImageSource.tags(read("""
                kind: BuildConfig
                spec: { output: { to: { kind: DockerImage, name: "image-registry.openshift-image-registry.svc:5000/shop/web:1" } } }
                """), "shop")).containsExactly(new StreamTag("shop", "web", "1"));
        assertThat(ImageSource.tags(read("""
                kind: ImageStream
                metadata: { name: web }
                spec: { tags: [ { name: "1", from: { kind: DockerImage, name: "quay.io/team/web:1" } }, { name: "2" } ] }
                """), "shop")).containsExactly(new StreamTag("shop", "web", "1"));
    }

    private static List<ImageUse> uses(String yaml) {
        return ImageUse.of(read(yaml), "shop");
    }

    private static JsonNode read(String yaml) {
        return Manifests.read("test.yaml", yaml.getBytes(StandardCharsets.UTF_8))
                .objects()
                .getFirst()
                .json();
    }
}
