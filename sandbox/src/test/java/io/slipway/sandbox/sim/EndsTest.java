package io.slipway.sandbox.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.kube.Pods;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import org.awaitility.Awaitility;
import org.awaitility.Durations;
import org.junit.jupiter.api.Test;

/** What controllers do when something ends, or cannot begin. */
class EndsTest {
    private static final String HELD = "example.org/held";

    private static boolean old(ObjectNode pod) {
        return pod.at("/spec/containers/0/image").asText().equals("nginx:1.27");
    }

    /** At the pace of tests the deadline of 600 s would be over at once, and look again by itself. */
    @Test
    void aRecreateGoesOnWhenTheLastOldPodIsGone() {
        try (Cluster cluster = Cluster.withFaults()) {
            ObjectNode web = Cluster.json(Manifests.web("web", 1));
            web.withObject("/spec").put("progressDeadlineSeconds", 10_000_000);
            web.withObject("/spec").putObject("strategy").put("type", "Recreate");
            cluster.create(Kinds.DEPLOYMENT, web.toString());
            cluster.awaitAvailable("web");
            String pod = cluster.podNamed("web-");
            cluster.store().mutate(Kinds.POD, Cluster.NS, pod, now -> {
                Meta.addFinalizer(now, HELD);
                return now;
            });
            cluster.store().mutate(Kinds.DEPLOYMENT, Cluster.NS, "web", now -> {
                ((ObjectNode) now.at("/spec/template/spec/containers/0")).put("image", "nginx:1.28");
                return now;
            });
            cluster.await(
                    Kinds.DEPLOYMENT,
                    "web",
                    one -> one.at("/status/observedGeneration").asInt() == 2
                            && one.at("/status/replicas").asInt() == 0);
            Awaitility.await("the pod is held by nothing else")
                    .atMost(Durations.ONE_MINUTE)
                    .until(() -> cluster.get(Kinds.POD, pod)
                                    .at("/metadata/deletionGracePeriodSeconds")
                                    .asInt()
                            == 0);
            cluster.store().mutate(Kinds.POD, Cluster.NS, pod, now -> {
                Meta.removeFinalizer(now, HELD);
                return now;
            });
            cluster.awaitPod(one -> Meta.name(one).startsWith("web-") && !old(one) && Pods.ready(one));
        }
    }

    @Test
    void aPodThatIsTakenOutByItsLabelsIsNoEndpoint() {
        try (Cluster cluster = Cluster.withFaults()) {
            cluster.create(Kinds.SERVICE, Manifests.service("web", "web", 8080, 80));
            cluster.create(
                    Kinds.POD,
                    "{'metadata': {'name': 'web', 'labels': {'app': 'web'}}, 'spec': {'containers': [{'name': 'c', 'image': 'nginx:1.27'}]}}");
            cluster.await(
                    Kinds.ENDPOINTS,
                    "web",
                    one -> one.at("/subsets/0/addresses").size() == 1);
            cluster.store().mutate(Kinds.POD, Cluster.NS, "web", now -> {
                Meta.of(now).putObject("labels").put("app", "looked-at");
                return now;
            });
            cluster.await(Kinds.ENDPOINTS, "web", one -> one.path("subsets").isEmpty());
        }
    }

    @Test
    void aClaimThatWantsMoreGetsIt() {
        try (Cluster cluster = Cluster.withFaults()) {
            cluster.create(
                    Kinds.STORAGE_CLASS,
                    "{'metadata': {'name': 'grows'}, 'provisioner': 'p', 'volumeBindingMode': 'Immediate', 'allowVolumeExpansion': true}");
            cluster.create(
                    Kinds.PERSISTENT_VOLUME_CLAIM,
                    "{'metadata': {'name': 'c'}, 'spec': {'storageClassName': 'grows', 'accessModes': ['ReadWriteOnce'], 'resources': {'requests': {'storage': '1Gi'}}}}");
            cluster.await(
                    Kinds.PERSISTENT_VOLUME_CLAIM,
                    "c",
                    one -> one.at("/status/phase").asText().equals("Bound"));
            cluster.store().mutate(Kinds.PERSISTENT_VOLUME_CLAIM, Cluster.NS, "c", now -> {
                now.withObject("/spec/resources/requests").put("storage", "2Gi");
                return now;
            });
            cluster.await(
                    Kinds.PERSISTENT_VOLUME_CLAIM,
                    "c",
                    one -> one.at("/status/capacity/storage").asText().equals("2Gi"));
        }
    }

    @Test
    void theVolumeGoesWithItsClaim() {
        try (Cluster cluster = Cluster.withFaults()) {
            cluster.create(
                    Kinds.PERSISTENT_VOLUME_CLAIM,
                    "{'metadata': {'name': 'data'}, 'spec': {'accessModes': ['ReadWriteOnce'], 'volumeName': 'kept', 'resources': {'requests': {'storage': '1Gi'}}}}");
            cluster.await(Kinds.PERSISTENT_VOLUME, "kept", volume -> true);
            cluster.store().delete(Kinds.PERSISTENT_VOLUME_CLAIM, Cluster.NS, "data", Deletion.BACKGROUND);
            Awaitility.await("volume")
                    .atMost(Durations.ONE_MINUTE)
                    .until(() -> cluster.store()
                            .view(Kinds.PERSISTENT_VOLUME, "", "kept")
                            .isEmpty());
        }
    }

    @Test
    void aClaimThatAQuotaRefusesIsTold() {
        try (Cluster cluster = Cluster.withFaults()) {
            cluster.create(
                    Kinds.RESOURCE_QUOTA,
                    "{'metadata': {'name': 'few'}, 'spec': {'hard': {'persistentvolumeclaims': '0'}}}");
            cluster.create(
                    Kinds.STATEFUL_SET,
                    "{'metadata': {'name': 'db'}, 'spec': {'serviceName': 'db', 'replicas': 1, 'selector': {'matchLabels': {'app': 'db'}}, 'template': {'metadata': {'labels': {'app': 'db'}}, 'spec': {'containers': [{'name': 'c', 'image': 'postgres:16'}]}}, 'volumeClaimTemplates': [{'metadata': {'name': 'data'}, 'spec': {'accessModes': ['ReadWriteOnce'], 'resources': {'requests': {'storage': '1Gi'}}}}]}}");
            cluster.awaitEvent(
                    "FailedCreate",
                    "create Claim data-db-0 Pod db-0 in StatefulSet db failed error: persistentvolumeclaims \"data-db-0\" is forbidden: exceeded quota: few");
        }
    }
}
