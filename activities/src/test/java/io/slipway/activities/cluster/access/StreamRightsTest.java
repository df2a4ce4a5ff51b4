package io.slipway.activities.cluster.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What API servers ask for a WebSocket into a pod. */
class StreamRightsTest {
    @ParameterizedTest
    @CsvSource({
        "v1.30.4, get",
        "v1.34.2-eks-1-34-9, get",
        "v1.35.0, get create",
        "v1.36.1+k3s1, get create",
        "v2.0.0, get create",
        "'', get",
    })
    void newerServersAskForCreateAsWell(String version, String verbs) {
        assertThat(StreamRights.verbs(version)).containsExactly(verbs.split(" ", -1));
    }
}
