package io.slipway.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultParserTest {
    @Test
    void readsTargetsArgumentsAndOptions() {
        Fault fault = FaultParser.parse("deploy/flink-*: SlowReadiness(45s) times=2 after=1m for=10m");
        assertThat(fault.target()).isEqualTo(new FaultTarget.Named("deployment", "flink-*"));
        assertThat(fault.duration(0, Duration.ZERO)).isEqualTo(Duration.ofSeconds(45));
        assertThat(fault.times()).isEqualTo(2);
        assertThat(fault.after()).isEqualTo(Duration.ofMinutes(1));
        assertThat(fault.lasts()).isEqualTo(Optional.of(Duration.ofMinutes(10)));
        assertThat(FaultParser.parse("api: ApiError(503, 4)").times()).isEqualTo(4);
        assertThat(FaultParser.parse("flink-ready: crashloopbackoff(137, 'no heap', times=1)")
                        .args())
                .containsExactly("137", "no heap");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nothing | is not a fault. Write TARGET: FAULT",
                "a: ImagePulBackOff | Did you mean 'ImagePullBackOff'?",
                "a: Zzz | Known faults:",
                "a: SlowReadiness | Write SlowReadiness(duration)",
                "a: SlowReadiness(soon) | 'soon' is no duration",
                "a: NotReady times=0 | times=0 is not a number of 1 or more",
                "a: NotReady often=3 | unknown option 'often=3'",
                "a: OOMKilled(1) | it takes no argument",
                "api: NotReady | strikes objects, not the API server",
                "A_b: NotReady | is no target",
                "api: ApiError(many) | 'many' is not a number",
            })
    void saysWhatIsWrong(String script, String message) {
        assertThatThrownBy(() -> FaultParser.parse(script))
                .isInstanceOf(FaultSyntaxException.class)
                .hasMessageContaining(message);
    }

    @Test
    void knownFaultsStandOnALineEach() {
        assertThatThrownBy(() -> FaultParser.parse("a: Zzz"))
                .satisfies(e -> assertThat(e.getMessage().lines().skip(1))
                        .hasSize(FaultKind.values().length)
                        .isSorted()
                        .allMatch(line -> line.matches(" {2}[A-Za-z0-9]+"))
                        .contains("  ImagePullBackOff"));
    }

    @Test
    void allMistakesComeAtOnce() {
        assertThatThrownBy(() -> Faults.parse(List.of("a", "b: NotReady", "c: Nope")))
                .hasMessageContaining("'a'")
                .hasMessageContaining("'Nope'");
    }

    @Test
    void occurrencesAreCountedAndTimeHeals() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        InstantSource time = now::get;
        Faults faults = new Faults(Faults.parse(List.of("step-a: NotReady times=1 after=10s for=60s")), time, 1000);
        Subject subject = new Subject(List.of(new Subject.Ref("Pod", "x")), Set.of("step-a"));
        assertThat(faults.strikes(FaultKind.NOT_READY, subject, "1")).isFalse();
        assertThat(faults.unused()).hasSize(1);
        now.set(Instant.EPOCH.plusMillis(11));
        assertThat(faults.strikes(FaultKind.NOT_READY, subject, "1")).isTrue();
        assertThat(faults.strikes(FaultKind.NOT_READY, subject, "1")).isTrue();
        assertThat(faults.strikes(FaultKind.NOT_READY, subject, "2")).isFalse();
        assertThat(faults.strikes(FaultKind.NOT_READY, Subject.of("Pod", "y"), "1"))
                .isFalse();
        assertThat(faults.unused()).isEmpty();
        now.set(Instant.EPOCH.plusMillis(80));
        assertThat(faults.strikes(FaultKind.NOT_READY, subject, "1")).isFalse();
    }
}
