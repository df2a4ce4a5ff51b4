package io.slipway.sandbox.flinksql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTableTest {
    private static SqlTable table(String... more) {
        Map<String, String> options = new TreeMap<>(Map.of("connector", "kafka", "topic", "orders"));
        for (int index = 0; index < more.length; index += 2) {
            options.put(more[index], more[index + 1]);
        }
        return new SqlTable("t", List.of(new SqlTable.Column("id", "BIGINT")), options, false);
    }

    @ParameterizedTest
    @CsvSource({
        "scan.startup.mode, earliest-offset",
        "properties.group.id, mine",
        "properties.auto.offset.reset, earliest",
        "connector, datagen"
    })
    void aPlaceToBeginAtIsSaid(String option, String value) {
        assertThat(table(option, value).nowhereToBegin()).isEmpty();
    }

    @Test
    void withoutAGroupNothingWasCommitted() {
        SqlTable table = table("scan.startup.mode", "group-offsets");
        assertThat(table.nowhereToBegin()).endsWith("Undefined offset with no reset policy for partitions: [orders-0]");
        assertThat(table().nowhereToBegin()).isEqualTo(table.nowhereToBegin());
        assertThatThrownBy(() -> Query.read(Map.of("t", table), new Words("SELECT id FROM t"))
                        .answer())
                .hasMessageContaining("NoOffsetForPartitionException");
    }
}
