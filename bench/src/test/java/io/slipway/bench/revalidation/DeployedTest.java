package io.slipway.bench.revalidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.model.journal.Journal;
import io.slipway.model.journal.RolloutStatus;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link RevalidationBench} measures is right, on a fifth of its objects: nothing is written, and one changed field of all is named. */
class DeployedTest {
    @TempDir
    private Path folder;

    @Test
    void lookingWritesNothingAndNamesTheOneFieldThatWasChanged() throws IOException {
        try (Deployed deployed = Deployed.of(new ManyObjects(200, 40), folder)) {
            int before = deployed.requests();
            Journal whole = deployed.look();
            assertThat(whole.status()).as(whole.message()).isEqualTo(RolloutStatus.SUCCEEDED);
            assertThat(deployed.requests()).isGreaterThan(before);
            assertThat(deployed.writesSince(before)).isEmpty();

            String object = ManyObjects.configMap(100);
            deployed.change(object, "changed by hand");
            int after = deployed.requests();
            Journal drifted = deployed.look();
            assertThat(drifted.status()).isEqualTo(RolloutStatus.FAILED);
            assertThat(drifted.message()).contains("drift");
            assertThat(Said.of(drifted)).contains("configmap/" + object).contains(".data.text");
            assertThat(Said.of(drifted).lines()).as("nothing else is named").hasSize(1);
            assertThat(deployed.writesSince(after)).isEmpty();
        }
    }
}
