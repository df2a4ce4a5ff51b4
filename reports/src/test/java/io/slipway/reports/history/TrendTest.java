package io.slipway.reports.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the last result of a check tells beside those before it: {@code +} passed, {@code x} failed, {@code .} not asked. */
class TrendTest {
    @ParameterizedTest
    @CsvSource({
        "+, STEADY",
        "++++, STEADY",
        "x, NEW_FAILURE",
        "+x, NEW_FAILURE",
        "+.x, NEW_FAILURE",
        "+xx, STILL_FAILING",
        "+x+, CURED",
        "+x.+, CURED",
        "+x++, STEADY",
        "+x+x, FLAPPING",
        "x+x+, FLAPPING",
        "+x+x++++++++, STEADY",
        "!!!, STEADY",
        "+x., GONE"
    })
    void isToldByTheLastTimes(String marks, Trend trend) {
        List<CheckHistory.Result> results = marks.chars()
                .mapToObj(mark -> switch (mark) {
                    case '+' -> CheckHistory.Result.PASSED;
                    case '!' -> CheckHistory.Result.WARNED;
                    case 'x' -> CheckHistory.Result.FAILED;
                    default -> CheckHistory.Result.ABSENT;
                })
                .toList();
        assertThat(Trend.of(results)).isEqualTo(trend);
    }
}
