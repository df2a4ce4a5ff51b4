package io.slipway.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.sandbox.api.defaults.Quantity;
import io.slipway.sandbox.kube.Quantities;
import io.slipway.sandbox.store.StatusException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1E-999999999", "1..2", ".", "", "1Mib", "+", "1e"})
    void whatIsNoAmountIsRefusedAtOnce(String text) {
        assertThatThrownBy(() -> Quantity.parse(text)).isInstanceOf(StatusException.class);
        assertThat(Quantities.parse(text)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.5", "-2", ".5", "3.", "1e3", "500m", "4Gi"})
    void amountsAreRead(String text) {
        assertThat(Quantity.parse(text).amount()).isEqualByComparingTo(Quantities.parse(text));
    }
}
