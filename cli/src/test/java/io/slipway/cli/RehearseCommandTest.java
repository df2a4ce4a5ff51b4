package io.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.cli.error.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Faults that cannot strike are told: a rehearsal without them would seem to have gone well. */
class RehearseCommandTest extends CommandLineTest {
    private static final String HELLO =
            Path.of("..", "examples", "hello").toAbsolutePath().normalize().toString();

    @Test
    void aFaultOfAStepThatIsNotThereIsRefused() {
        assertThat(run("rehearse", HELLO, "--fault", "say-helo: ImagePullBackOff"))
                .isEqualTo(ExitCode.INVALID);
        assertThat(err())
                .contains(
                        "the fault 'say-helo: ImagePullBackOff' names step 'say-helo', which the pipeline does not have. Did you mean 'say-hello'?")
                .contains("deployment/NAME");
        assertThat(folder.resolve(".slipway/rollouts")).doesNotExist();
    }

    @Test
    void aFaultThatCannotBeReadIsRefused() {
        assertThat(run("rehearse", HELLO, "--fault", "no fault")).isEqualTo(ExitCode.INVALID);
        assertThat(err()).contains("'no fault' is not a fault");
    }

    @Test
    void aFaultThatStruckNothingIsTold() {
        assertThat(run("rehearse", HELLO, "--fault", "deployment/nobody: ImagePullBackOff"))
                .isZero();
        assertThat(err()).contains("warning: the fault 'deployment/nobody: ImagePullBackOff' had no effect");

        assertThat(run("diagnose", "last")).as(err()).isZero();
        assertThat(out()).as("its own sandbox, as it left it").containsPattern("[1-9][0-9]* objects checked");
        assertThat(run("diagnose", "nowhere")).isEqualTo(ExitCode.INVALID);
        assertThat(err()).contains("no rollout 'nowhere'");
    }
}
