package io.slipway.sandbox.api.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.defaults.Quantity;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.ResourceKind;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class QuotaUsageTest {
    private static final ResourceKind FLINK =
            new ResourceKind("flink.apache.org", "v1beta1", "FlinkDeployment", "flinkdeployments", true);

    private static ObjectNode object(String name) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Meta.of(object).put("namespace", "n").put("name", name);
        return object;
    }

    @Test
    void customResourcesAreCounted() {
        try (ObjectStore store = ObjectStore.inMemory()) {
            store.create(FLINK, object("a"));
            store.create(FLINK, object("b"));
            store.create(Kinds.CONFIG_MAP, object("c"));
            Set<String> names = Set.of("count/flinkdeployments.flink.apache.org", "configmaps", "pods");
            assertThat(QuotaUsage.used(store, "n", names))
                    .hasEntrySatisfying("count/flinkdeployments.flink.apache.org", is(2))
                    .hasEntrySatisfying("configmaps", is(1))
                    .hasEntrySatisfying("pods", is(0));
            assertThat(QuotaUsage.counts(FLINK, "count/flinkdeployments.flink.apache.org"))
                    .isTrue();
            assertThat(QuotaUsage.counts(FLINK, "requests.cpu")).isFalse();
        }
    }

    private static Consumer<Quantity> is(int number) {
        return quantity -> assertThat(quantity.amount()).isEqualByComparingTo(BigDecimal.valueOf(number));
    }
}
