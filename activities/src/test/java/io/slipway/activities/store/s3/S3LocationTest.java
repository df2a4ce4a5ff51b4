package io.slipway.activities.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3LocationTest {
    @Test
    void aBucketAlone() {
        assertThat(S3Location.parse("s3://state"))
                .isEqualTo(new S3Location("state", "", Optional.empty(), Optional.empty()))
                .hasToString("s3://state/");
    }

    @Test
    void everythingThatItTakes() {
        assertThat(S3Location.parse("s3://state/a/b/?region=eu-west-1&endpoint=https%3A%2F%2Fminio.example.com%3A9000"))
                .isEqualTo(new S3Location(
                        "state",
                        "a/b/",
                        Optional.of("eu-west-1"),
                        Optional.of(URI.create("https://minio.example.com:9000"))))
                .hasToString("s3://state/a/b/ at https://minio.example.com:9000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state | the address of a store starts with s3://BUCKET",
                "http://state | the address of a store starts with s3://BUCKET",
                "s3:state | the address of a store starts with s3://BUCKET",
                "s3://me:secret@state | the address of a store must not contain credentials",
                "s3://state?regoin=x | the address of a store supports region and endpoint, not 'regoin'",
                "s3://state?region= | the address of the store has no value for 'region'",
                "s3://state?endpoint=minio | the store's endpoint is an address such as https://",
                "s3://sta te | the store's address cannot be read",
            })
    void whatIsNone(String address, String problem) {
        assertThatThrownBy(() -> S3Location.parse(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(problem)
                .hasMessageContaining("write s3://BUCKET/PREFIX?region=REGION&endpoint=URL")
                .hasMessageNotContaining("secret@");
    }
}
