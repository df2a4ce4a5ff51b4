package io.slipway.sandbox.sim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.kube.RandomNames;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.ResourceKind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What the guides before this one have left: MinIO with its credentials, and Nessie. */
final class PlatformSeed {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectStore store;
    private final String namespace;

    PlatformSeed(ObjectStore store, String namespace) {
        this.store = store;
        this.namespace = namespace;
    }

    /** Creates what is missing, once in the life of a sandbox: what somebody deletes stays deleted. */
    void plant() {
        if (store.view(Kinds.NAMESPACE, "", namespace).isPresent()) {
            return;
        }
        add(Kinds.NAMESPACE, "{'metadata': {'name': '" + namespace + "'}}");
        add(
                Kinds.SECRET,
                "{'metadata': {'name': 'minio-credentials'}, 'type': 'Opaque', 'data': {'root-user': '"
                        + base64("minio") + "', 'root-password': '" + base64(RandomNames.suffix(24)) + "'}}");
        service("minio", 9000);
        service("nessie", 19120);
        add(Kinds.STATEFUL_SET, minio());
        add(Kinds.DEPLOYMENT, nessie());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void service(String name, int port) {
        add(
                Kinds.SERVICE,
                "{'metadata': {'name': '%s', 'labels': {'app.kubernetes.io/name': '%s'}}, 'spec': {'type': 'ClusterIP', 'selector': {'app.kubernetes.io/name': '%s'}, 'ports': [{'name': 'http', 'port': %d, 'targetPort': %d, 'protocol': 'TCP'}]}}"
                        .formatted(name, name, name, port, port));
    }

    private static String minio() {
        return """
                {'metadata': {'name': 'minio', 'labels': {'app.kubernetes.io/name': 'minio'}},
                 'spec': {'serviceName': 'minio', 'replicas': 1,
                  'selector': {'matchLabels': {'app.kubernetes.io/name': 'minio'}},
                  'template': {'metadata': {'labels': {'app.kubernetes.io/name': 'minio'}}, 'spec': {'containers': [
                    {'name': 'minio', 'image': 'quay.io/minio/minio:RELEASE.2025-04-22T22-12-26Z',
                     'args': ['server', '/data', '--console-address', ':9001'],
                     'env': [{'name': 'MINIO_ROOT_USER', 'valueFrom': {'secretKeyRef': {'name': 'minio-credentials', 'key': 'root-user'}}},
                             {'name': 'MINIO_ROOT_PASSWORD', 'valueFrom': {'secretKeyRef': {'name': 'minio-credentials', 'key': 'root-password'}}}],
                     'ports': [{'name': 'api', 'containerPort': 9000}, {'name': 'console', 'containerPort': 9001}],
                     'resources': {'requests': {'cpu': '100m', 'memory': '256Mi'}, 'limits': {'cpu': '1', 'memory': '1Gi'}},
                     'readinessProbe': {'httpGet': {'path': '/minio/health/ready', 'port': 9000}, 'periodSeconds': 5},
                     'volumeMounts': [{'name': 'data', 'mountPath': '/data'}]}]}},
                  'volumeClaimTemplates': [{'metadata': {'name': 'data'}, 'spec': {'accessModes': ['ReadWriteOnce'], 'resources': {'requests': {'storage': '20Gi'}}}}]}}
                """;
    }

    private static String nessie() {
        return """
                {'metadata': {'name': 'nessie', 'labels': {'app.kubernetes.io/name': 'nessie'}},
                 'spec': {'replicas': 1, 'selector': {'matchLabels': {'app.kubernetes.io/name': 'nessie'}},
                  'template': {'metadata': {'labels': {'app.kubernetes.io/name': 'nessie'}}, 'spec': {'containers': [
                    {'name': 'nessie', 'image': 'ghcr.io/projectnessie/nessie:0.99.0',
                     'ports': [{'name': 'http', 'containerPort': 19120}],
                     'resources': {'requests': {'cpu': '100m', 'memory': '512Mi'}, 'limits': {'cpu': '1', 'memory': '1Gi'}},
                     'readinessProbe': {'httpGet': {'path': '/api/v2/config', 'port': 19120}, 'periodSeconds': 5}}]}}}}
                """;
    }

    private void add(ResourceKind kind, String json) {
        try {
            ObjectNode object = (ObjectNode) JSON.readTree(json.replace('\'', '"'));
            if (kind.namespaced()) {
                Meta.of(object).put("namespace", namespace);
            }
            store.create(kind, object);
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException("a seed of the sandbox is no JSON", wrong);
        }
    }
}
