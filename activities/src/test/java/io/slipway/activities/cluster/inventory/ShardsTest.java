package io.slipway.activities.cluster.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.activities.cluster.api.ObjectRef;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShardsTest {
    private static final int MOST_OF_A_CONFIG_MAP = 1_048_576;

    @Test
    void aShardHasRoomForWhatIsKnownOfItsObjectsOnceTheyAreApplied() {
        List<Entry> claimed = IntStream.range(0, 10_000)
                .mapToObj(i -> Entry.claimed(
                        new ObjectRef("v1", "ConfigMap", "some-namespace", "o-" + i), "objects", Entry.Origin.NONE))
                .toList();

        List<Shard> first = new Shards(List.of()).changedTo(Inventory.of(claimed));
        List<Shard> settled = first.stream()
                .map(shard -> shard.with(shard.entries().stream()
                        .map(entry -> entry.settled("u".repeat(36), "h".repeat(64)))
                        .toList()))
                .toList();

        assertThat(settled.stream().mapToInt(shard -> shard.entries().size()).sum())
                .isEqualTo(10_000);
        assertThat(settled)
                .allSatisfy(shard -> assertThat(shard.text().length()).isLessThan(MOST_OF_A_CONFIG_MAP));
    }
}
