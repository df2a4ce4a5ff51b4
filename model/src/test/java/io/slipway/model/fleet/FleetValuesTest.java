package io.slipway.model.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.model.spec.LabelSelector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes of waves, and choices by labels. */
class FleetValuesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 10% 100%  | 200 | 1 20 179",
                "1 10% 100%  | 5   | 1 1 3",
                "1 10% 100%  | 1   | 1 0 0",
                "10% 50% 50% | 7   | 1 4 2",
                "3 3         | 10  | 3 3",
                "100%        | 0   | 0",
                "0%          | 9   | 0",
            })
    void sizes(String shares, int whole, String expected) {
        List<Share> written = Arrays.stream(shares.split(" ")).map(Share::parse).toList();
        String sizes = Share.sizes(written, whole).stream().map(String::valueOf).collect(Collectors.joining(" "));
        assertThat(sizes).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "all", "-1", "10 percent", "101%", "1.5", "9999999"})
    void noShare(String text) {
        assertThatThrownBy(() -> Share.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "region=eu                    | true",
                "region==eu                   | true",
                "region=us                    | false",
                "region!=us                   | true",
                "region!=eu                   | false",
                "tier!=any                    | true",
                "tier=any                     | false",
                "ring                         | true",
                "tier                         | false",
                "!tier                        | true",
                "!ring                        | false",
                "region in (us, eu)           | true",
                "region in (us, asia)         | false",
                "region notin (us, asia)      | true",
                "region notin (us, eu)        | false",
                "tier notin (any)             | true",
                "region=eu,ring!=canary       | false",
                "region in (eu,us), ring=canary, !tier | true",
            })
    void choices(String selector, boolean chosen) {
        assertThat(LabelSelector.parse(selector).matches(Map.of("region", "eu", "ring", "canary")))
                .isEqualTo(chosen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "region is eu", "region=eu,", "=eu", "region in eu", "a=b c", "region in (a", "a b"})
    void noSelector(String text) {
        assertThatThrownBy(() -> LabelSelector.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key=value");
    }
}
