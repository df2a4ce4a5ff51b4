package io.slipway.sandbox.kafka;

import io.slipway.sandbox.net.SimEndpoint;
import io.slipway.sandbox.net.SimRequest;
import io.slipway.sandbox.net.SimResponse;
import io.slipway.sandbox.workloads.Container;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A broker on a port of its container. It has the topics of the variable {@code KAFKA_CREATE_TOPICS}, such as
 * {@code orders:3:1,payments:1:1} with partitions and replicas, and takes the passwords of {@code KAFKA_CLIENT_PASSWORDS}; without
 * that variable it takes everybody. Its answer is a line for each topic, or at {@link #NAME} what tells it apart from other brokers.
 *
 * @param container the broker's
 */
record Broker(Container container) implements SimEndpoint {
    static final String PASSWORD = "password";
    static final int REFUSED = 401;
    static final String NAME = "/name";

    @Override
    public SimResponse handle(SimRequest request) {
        List<String> passwords = words("KAFKA_CLIENT_PASSWORDS");
        if (!passwords.isEmpty() && !passwords.contains(request.query().getOrDefault(PASSWORD, ""))) {
            return SimResponse.empty(REFUSED);
        }
        return SimResponse.plain(
                200,
                request.path().equals(NAME)
                        ? container.podUid()
                        : words("KAFKA_CREATE_TOPICS").stream().collect(Collectors.joining("\n")));
    }

    /** What a client with this password sees. */
    static SimRequest asked(String path, String password) {
        return new SimRequest("GET", path, Map.of(PASSWORD, password), Map.of(), new byte[0]);
    }

    private List<String> words(String variable) {
        return Arrays.stream(container.env().getOrDefault(variable, "").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
