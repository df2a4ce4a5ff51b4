package io.slipway.sandbox.sim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.kube.Conditions;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.ResourceKind;
import java.util.List;

/** What a cluster has before anybody deploys to it: nodes, a storage class, OpenShift's own objects. */
final class ClusterSeed {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WORKERS = 3;

    private final ObjectStore store;

    ClusterSeed(ObjectStore store) {
        this.store = store;
    }

    /** Creates what is missing. */
    void plant() {
        for (int number = 1; number <= WORKERS; number++) {
            add(Kinds.NODE, node(number));
        }
        add(Kinds.STORAGE_CLASS, storageClass());
        add(Kinds.CLUSTER_VERSION, clusterVersion());
        for (String name : List.of("restricted-v2", "nonroot-v2", "anyuid", "privileged")) {
            add(Kinds.SECURITY_CONTEXT_CONSTRAINTS, scc(name));
        }
        add(Kinds.CUSTOM_RESOURCE_DEFINITION, serviceMonitors());
        add(Kinds.INGRESS_CLASS, ingressClass());
    }

    private void add(ResourceKind kind, ObjectNode object) {
        if (store.view(kind, Meta.namespace(object), Meta.name(object)).isEmpty()) {
            store.create(kind, object);
        }
    }

    private static ObjectNode read(String json) {
        try {
            return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException("a seed of the sandbox is no JSON", wrong);
        }
    }

    private static ObjectNode node(int number) {
        String name = "worker-" + number + ".sandbox.local";
        ObjectNode node = read("""
                {'metadata': {'name': '%s', 'labels': {'kubernetes.io/hostname': '%s', 'kubernetes.io/os': 'linux',
                  'kubernetes.io/arch': 'amd64', 'node-role.kubernetes.io/worker': ''}},
                 'spec': {},
                 'status': {'capacity': {'cpu': '16', 'memory': '64Gi', 'pods': '250', 'ephemeral-storage': '200Gi'},
                  'allocatable': {'cpu': '15500m', 'memory': '62Gi', 'pods': '250', 'ephemeral-storage': '180Gi'},
                  'addresses': [{'type': 'InternalIP', 'address': '192.168.126.1%d'}, {'type': 'Hostname', 'address': '%s'}],
                  'nodeInfo': {'kubeletVersion': 'v1.32.5', 'containerRuntimeVersion': 'cri-o://1.32.4',
                    'osImage': 'simulated by the Slipway sandbox', 'kernelVersion': '5.14.0', 'operatingSystem': 'linux',
                    'architecture': 'amd64', 'machineID': '', 'systemUUID': '', 'bootID': '', 'kubeProxyVersion': 'v1.32.5'}}}
                """.formatted(name, name, number, name));
        ObjectNode status = node.withObject("/status");
        Conditions.set(
                status,
                "MemoryPressure",
                false,
                "KubeletHasSufficientMemory",
                "kubelet has sufficient memory available");
        Conditions.set(status, "DiskPressure", false, "KubeletHasNoDiskPressure", "kubelet has no disk pressure");
        Conditions.set(status, "PIDPressure", false, "KubeletHasSufficientPID", "kubelet has sufficient PID available");
        Conditions.set(status, "Ready", true, "KubeletReady", "kubelet is posting ready status");
        return node;
    }

    private static ObjectNode storageClass() {
        return read("""
                {'metadata': {'name': 'standard', 'annotations': {'storageclass.kubernetes.io/is-default-class': 'true'}},
                 'provisioner': 'sandbox.slipway.io/memory', 'reclaimPolicy': 'Delete',
                 'volumeBindingMode': 'WaitForFirstConsumer', 'allowVolumeExpansion': true}
                """);
    }

    private static ObjectNode ingressClass() {
        return read("""
                {'metadata': {'name': 'nginx', 'annotations': {'ingressclass.kubernetes.io/is-default-class': 'true'}},
                 'spec': {'controller': 'k8s.io/ingress-nginx'}}
                """);
    }

    private static ObjectNode clusterVersion() {
        return read("""
                {'metadata': {'name': 'version'}, 'spec': {'channel': 'stable-4.19', 'clusterID': 'sandbox'},
                 'status': {'desired': {'version': '4.19.19'},
                  'history': [{'state': 'Completed', 'version': '4.19.19'}],
                  'conditions': [{'type': 'Available', 'status': 'True', 'message': 'simulated by the Slipway sandbox'}]}}
                """);
    }

    private static ObjectNode scc(String name) {
        boolean any = !name.equals("restricted-v2");
        return read("""
                {'metadata': {'name': '%s'}, 'allowPrivilegedContainer': %s, 'allowPrivilegeEscalation': %s,
                 'runAsUser': {'type': '%s'}, 'fsGroup': {'type': '%s'}, 'seLinuxContext': {'type': 'MustRunAs'},
                 'supplementalGroups': {'type': 'RunAsAny'}, 'volumes': ['configMap', 'emptyDir', 'persistentVolumeClaim', 'projected', 'secret'],
                 'users': [], 'groups': %s}
                """.formatted(
                        name,
                        name.equals("privileged"),
                        name.equals("privileged"),
                        any ? "RunAsAny" : "MustRunAsRange",
                        any ? "RunAsAny" : "MustRunAs",
                        any ? "[]" : "['system:authenticated']"));
    }

    private static ObjectNode serviceMonitors() {
        return read("""
                {'metadata': {'name': 'servicemonitors.monitoring.coreos.com'},
                 'spec': {'group': 'monitoring.coreos.com', 'scope': 'Namespaced',
                  'names': {'kind': 'ServiceMonitor', 'listKind': 'ServiceMonitorList', 'plural': 'servicemonitors',
                   'singular': 'servicemonitor', 'shortNames': ['smon']},
                  'versions': [{'name': 'v1', 'served': true, 'storage': true,
                   'schema': {'openAPIV3Schema': {'type': 'object', 'x-kubernetes-preserve-unknown-fields': true}}}]}}
                """);
    }
}
