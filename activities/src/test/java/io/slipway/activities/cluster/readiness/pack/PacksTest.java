package io.slipway.activities.cluster.readiness.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PacksTest {

    @Test
    void theShippedPacksCompileAndDescribeHundredsOfKinds() {
        assertThat(Packs.shipped().kinds())
                .hasSizeGreaterThan(350)
                .contains("flink.apache.org/FlinkDeployment", "helm.toolkit.fluxcd.io/HelmRelease");
    }

    @Test
    void aWrongRuleIsRefusedWithWhatToWrite() {
        assertThatThrownBy(() -> ClauseReader.rules(List.of(Map.of("raedy", Map.of()))))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("'raedy' is no outcome; write ready, progressing or failed");
        assertThatThrownBy(() -> ClauseReader.rules(List.of(Map.of("ready", Map.of("Ready", "True!")))))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("'True!' is not what a condition can say");
    }
}
