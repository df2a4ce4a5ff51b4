package io.slipway.sandbox.kafka;

import io.slipway.sandbox.net.Dial;
import io.slipway.sandbox.net.Network;
import io.slipway.sandbox.net.SimEndpoint;
import io.slipway.sandbox.net.SimResponse;
import io.slipway.sandbox.shell.Invocation;
import io.slipway.sandbox.workloads.Container;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code kafka-topics.sh --list} and {@code --describe --topic NAME}, with the words of Kafka 3.9. */
final class KafkaTopics {
    private static final Pattern PASSWORD = Pattern.compile("password=\"([^\"]*)\"");
    /** Also what a listener with SASL leaves a client that does not authenticate itself with. */
    private static final String SILENCE = "Timed out waiting for a node assignment. Call: listTopics";

    static final String WRONG =
            "Authentication failed during authentication due to invalid credentials with SASL mechanism SCRAM-SHA-256";

    private final Network network;
    private final Container container;

    KafkaTopics(Network network, Container container) {
        this.network = network;
        this.container = container;
    }

    int run(Invocation call) {
        String[] server =
                option(call, "--bootstrap-server").orElse("").split(",")[0].split(":");
        if (server.length != 2) {
            return call.fail(1, "Missing required argument \"[bootstrap-server]\"");
        }
        Optional<String> config = option(call, "--command-config");
        if (config.isPresent() && !container.files().containsKey(config.get())) {
            call.err()
                    .line(config.get() + "\njava.nio.file.NoSuchFileException: " + config.get()
                            + "\n\tat org.apache.kafka.common.utils.Utils.loadProps(Utils.java:655)");
            return 1;
        }
        return switch (network.dial(container.origin(), server[0], Integer.parseInt(server[1]))) {
            case Dial.Connected connected -> answered(call, connected.endpoint(), config.map(container.files()::get));
            case Dial.Unresolved unresolved -> {
                call.err()
                        .line(
                                "Failed to create new KafkaAdminClient\norg.apache.kafka.common.KafkaException: Failed to create"
                                        + " new KafkaAdminClient\nCaused by: org.apache.kafka.common.config.ConfigException: No resolvable"
                                        + " bootstrap urls given in bootstrap.servers");
                yield 1;
            }
            case Dial.Refused refused -> failed(call, SILENCE);
        };
    }

    private static int answered(Invocation call, SimEndpoint broker, Optional<String> config) {
        String password = password(config.orElse(""));
        SimResponse answer = broker.handle(Broker.asked("/", password));
        if (answer.status() == Broker.REFUSED) {
            return failed(call, password.isEmpty() ? SILENCE : WRONG);
        }
        List<String[]> topics =
                answer.text().lines().map(line -> line.split(":")).toList();
        Optional<String> wanted = option(call, "--topic");
        if (wanted.isEmpty()) {
            topics.forEach(topic -> call.out().line(topic[0]));
            return 0;
        }
        Optional<String[]> found =
                topics.stream().filter(topic -> topic[0].equals(wanted.get())).findFirst();
        if (found.isEmpty()) {
            return failed(call, "Topic 'Optional[" + wanted.get() + "]' does not exist as expected");
        }
        call.out()
                .line("Topic: " + wanted.get() + "\tTopicId: c2xpcHdheQ\tPartitionCount: " + part(found.get(), 1)
                        + "\tReplicationFactor: " + part(found.get(), 2) + "\tConfigs: ");
        return 0;
    }

    /** The password that a client's configuration has; empty when there is none. */
    static String password(String configuration) {
        Matcher password = PASSWORD.matcher(configuration);
        return password.find() ? password.group(1) : "";
    }

    private static String part(String[] topic, int index) {
        return topic.length > index ? topic[index] : "1";
    }

    private static int failed(Invocation call, String why) {
        call.out().line("Error while executing topic command : " + why);
        return 1;
    }

    private static Optional<String> option(Invocation call, String name) {
        int index = call.args().indexOf(name);
        return index < 0 || index + 1 >= call.args().size()
                ? Optional.empty()
                : Optional.of(call.args().get(index + 1));
    }
}
