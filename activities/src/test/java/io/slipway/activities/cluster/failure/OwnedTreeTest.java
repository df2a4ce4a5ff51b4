package io.slipway.activities.cluster.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnedTreeTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final ObjectNode deployment = Trees.object("Deployment", "web");

    private ObjectNode replicaSet(String name, int revision) {
        ObjectNode set = Trees.ownedBy(Trees.object("ReplicaSet", name), deployment);
        ((ObjectNode) set.get("metadata"))
                .putObject("annotations")
                .put("deployment.kubernetes.io/revision", String.valueOf(revision));
        return set;
    }

    private static ObjectNode broken(String name, JsonNode owner) {
        return Trees.waiting(Trees.ownedBy(Trees.object("Pod", name), owner), "CrashLoopBackOff", "back-off");
    }

    @Test
    void podsOfAnOlderRevisionDoNotCount() {
        ObjectNode old = replicaSet("web-a", 1);
        ObjectNode young = replicaSet("web-b", 2);
        ObjectNode pod = broken("web-a-1", old);
        OwnedTree tree = OwnedTree.of(deployment, new Surroundings(List.of(old, young, pod), List.of()));
        assertThat(tree.descendants()).containsExactly(young);
        assertThat(FailureRules.standard().symptoms(tree)).isEmpty();
    }

    @Test
    void podsOfTheNewestRevisionAndTheirClaimsDo() {
        ObjectNode set = replicaSet("web-b", 10);
        ObjectNode pod = broken("web-b-1", set);
        pod.putObject("spec")
                .putArray("volumes")
                .addObject()
                .putObject("persistentVolumeClaim")
                .put("claimName", "data");
        ObjectNode claim = Trees.object("PersistentVolumeClaim", "data");
        ObjectNode stranger = Trees.object("PersistentVolumeClaim", "other");
        OwnedTree tree = OwnedTree.of(
                deployment, new Surroundings(List.of(replicaSet("web-a", 9), set, pod, claim, stranger), List.of()));
        assertThat(tree.descendants()).containsExactly(set, pod, claim);
    }

    /** A Job keeps the pods of its failed tries, and a ReplicaSet those that a node has evicted. */
    @Test
    void anEndedPodThatHasBeenReplacedIsNoReasonToGiveUp() {
        ObjectNode job = Trees.object("Job", "migrate");
        ObjectNode first = pod("migrate-1", job, "Failed", NOW);
        first.withObject("/status").put("reason", "Evicted");
        ObjectNode second = pod("migrate-2", job, "Running", NOW.plusSeconds(10));
        FailureWatch watch = new FailureWatch(GRACE);
        Surroundings both = new Surroundings(List.of(first, second), List.of());
        assertThat(watch.look(OwnedTree.of(job, both), NOW)).isEmpty();
        assertThat(watch.look(OwnedTree.of(job, both), NOW.plusSeconds(3600))).isEmpty();

        Surroundings alone = new Surroundings(List.of(first), List.of());
        assertThat(watch.look(OwnedTree.of(job, alone), NOW.plusSeconds(4000))).isEmpty();
        assertThat(watch.look(OwnedTree.of(job, alone), NOW.plusSeconds(4031)))
                .map(FailureCause::rule)
                .contains("Evicted");
    }

    private static ObjectNode pod(String name, JsonNode owner, String phase, Instant created) {
        ObjectNode pod = Trees.ownedBy(Trees.object("Pod", name), owner);
        ((ObjectNode) pod.get("metadata")).put("creationTimestamp", created.toString());
        pod.putObject("status").put("phase", phase);
        return pod;
    }

    @Test
    void aServiceLeadsToThePodsItSelects() {
        ObjectNode service = Trees.object("Service", "web");
        service.putObject("spec").putObject("selector").put("app", "web");
        ObjectNode pod = Trees.object("Pod", "web-1");
        ((ObjectNode) pod.get("metadata")).putObject("labels").put("app", "web").put("v", "1");
        ObjectNode other = Trees.object("Pod", "db-1");
        assertThat(OwnedTree.of(service, new Surroundings(List.of(pod, other), List.of()))
                        .descendants())
                .containsExactly(pod);
    }

    @Test
    void aPodBeingDeletedDoesNotCount() {
        ObjectNode set = replicaSet("web-b", 1);
        ObjectNode pod = broken("web-b-1", set);
        ((ObjectNode) pod.get("metadata")).put("deletionTimestamp", "2030-01-01T00:00:00Z");
        assertThat(OwnedTree.of(deployment, new Surroundings(List.of(set, pod), List.of()))
                        .descendants())
                .containsExactly(set);
    }

    @Test
    void oldEventsOfAReadyPodAreOver() {
        ObjectNode pod = Trees.object("Pod", "web-1");
        pod.putObject("status")
                .put("phase", "Running")
                .putArray("conditions")
                .addObject()
                .put("type", "Ready")
                .put("status", "True");
        OwnedTree tree = new OwnedTree(pod, List.of(), List.of(Trees.event(pod, "FailedMount", "timed out")));
        assertThat(FailureRules.standard().symptoms(tree)).isEmpty();
    }

    @Test
    void eventsOfOtherObjectsDoNotCount() {
        ObjectNode pod = Trees.object("Pod", "web-1");
        JsonNode event = Trees.event(Trees.object("Pod", "web-2"), "FailedMount", "timed out");
        assertThat(FailureRules.standard().symptoms(new OwnedTree(pod, List.of(), List.of(event))))
                .isEmpty();
    }

    @Test
    void onlyWhatIsToldOfATreeIsInIt() {
        ObjectNode set = replicaSet("web-b", 1);
        JsonNode about = Trees.event(set, "FailedCreate", "quota");
        JsonNode other = Trees.event(Trees.object("Pod", "db-1"), "FailedMount", "timed out");
        Surroundings around = new Surroundings(List.of(set), List.of(other, about));
        assertThat(OwnedTree.of(deployment, around).events()).containsExactly(about);
    }

    @Test
    void aCrashLoopThatPausesIsStillTheSame() {
        OwnedTree looping = new OwnedTree(broken("p", deployment), List.of(), List.of());
        OwnedTree starting = new OwnedTree(Trees.object("Pod", "p"), List.of(), List.of());
        FailureWatch watch = new FailureWatch(GRACE);
        assertThat(watch.look(looping, NOW)).isEmpty();
        assertThat(watch.look(starting, NOW.plusSeconds(20))).isEmpty();
        assertThat(watch.look(looping, NOW.plusSeconds(31)))
                .hasValueSatisfying(cause -> assertThat(cause.rule()).isEqualTo("CrashLoop"));
    }

    @Test
    void aPatienceEndsAlsoWhenNothingChanges() {
        OwnedTree looping = new OwnedTree(broken("p", deployment), List.of(), List.of());
        FailureWatch watch = new FailureWatch(GRACE);
        assertThat(watch.lookAgain(NOW.minusSeconds(60))).isEmpty();
        assertThat(watch.look(looping, NOW)).isEmpty();
        assertThat(watch.lookAgain(NOW.plusSeconds(29))).isEmpty();
        assertThat(watch.lookAgain(NOW.plusSeconds(30)))
                .hasValueSatisfying(cause -> assertThat(cause.rule()).isEqualTo("CrashLoop"));
    }

    @Test
    void whatWasSeenForLongIsStillTheSameAfterAPause() {
        OwnedTree looping = new OwnedTree(broken("p", deployment), List.of(), List.of());
        OwnedTree starting = new OwnedTree(Trees.object("Pod", "p"), List.of(), List.of());
        FailureWatch watch = new FailureWatch(GRACE);
        watch.look(looping, NOW);
        watch.lookAgain(NOW.plusSeconds(20));
        watch.look(starting, NOW.plusSeconds(22));
        assertThat(watch.lookAgain(NOW.plusSeconds(45))).isEmpty();
        assertThat(watch.look(looping, NOW.plusSeconds(46))).isPresent();
    }

    @Test
    void whatHasPassedBeginsAnew() {
        OwnedTree looping = new OwnedTree(broken("p", deployment), List.of(), List.of());
        OwnedTree well = new OwnedTree(Trees.object("Pod", "p"), List.of(), List.of());
        FailureWatch watch = new FailureWatch(GRACE);
        assertThat(watch.look(looping, NOW)).isEmpty();
        assertThat(watch.look(well, NOW.plusSeconds(31))).isEmpty();
        assertThat(watch.since()).isEmpty();
        assertThat(watch.look(looping, NOW.plusSeconds(62))).isEmpty();
    }

    @Test
    void aWatchGoesOnFromAnothersState() {
        OwnedTree looping = new OwnedTree(broken("p", deployment), List.of(), List.of());
        FailureWatch first = new FailureWatch(GRACE);
        first.look(looping, NOW);
        FailureWatch second = new FailureWatch(FailureRules.standard(), GRACE, first.since());
        assertThat(second.look(looping, NOW.plusSeconds(30))).isPresent();
        assertThat(new FailureWatch(FailureRules.standard(), GRACE, Map.of()).look(looping, NOW.plusSeconds(30)))
                .isEmpty();
    }

    /** Nearly every cluster has a tainted node: it is not what keeps the pod from the others. */
    @Test
    void missingRoomIsToldRatherThanATaint() {
        ObjectNode pod = Trees.object("Pod", "p");
        pod.putObject("status")
                .put("phase", "Pending")
                .putArray("conditions")
                .addObject()
                .put("type", "PodScheduled")
                .put("status", "False")
                .put("reason", "Unschedulable")
                .put(
                        "message",
                        "0/3 nodes are available: 1 node(s) had untolerated taint {control-plane: }, 2 Insufficient cpu.");
        assertThat(FailureRules.standard().symptoms(new OwnedTree(pod, List.of(), List.of())))
                .extracting(Symptom::rule)
                .startsWith("UnschedulableResources");
    }
}
