package io.slipway.activities.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.activities.step.StepFailure;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiExceptionTest {
    @Test
    void whatMayPassStaysWhatItIsAndARefusalIsTheStepsFailure() {
        ApiException away = ApiException.unreachable("x", new IOException("away"));
        assertThat(away.passingOrFailure("scale deployment/x")).isSameAs(away);

        ApiException refused = ApiException.answered(403, Json.tree(Map.of("message", "no right")));
        assertThat(refused.passingOrFailure("scale deployment/x"))
                .isInstanceOfSatisfying(
                        StepFailure.class,
                        failure -> assertThat(failure.failure().message()).isEqualTo("could not scale deployment/x"));
    }
}
