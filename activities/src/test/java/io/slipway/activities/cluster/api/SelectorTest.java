package io.slipway.activities.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorTest {
    private static final JsonNode OBJECT =
            Json.read("{\"metadata\":{\"labels\":{\"app\":\"flink\",\"x/tier\":\"a\"}}}", JsonNode.class);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "app=flink|true",
                "app==flink,x/tier=a|true",
                "app=spark|false",
                "app!=spark|true",
                "none!=spark|true",
                "app in (spark, flink)|true",
                "app in (spark)|false",
                "app notin (spark),x/tier|true",
                "none notin (a)|true",
                "none|false",
                "!none|true",
                "!app|false",
            })
    void matchesAsKubectlDoes(String selector, boolean matches) {
        assertThat(Selector.parse(selector).matches(OBJECT)).isEqualTo(matches);
    }

    @Test
    void anEmptyOneMatchesEverything() {
        assertThat(Selector.parse("").matches(OBJECT)).isTrue();
    }

    @Test
    void whatIsNoneIsNamed() {
        assertThat(catchThrowableOfType(StepFailure.class, () -> Selector.parse("app=flink,a b c"))
                        .failure()
                        .cause())
                .startsWith("'a b c' is not a valid selector term");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b=c", "a,", "-a=b", "a=-b", "a in b", "a in (b", "x/y/z=a", "a=b c", "Env/a", "!"})
    void whatTheApiServerRefusesIsNone(String text) {
        assertThatThrownBy(() -> Selector.parse(text)).hasMessageContaining("is not a label selector");
    }

    @Test
    void aTreeBecomesText() {
        JsonNode tree = Json.read(
                "{\"matchLabels\":{\"a\":\"b\"},\"matchExpressions\":[{\"key\":\"c\",\"operator\":\"In\",\"values\":[\"d\",\"e\"]},"
                        + "{\"key\":\"f\",\"operator\":\"DoesNotExist\"}]}",
                JsonNode.class);
        assertThat(Selector.text(tree)).isEqualTo("a=b,c in (d,e),!f");
    }
}
