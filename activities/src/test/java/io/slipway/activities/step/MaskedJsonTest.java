package io.slipway.activities.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.activities.secrets.ValueMasker;
import io.slipway.model.journal.StepResult;
import io.slipway.model.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaskedJsonTest {
    private final ValueMasker masker = new ValueMasker();

    @Test
    void aSecretOfDigitsDoesNotSpoilAResultWithNumbers() {
        masker.learn("123456");
        StepResult masked = MaskedJson.of(
                StepResult.succeeded(
                        "logged in with 123456",
                        Map.of("at", Json.tree(1_712_345_678L), "body", Json.tree(Map.of("pin", 123_456, "ok", true)))),
                StepResult.class,
                masker);

        assertThat(masked.summary()).isEqualTo("logged in with ***");
        assertThat(masked.outputs().get("at")).isEqualTo(Json.tree("17***78"));
        assertThat(masked.outputs().get("body")).isEqualTo(Json.tree(Map.of("pin", "***", "ok", true)));
    }

    @Test
    void aSecretThatIsJsonIsFoundInAnAnswerThatWasRead() {
        masker.learn("{\"token\":\"abc\"}");
        StepResult result = StepResult.succeeded("fine", Map.of("body", Json.tree(Map.of("token", "abc"))));

        assertThat(Json.write(MaskedJson.of(result, StepResult.class, masker))).doesNotContain("abc");
    }
}
