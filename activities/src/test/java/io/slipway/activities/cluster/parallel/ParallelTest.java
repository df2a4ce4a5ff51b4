package io.slipway.activities.cluster.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {
    private static final List<Integer> THINGS =
            IntStream.range(0, 1_000).boxed().toList();

    @Test
    void resultsComeInTheOrderOfTheThings() throws InterruptedException {
        assertThat(Parallel.map(THINGS, 8, each -> each * 2))
                .isEqualTo(THINGS.stream().map(each -> each * 2).toList());
    }

    @Test
    void theFirstFailureStopsTheRest() {
        Queue<Integer> begun = new ConcurrentLinkedQueue<>();
        CountDownLatch failed = new CountDownLatch(1);

        assertThatThrownBy(() -> Parallel.map(THINGS, 2, each -> {
                    begun.add(each);
                    if (each == 0) {
                        failed.countDown();
                        throw new IllegalStateException("refused");
                    }
                    failed.await();
                    return each;
                }))
                .hasMessage("refused");

        assertThat(begun).hasSizeLessThan(10);
    }
}
