package io.slipway.bench.waits;

import io.slipway.bench.bed.Lab;
import io.slipway.bench.bed.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pods of Deployments on nodes that kwok plays: they become ready, and nobody runs them. */
final class KwokPods implements AutoCloseable {
    static final String LABEL = "app=many";
    private static final int OF_A_DEPLOYMENT = 500;
    private static final int OF_A_NODE = 110;

    private final Lab lab;
    private final String namespace;
    private final Program kubectl;
    private int nodes;

    KwokPods(Lab lab, String namespace) {
        this.lab = lab;
        this.namespace = namespace;
        this.kubectl = Program.of(lab, "kubectl");
    }

    /** Makes the pods; none of them can be scheduled, since there is no node for them. */
    void make(int pods) throws IOException, InterruptedException {
        apply(IntStream.range(0, pods / OF_A_DEPLOYMENT)
                .mapToObj(this::deployment)
                .collect(Collectors.joining("---\n")));
        for (int i = 0; i < pods / OF_A_DEPLOYMENT; i++) {
            kubectl.seconds(
                    "wait",
                    "--for=jsonpath={.status.replicas}=" + OF_A_DEPLOYMENT,
                    "deployment/many-" + i,
                    "-n",
                    namespace,
                    "--timeout=15m");
        }
        nodes = (pods + OF_A_NODE - 1) / OF_A_NODE + 1;
    }

    /** Makes the nodes, so that the pods become ready. */
    void run() throws IOException, InterruptedException {
        apply(IntStream.range(0, nodes).mapToObj(KwokPods::node).collect(Collectors.joining("---\n")));
    }

    private void apply(String documents) throws IOException, InterruptedException {
        Path file = Files.writeString(Files.createTempFile(lab.work(), "kwok-", ".yaml"), documents);
        kubectl.seconds("create", "-f", file.toString());
    }

    private String deployment(int number) {
        return """
            apiVersion: apps/v1
            kind: Deployment
            metadata: { name: many-%1$d, namespace: %2$s }
            spec:
              replicas: %3$d
              selector: { matchLabels: { app: many, part: "%1$d" } }
              template:
                metadata: { labels: { app: many, part: "%1$d" } }
                spec:
                  nodeSelector: { type: kwok }
                  automountServiceAccountToken: false
                  containers: [ { name: none, image: none } ]
            """.formatted(number, namespace, OF_A_DEPLOYMENT);
    }

    private static String node(int number) {
        return """
            apiVersion: v1
            kind: Node
            metadata:
              name: slipway-bench-%1$d
              labels: { type: kwok, app: slipway-bench }
              annotations: { node.alpha.kubernetes.io/ttl: "0" }
            status:
              allocatable: { cpu: "64", memory: 256Gi, pods: "%2$d" }
              capacity: { cpu: "64", memory: 256Gi, pods: "%2$d" }
            """.formatted(number, OF_A_NODE);
    }

    /** The nodes go; the pods go with their namespace. */
    @Override
    public void close() throws IOException {
        try {
            kubectl.seconds("delete", "deployments", "--all", "-n", namespace);
            kubectl.seconds("delete", "pods", "--all", "-n", namespace, "--force", "--grace-period=0", "--wait=false");
            kubectl.seconds("delete", "nodes", "-l", "app=slipway-bench");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
