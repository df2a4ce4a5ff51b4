package io.slipway.activities.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueMaskerTest {
    private final ValueMasker masker = new ValueMasker();

    @Test
    void hidesAValueWhereverItStands() {
        masker.learn("s3cr3t-value");

        assertThat(masker.mask("s3cr3t-value")).isEqualTo("***");
        assertThat(masker.mask("a s3cr3t-value, s3cr3t-values3cr3t-value")).isEqualTo("a ***, ******");
        assertThat(masker.mask("a s3cr3t-valu")).isEqualTo("a s3cr3t-valu");
        assertThat(masker.mask("short")).isEqualTo("short");
        assertThat(masker.mask("")).isEmpty();
    }

    @Test
    void knowsNothingBeforeItIsTold() {
        assertThat(masker.knowsAny()).isFalse();
        masker.learn("tiny");
        assertThat(masker.knowsAny()).isFalse();
        assertThat(masker.mask("a tiny text")).isEqualTo("a tiny text");
    }

    @Test
    void hidesTheLongestOfThoseThatBeginAlike() {
        masker.learn("password");
        masker.learn("password-of-the-store");

        assertThat(masker.mask("password-of-the-store, password-of-ada")).isEqualTo("***, ***-of-ada");
    }

    @Test
    void hidesValuesThatOverlapWithNothingLeftOfEither() {
        masker.learn("abcdefgh");
        masker.learn("efghijklmnop");
        masker.learn("ijklmn");

        assertThat(masker.mask("<abcdefghijklmnop>")).isEqualTo("<***>");
    }

    @Test
    void valuesWhoseBeginningsHaveOneHashAreNotTakenForEachOther() {
        masker.learn("AaAaAa-one"); // "Aa" and "BB" have the same hash
        masker.learn("BBBBBB-two");

        assertThat(masker.mask("AaAaAa-two BBBBBB-one BBAaBB-two")).isEqualTo("AaAaAa-two BBBBBB-one BBAaBB-two");
        assertThat(masker.mask("AaAaAa-one BBBBBB-two")).isEqualTo("*** ***");
    }

    @Test
    void forgetsNoneOfThousands() {
        List<String> values =
                IntStream.range(0, 3_000).mapToObj(i -> "token-" + i + "-x").toList();
        values.forEach(masker::learn);

        assertThat(masker.mask(String.join(" ", values))).isEqualTo("*** ".repeat(2_999) + "***");
    }
}
