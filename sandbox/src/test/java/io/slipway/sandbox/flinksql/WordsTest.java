package io.slipway.sandbox.flinksql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void aLongTextIsOneWord() throws SqlFault {
        String text = "x".repeat(300_000);
        Words words = new Words("VALUES '" + text + "'");
        words.expect("VALUES");
        assertThat(words.text()).isEqualTo(text);
        words.end();
    }

    @Test
    void aReservedWordIsANameOnlyInQuotes() throws SqlFault {
        assertThatThrownBy(() -> new Words("one").object())
                .hasMessageContaining("Encountered \"one\" at line 1, column 1.");
        assertThatThrownBy(() -> new Words("lake.db.user").object())
                .hasMessageContaining("Encountered \"user\" at line 1, column 9.");
        assertThat(new Words("`one`").object()).isEqualTo("one");
        assertThat(new Words("lake.db.ones").object()).isEqualTo("ones");
    }
}
