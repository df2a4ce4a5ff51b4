package io.slipway.sandbox.kafka;

import io.slipway.sandbox.net.Dial;
import io.slipway.sandbox.net.SimResponse;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Services;

/** How simulated applications find a broker: over the simulated network. */
public final class KafkaAccess {
    private final Services services;
    private final Container client;

    public KafkaAccess(Services services, Container client) {
        this.services = services;
        this.client = client;
    }

    /**
     * What tells the broker apart from others, as long as its pod lives.
     *
     * @param bootstrap such as {@code kafka:9092}, or several of them
     * @param jaas the client's {@code sasl.jaas.config}; empty for one without a password
     * @throws KafkaProblem when nobody answers, or the client is not let in
     */
    public String broker(String bootstrap, String jaas) throws KafkaProblem {
        String[] server = bootstrap.split(",")[0].split(":");
        if (server.length != 2 || !server[1].matches("\\d{1,5}")) {
            throw new KafkaProblem(
                    "org.apache.kafka.common.config.ConfigException: Invalid url in bootstrap.servers: " + bootstrap);
        }
        return switch (services.network().dial(client.origin(), server[0], Integer.parseInt(server[1]))) {
            case Dial.Connected connected -> letIn(connected, jaas);
            case Dial.Unresolved unresolved ->
                throw new KafkaProblem(
                        "org.apache.kafka.common.config.ConfigException: No resolvable bootstrap urls given in bootstrap.servers");
            case Dial.Refused refused ->
                throw new KafkaProblem(
                        "org.apache.kafka.common.errors.TimeoutException: Timed out waiting for a node assignment. Call: describeTopics");
        };
    }

    private static String letIn(Dial.Connected connected, String jaas) throws KafkaProblem {
        SimResponse answer = connected.endpoint().handle(Broker.asked(Broker.NAME, KafkaTopics.password(jaas)));
        if (answer.status() == Broker.REFUSED) {
            throw new KafkaProblem("org.apache.kafka.common.errors.SaslAuthenticationException: " + KafkaTopics.WRONG);
        }
        return answer.text();
    }
}
