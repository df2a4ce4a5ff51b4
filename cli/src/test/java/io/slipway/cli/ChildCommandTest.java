package io.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.cli.error.ExitCode;
import io.slipway.workflows.contract.ChildRollout;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** A pipeline that runs another one, which waits for a person. */
class ChildCommandTest extends CommandLineTest {
    private void pipeline(String name, String step) throws IOException {
        Files.createDirectories(folder.resolve(name));
        Files.writeString(folder.resolve(name).resolve("pipeline.yaml"), """
            slipway: v1
            pipeline: NAME
            stages: [ { stage: only, steps: [ STEP ] } ]
            """.replace("NAME", name)
                .replace("STEP", step));
    }

    @Test
    void aChildThatWaitsIsNamed() throws IOException {
        pipeline("inner", "{ step: go, approve: Shall it? }");
        pipeline("outer", "{ step: kid, pipeline: inner }");

        assertThat(run("run", "outer", "--sandbox", "-o", "json")).as(err()).isEqualTo(ExitCode.PAUSED);
        String outer = json().path("rollout").asText();
        String inner = ChildRollout.id(outer, "kid", 1);
        assertThat(err())
                .contains("waits    rollout " + inner + " of pipeline inner is paused")
                .contains("slipway show " + inner, "slipway resume " + outer);
        assertThat(run("watch", outer)).as("it does not stand still").isEqualTo(ExitCode.PAUSED);
    }
}
