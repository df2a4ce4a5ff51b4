package io.slipway.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainValuesTest {
    @ParameterizedTest
    @CsvSource({
        "+49123, STRING, +49123",
        "0049123, STRING, 0049123",
        "49123, NUMBER, 49123",
        "-3, NUMBER, -3",
        "+1.5, NUMBER, 1.5"
    })
    void whatWouldLoseCharactersStaysText(String plain, String type, String text) {
        JsonNode value = Dialect.YAML_1_2.value(plain);
        assertThat(value.getNodeType()).hasToString(type);
        assertThat(value.asText()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"+49123, 49123", "0644, 420", "0x10, 16"})
    void manifestsAreReadAsKubectlDoes(String plain, long number) {
        assertThat(Dialect.KUBECTL.value(plain).longValue()).isEqualTo(number);
    }
}
