package io.slipway.activities.store.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextsTest {
    private final List<String> asked = new ArrayList<>();
    private final Texts texts = new Texts(6);

    @Test
    void whatWasUsedLongestAgoIsForgottenFirst() {
        get("aaa");
        get("bbb");
        get("aaa");
        get("cc");
        get("aaa");
        get("bbb");
        assertThat(asked).containsExactly("aaa", "bbb", "cc", "bbb");
    }

    @Test
    void whatIsTooLongOrNotThereYetIsAskedForAgain() {
        get("longlonglong");
        get("longlonglong");
        get("");
        get("");
        assertThat(asked).containsExactly("longlonglong", "longlonglong", "", "");
    }

    private void get(String key) {
        assertThat(texts.get(key, this::ask)).isEqualTo(key);
    }

    private String ask(String key) {
        asked.add(key);
        return key;
    }
}
