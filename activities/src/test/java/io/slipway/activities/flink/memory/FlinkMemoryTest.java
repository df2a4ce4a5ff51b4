package io.slipway.activities.flink.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The division of memory is Flink's own, byte for byte; what Flink refuses is refused, with the amount. */
class FlinkMemoryTest {
    /** A row of a table: whose options, and what comes of them. */
    record Row(FlinkProcess process, Map<String, String> options, String result) {
        static Row of(String line) {
            String[] parts = line.split("\\|");
            FlinkProcess process = parts[0].strip().equals("tm") ? FlinkProcess.TASK_MANAGER : FlinkProcess.JOB_MANAGER;
            Map<String, String> options = new LinkedHashMap<>();
            for (String option : parts[1].strip().split("\\s+")) {
                String[] pair = option.split("=");
                options.put(process.prefix() + ".memory." + pair[0], pair[1]);
            }
            return new Row(process, options, parts[2].strip());
        }
    }

    static Stream<Row> divided() {
        return rows("divided.txt");
    }

    static Stream<Row> refused() {
        return rows("refused.txt");
    }

    private static Stream<Row> rows(String file) {
        try (InputStream text = FlinkMemoryTest.class.getResourceAsStream("/flink-memory/" + file)) {
            List<String> lines = new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.stream().filter(line -> !line.startsWith("#")).map(Row::of);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @ParameterizedTest
    @MethodSource("divided")
    void dividesAsFlinkDoes(Row row) throws MemoryMisfit {
        List<Long> expected =
                Arrays.stream(row.result().split(" ")).map(Long::valueOf).toList();
        assertThat(FlinkMemory.of(row.process(), row.options()).parts().values())
                .extracting(MemorySize::bytes)
                .containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatFlinkRefuses(Row row) {
        assertThatThrownBy(() -> FlinkMemory.of(row.process(), row.options()))
                .isInstanceOfSatisfying(
                        MemoryMisfit.class, misfit -> assertThat(misfit.fix()).isNotBlank())
                .hasMessageContaining(row.result());
    }

    @Test
    void mustFitItsContainer() throws MemoryMisfit {
        FlinkMemory memory =
                FlinkMemory.of(FlinkProcess.TASK_MANAGER, Map.of("taskmanager.memory.process.size", "8192m"));
        assertThat(memory.total()).isEqualTo(MemorySize.mebibytes(8192));
        assertThatCode(() -> memory.fits(MemorySize.mebibytes(8192))).doesNotThrowAnyException();
        assertThatThrownBy(() -> memory.fits(MemorySize.mebibytes(7168)))
                .isInstanceOf(MemoryMisfit.class)
                .hasMessage("the TaskManager takes 8192 MiB, 1024 MiB more than its container's limit of 7168 MiB");
    }

    @Test
    void withoutAProcessSizeItsPartsAreAddedUp() throws MemoryMisfit {
        FlinkMemory memory = FlinkMemory.of(FlinkProcess.TASK_MANAGER, Map.of("taskmanager.memory.flink.size", "3g"));
        assertThat(memory.total()).isEqualTo(new MemorySize((3L << 30) + (256L << 20) + 387740109L));
        assertThat(memory.part("network")).isEqualTo(new MemorySize(322122552L));
    }
}
