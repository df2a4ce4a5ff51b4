package io.slipway.sandbox.sparksql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokensTest {

    @Test
    void aLongTextIsOneToken() throws SqlException {
        String text = "x".repeat(300_000);
        Tokens tokens = new Tokens("VALUES ('" + text + "')");
        tokens.expect("VALUES");
        tokens.expect("(");
        assertThat(Values.read(tokens)).isEqualTo(text);
    }
}
