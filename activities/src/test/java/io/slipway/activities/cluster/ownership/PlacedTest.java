package io.slipway.activities.cluster.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.model.journal.Change;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacedTest {
    @Test
    void allObjectsAreNamed() {
        assertThat(placed(2).names()).containsExactly("configmap/o-0", "configmap/o-1");
    }

    @Test
    void ofThousandsAsManyAreNamedAsAResultHasRoomFor() {
        assertThat(placed(20_000).names()).hasSizeBetween(4_000, 6_000).startsWith("configmap/o-0", "configmap/o-1");
    }

    private static Placed placed(int objects) {
        List<Change> changes = IntStream.range(0, objects)
                .mapToObj(i -> new Change(
                        Change.Kind.CREATED, "v1", "ConfigMap", "n", "o-" + i, "", List.of(), Optional.empty(), true))
                .toList();
        return new Placed(List.of(), changes, 0);
    }
}
