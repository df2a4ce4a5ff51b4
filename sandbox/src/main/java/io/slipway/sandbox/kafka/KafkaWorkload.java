package io.slipway.sandbox.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.sandbox.generic.GenericWorkload;
import io.slipway.sandbox.net.SimEndpoint;
import io.slipway.sandbox.shell.Command;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Process;
import io.slipway.sandbox.workloads.Services;
import io.slipway.sandbox.workloads.Workload;
import java.util.Map;
import java.util.Optional;

/** The image of Kafka, as a broker or with a command line of its own as a pod for clients. */
public final class KafkaWorkload implements Workload {
    private final Services services;
    private final Workload process = new GenericWorkload();

    public KafkaWorkload(Services services) {
        this.services = services;
    }

    @Override
    public boolean runs(Container container) {
        return container.image().matches(".*(^|/)(cp-)?kafka([:@].*)?$");
    }

    @Override
    public int run(Process kafka) throws InterruptedException {
        return process.run(kafka);
    }

    @Override
    public Optional<SimEndpoint> endpoint(Container container, int port) {
        for (JsonNode declared : container.spec().path("ports")) {
            if (declared.path("containerPort").asInt() == port) {
                return Optional.of(new Broker(container));
            }
        }
        return Optional.empty();
    }

    @Override
    public Map<String, Command> commands(Container container) {
        return Map.of("kafka-topics.sh", call -> new KafkaTopics(services.network(), container).run(call));
    }
}
