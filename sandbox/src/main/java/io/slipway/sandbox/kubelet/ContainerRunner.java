package io.slipway.sandbox.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.faults.Fault;
import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.faults.Subject;
import io.slipway.sandbox.kube.Pods;
import io.slipway.sandbox.kube.RandomNames;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.workloads.Container;
import java.time.Duration;
import java.util.Optional;

/** Keeps one container of a pod running: configuration, image, start, readiness, exit, back-off. */
final class ContainerRunner {
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(5);
    private static final Duration CONFIG_RETRY = Duration.ofSeconds(10);

    private final NodeServices node;
    private final ImagePuller puller;
    private final ObjectNode pod;
    private final JsonNode spec;
    private final Subject subject;
    private final StatusWriter status;
    private final boolean init;
    private final String name;

    ContainerRunner(
            NodeServices node, ImagePuller puller, ObjectNode pod, JsonNode spec, Subject subject, boolean init) {
        this.node = node;
        this.puller = puller;
        this.pod = pod;
        this.spec = spec;
        this.subject = subject;
        this.init = init;
        this.status = new StatusWriter(node.store(), pod);
        this.name = spec.path("name").asText();
    }

    /** Runs until the container has ended for good, and gives its exit code. */
    int run() throws InterruptedException {
        JsonNode before = current();
        if (before.path("state").has("terminated") && PodStatuses.ended(before, policy())) {
            return before.path("state").path("terminated").path("exitCode").asInt();
        }
        boolean resume = before.path("state").has("running");
        Duration backOff = Duration.ofSeconds(10);
        while (true) {
            int code = once(resume);
            resume = false;
            if (!again(code)) {
                return code;
            }
            node.clock().sleep(Duration.ofSeconds(1));
            backOff(backOff);
            node.clock().sleep(backOff);
            backOff = backOff.multipliedBy(2).compareTo(LONGEST_BACK_OFF) > 0
                    ? LONGEST_BACK_OFF
                    : backOff.multipliedBy(2);
        }
    }

    private boolean again(int code) {
        if (init) {
            return code != 0 && !policy().equals("Never");
        }
        return policy().equals("Always") || (policy().equals("OnFailure") && code != 0);
    }

    private void backOff(Duration wait) {
        String message = "back-off " + words(wait) + " restarting failed container=" + name + " pod=" + Meta.name(pod)
                + "_" + Meta.namespace(pod) + "(" + Meta.uid(pod) + ")";
        node.events()
                .container(
                        pod,
                        name,
                        "Warning",
                        "BackOff",
                        "Back-off restarting failed container " + name + " in pod " + Meta.name(pod) + "_"
                                + Meta.namespace(pod) + "(" + Meta.uid(pod) + ")");
        status.restarting(name, message);
        node.logs().forget(Meta.uid(pod), name, restarts() - 2);
    }

    private static String words(Duration wait) {
        return wait.toMinutes() > 0 ? wait.toMinutes() + "m" + wait.toSecondsPart() + "s" : wait.toSeconds() + "s";
    }

    private int once(boolean resume) throws InterruptedException {
        String image = resume ? current().path("imageID").asText() : puller.pull(pod, spec, subject, status);
        Container container = configured();
        int restarts = restarts();
        if (!resume) {
            node.events().container(pod, name, "Normal", "Created", "Created container: " + name);
            status.running(name, image, RandomNames.hex(64));
            node.events().container(pod, name, "Normal", "Started", "Started container " + name);
        }
        String startedAt =
                current().path("state").path("running").path("startedAt").asText();
        Exit exit = new ContainerLife(node, subject, container, restarts).run(readiness(container, resume));
        node.logs().open(Meta.uid(pod), name, restarts).save();
        status.terminated(name, exit, startedAt);
        return exit.code();
    }

    private Readiness readiness(Container container, boolean resume) {
        return new Readiness(
                node,
                subject,
                container,
                status,
                init,
                resume && current().path("ready").asBoolean());
    }

    private Container configured() throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try {
                failOnFault(attempt);
                return node.resolver().resolve(latest(), spec);
            } catch (ConfigProblem problem) {
                status.waiting(name, problem.reason(), problem.getMessage());
                node.events().container(pod, name, "Warning", "Failed", "Error: " + problem.getMessage());
                node.clock().sleep(CONFIG_RETRY);
            }
        }
    }

    private void failOnFault(int attempt) throws ConfigProblem {
        String occurrence = Meta.uid(pod) + "/" + name + "/" + attempt;
        Optional<Fault> waiting = node.faults().strike(FaultKind.CONTAINER_WAITING, subject, occurrence);
        if (waiting.isPresent()) {
            throw new ConfigProblem(
                    waiting.get().arg(0, ConfigProblem.REASON), waiting.get().arg(1, "scripted by a fault"));
        }
        Optional<Fault> fault = node.faults()
                .strike(FaultKind.CREATE_CONTAINER_CONFIG_ERROR, subject, occurrence)
                .or(() -> node.faults().strike(FaultKind.SECRET_MISSING, subject, occurrence));
        if (fault.isPresent()) {
            throw new ConfigProblem("secret \"" + fault.get().arg(0, secretName()) + "\" not found");
        }
    }

    private String secretName() {
        for (JsonNode variable : spec.path("env")) {
            JsonNode ref = variable.path("valueFrom").path("secretKeyRef");
            if (!ref.isMissingNode()) {
                return ref.path("name").asText();
            }
        }
        return "minio-credentials";
    }

    private ObjectNode latest() {
        return node.store().get(Kinds.POD, Meta.namespace(pod), Meta.name(pod)).orElse(pod);
    }

    private JsonNode current() {
        return Pods.containerStatus(latest(), name);
    }

    private int restarts() {
        return current().path("restartCount").asInt();
    }

    private String policy() {
        return pod.path("spec").path("restartPolicy").asText("Always");
    }
}
