package io.slipway.sandbox.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.sandbox.api.ContainerLog;
import io.slipway.sandbox.api.LogLine;
import io.slipway.sandbox.state.SimulatorState;
import io.slipway.sandbox.store.ObjectStore;
import org.junit.jupiter.api.Test;

class LogsTest {

    @Test
    void ofALongLogTheLastLinesAreKept() {
        try (ObjectStore store = ObjectStore.inMemory()) {
            SimulatorState state = new SimulatorState(store, "logs");
            Logs.Book book = new Logs(state).open("uid", "c", 0);
            ContainerLog.Page seen = book.log().page(0);
            for (int number = 1; number <= 10_000; number++) {
                book.own("line " + number);
                if (number % 1000 == 0) {
                    seen = book.log().page(seen.next());
                    assertThat(seen.lines()).hasSize(1000);
                }
            }
            book.save();
            Logs.Book again = new Logs(state).open("uid", "c", 0);
            assertThat(again.ownLines()).isEqualTo(10_000);
            assertThat(again.log().lines())
                    .hasSizeBetween(3000, 3500)
                    .last()
                    .extracting(LogLine::text)
                    .isEqualTo("line 10000");
        }
    }
}
