package io.slipway.activities.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which values of an expression are shown. */
class SeenValuesTest {
    private static final Map<String, Object> ROOTS = Map.of(
            "status", 503L,
            "body", Map.of("slots-total", 4L, "list", List.of(Map.of("n", "x"))),
            "keys", List.of("a", "b"),
            "secret", "hunter2hunter2",
            "params", Map.of("slots", 4L));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    status == 200                                  | status = 503
                    body['slots-total'] == params.slots * 2        | body['slots-total'] = 4, params.slots = 4
                    size(keys) > 2                                 | size(keys) = 2
                    body.list[0].n == 'status'                     | body.list[0].n = 'x'
                    body.other.deep == 1                           | body.other = missing
                    keys.exists(k, k.endsWith('z'))                | keys = ['a', 'b']
                    secret == 'x'                                  | secret = '***'
                    1 == 2                                         | ``
                    """)
    void showsTheValuesBehindAnExpression(String source, String shown) {
        SeenValues values = new SeenValues(text -> text.replace("hunter2hunter2", "***"));
        assertThat(values.of(source, ROOTS)).isEqualTo(shown);
    }
}
