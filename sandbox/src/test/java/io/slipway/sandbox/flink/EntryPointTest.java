package io.slipway.sandbox.flink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.workloads.Container;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Seen on Flink 2.1.0: the configuration of the guide on deployment modes began with such a key, and nothing started. */
class EntryPointTest {
    private static final String COPIES = "cp -L /config/* /opt/flink/conf/ && exec /docker-entrypoint.sh jobmanager";
    private static final String PROPERTIES = "taskmanager.numberOfTaskSlots: 4";

    @Test
    void aValueThatIsAlsoABranchHasNoPlaceInATree() {
        assertThat(EntryPoint.refusal(container(COPIES, PROPERTIES, "a.endpoint: x\na.endpoint.region: y\n")))
                .hasValueSatisfying(said -> assertThat(said).contains("a.endpoint is a value and the beginning"));
    }

    @Test
    void otherKeysMayBeginAlike() {
        assertThat(EntryPoint.refusal(
                        container(COPIES, PROPERTIES, "a.end: x\na.endpoint: y\na.end-point.region: z\n")))
                .isEmpty();
    }

    @Test
    void whereNothingIsWrittenNothingFails() {
        String file = "a.endpoint: x\na.endpoint.region: y\n";
        assertThat(EntryPoint.refusal(container(COPIES, " ", file))).isEmpty();
        assertThat(EntryPoint.refusal(container("/docker-entrypoint.sh jobmanager", PROPERTIES, file)))
                .isEmpty();
    }

    private static Container container(String command, String properties, String file) {
        ObjectNode spec = JsonNodeFactory.instance.objectNode();
        spec.putArray("command").add("sh").add("-c").add(command);
        return new Container(
                JsonNodeFactory.instance.objectNode(),
                spec,
                Map.of("FLINK_PROPERTIES", properties),
                Map.of("/config/config.yaml", file));
    }
}
