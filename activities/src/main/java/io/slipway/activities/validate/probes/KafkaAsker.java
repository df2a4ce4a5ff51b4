package io.slipway.activities.validate.probes;

import io.slipway.activities.cluster.access.ExecResult;
import io.slipway.activities.cluster.access.PodRef;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.reach.Where;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Probe.KafkaProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks Kafka for a topic, with Kafka's own tool in a pod: so with the network, the certificates and the credentials of the pod. */
final class KafkaAsker implements Asker<KafkaProbe> {
    private static final String TOOL = "kafka-topics.sh";
    /** On the path, where Apache's image has it, and as other distributions call it. */
    private static final List<String> TOOLS = List.of(TOOL, "/opt/kafka/bin/" + TOOL, "kafka-topics");

    @Override
    public String subject(KafkaProbe probe) {
        return probe.topic().map(topic -> "topic " + topic + " of ").orElse("") + "Kafka at " + probe.bootstrap();
    }

    @Override
    public String rule(KafkaProbe probe) {
        return "Kafka at " + probe.bootstrap() + " accepts the client of "
                + where(probe).display()
                + probe.topic().map(topic -> ", and has topic " + topic).orElse("");
    }

    @Override
    public String byHand(KafkaProbe probe, String namespace) {
        return "kubectl exec " + where(probe).kubectl(namespace) + " -- " + String.join(" ", command(TOOL, probe));
    }

    @Override
    public Calls calls(KafkaProbe probe, Reach reach) throws InterruptedException {
        return reach.callsToRun(where(probe));
    }

    @Override
    public Seen ask(KafkaProbe probe, Reach reach) throws InterruptedException {
        PodRef pod = reach.pod(where(probe));
        KafkaAnswer answer = new KafkaAnswer(run(probe, pod, reach));
        if (answer.misconfigured()) {
            return Seen.nothing(
                    "no client",
                    "no Kafka client can be created in " + pod.display() + ": " + answer.why(),
                    "correct " + properties(probe) + " in the pod, and the files that it names");
        }
        if (answer.wantsTls()) {
            return Seen.nothing(
                    "no response",
                    "Kafka at " + probe.bootstrap() + " requires TLS, but the client of " + pod.display()
                            + " does not use it: " + answer.why(),
                    "set security.protocol=SSL, or SASL_SSL if it also requires a password, in " + properties(probe));
        }
        if (answer.refused()) {
            return seen(false, Optional.empty(), List.of(), "not authenticated")
                    .but(
                            "Kafka at " + probe.bootstrap() + " rejects the client of " + pod.display() + ": "
                                    + answer.why(),
                            "compare user, password, mechanism and certificates in " + properties(probe)
                                    + " with those of the broker");
        }
        if (answer.forbidden()) {
            return seen(true, Optional.empty(), List.of(), "not allowed")
                    .but(
                            "the client of " + pod.display() + " may not see "
                                    + probe.topic()
                                            .map(topic -> "topic " + topic)
                                            .orElse("the topics") + ": " + answer.why(),
                            "allow it to describe the topic and its configuration: kafka-acls.sh --add"
                                    + " --allow-principal ... --operation Describe --operation DescribeConfigs");
        }
        if (!answer.answered()) {
            return Seen.nothing(
                    "no response",
                    "Kafka at " + probe.bootstrap() + " cannot be reached from " + pod.display() + ": " + answer.why(),
                    "check that a broker listens there (probe 'tcp'), that security.protocol of the client is that of the"
                            + " listener, and that the advertised addresses can be reached from the pod");
        }
        return probe.topic().map(topic -> topic(topic, probe, answer)).orElseGet(() -> list(answer));
    }

    private static Seen topic(String name, KafkaProbe probe, KafkaAnswer answer) {
        Optional<KafkaAnswer.Topic> found = answer.described().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst();
        String summary = found.map(topic ->
                        "topic " + name + ", partitions: " + topic.partitions() + ", replicas: " + topic.replicas())
                .orElse("authenticated; no topic " + name);
        return seen(true, found, List.of(), summary)
                .butWhen(
                        found.isEmpty(),
                        "Kafka at " + probe.bootstrap() + " has no topic " + name + " visible to this client",
                        "create it (kafka-topics.sh --create --topic " + name
                                + "), correct its name, or allow the client to describe it");
    }

    private static Seen list(KafkaAnswer answer) {
        List<String> topics = answer.listed();
        return seen(true, Optional.empty(), topics, "authenticated; topics: " + topics.size());
    }

    private static Seen seen(
            boolean authenticated, Optional<KafkaAnswer.Topic> topic, List<String> topics, String summary) {
        return Seen.good(
                Map.of(
                        "authenticated", authenticated,
                        "exists", topic.isPresent(),
                        "partitions", topic.map(KafkaAnswer.Topic::partitions).orElse(0L),
                        "replicas", topic.map(KafkaAnswer.Topic::replicas).orElse(0L),
                        "topics", topics),
                summary);
    }

    private static ExecResult run(KafkaProbe probe, PodRef pod, Reach reach) throws InterruptedException {
        for (String tool : TOOLS) {
            Optional<ExecResult> result = PodTools.first(reach, pod, command(tool, probe));
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw StepFailure.permanent(
                "Kafka cannot be reached from " + pod.display(),
                "its image has no " + TOOL,
                "use a pod whose image has Kafka's tools, such as that of the broker or one of apache/kafka");
    }

    private static List<String> command(String tool, KafkaProbe probe) {
        List<String> command = new ArrayList<>(List.of(tool, "--bootstrap-server", probe.bootstrap()));
        probe.config().ifPresent(file -> command.addAll(List.of("--command-config", file)));
        command.addAll(probe.topic()
                .map(topic -> List.of("--describe", "--topic", topic))
                .orElse(List.of("--list")));
        return command;
    }

    private static String properties(KafkaProbe probe) {
        return probe.config().orElse("the client's properties ('config')");
    }

    private static Where where(KafkaProbe probe) {
        return new Where(probe.of(), probe.selector(), probe.container());
    }
}
