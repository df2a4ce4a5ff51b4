package io.slipway.bench.waits;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.slipway.bench.bed.Lab;
import io.slipway.bench.bed.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Objects of a kind that no controller knows: they become ready when the bench says so, and at no other time. */
final class Gates implements AutoCloseable {
    private static final String DEFINITION = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: { name: gates.bench.slipway.io }
        spec:
          group: bench.slipway.io
          scope: Namespaced
          names: { kind: Gate, plural: gates, singular: gate }
          versions:
            - name: v1
              served: true
              storage: true
              subresources: { status: {} }
              schema: { openAPIV3Schema: { type: object, x-kubernetes-preserve-unknown-fields: true } }
        """;
    private static final ResourceDefinitionContext KIND = new ResourceDefinitionContext.Builder()
            .withGroup("bench.slipway.io")
            .withVersion("v1")
            .withKind("Gate")
            .withPlural("gates")
            .withNamespaced(true)
            .build();

    private final KubernetesClient client;
    private final String namespace;

    private Gates(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    /** Gates of a namespace. */
    static Gates in(Lab lab, String namespace) throws IOException, InterruptedException {
        Path definition = Files.writeString(lab.work().resolve("gates.yaml"), DEFINITION);
        Program kubectl = Program.of(lab, "kubectl");
        kubectl.seconds("apply", "-f", definition.toString());
        kubectl.seconds("wait", "--for=condition=Established", "crd/gates.bench.slipway.io");
        return new Gates(lab.bed().client(), namespace);
    }

    /** Makes one that is not ready. */
    void make(String name) {
        GenericKubernetesResource gate = new GenericKubernetesResource();
        gate.setApiVersion("bench.slipway.io/v1");
        gate.setKind("Gate");
        gate.setMetadata(new ObjectMetaBuilder().withName(name).build());
        all().inNamespace(namespace).resource(gate).create();
        write(name, "False");
    }

    /** Makes one ready. */
    void open(String name) {
        write(name, "True");
    }

    /** A plain watch over all of them. */
    Openings watch() {
        return new Openings(all().inNamespace(namespace));
    }

    private void write(String name, String ready) {
        GenericKubernetesResource gate =
                all().inNamespace(namespace).withName(name).get();
        gate.setAdditionalProperty("status", Map.of("conditions", List.of(Map.of("type", "Ready", "status", ready))));
        all().inNamespace(namespace).resource(gate).updateStatus();
    }

    private MixedOperation<
                    GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
            all() {
        return client.genericKubernetesResources(KIND);
    }

    @Override
    public void close() {
        client.close();
    }
}
