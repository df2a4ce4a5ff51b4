package io.slipway.cli.lakefs;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.cli.CommandLineTest;
import io.slipway.cli.error.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pipeline of the guide on lakeFS: each of its troubles is named; its whole run is in {@code CoverageTest}. */
class SparkLakefsTest extends CommandLineTest {
    private static final String PIPELINE =
            Path.of("../pipelines/spark-lakefs").toAbsolutePath().normalize().toString();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pod/kronodroid-iceberg-*: DriverFails('java.nio.file.AccessDeniedException: s3a://kronodroid')  | S3 access denied
            pod/kronodroid-iceberg-*: DriverFails('org.apache.iceberg.exceptions.RESTException: refused')   | an error of the Iceberg catalog
            pod/kronodroid-iceberg-*-driver: Unschedulable(memory)                                          | no node has room for it
            """)
    void aFailedRunIsDroppedAndItsCauseNamed(String fault, String cause) {
        Ran ran = ran("rehearse", PIPELINE, "--fault", fault, "--on-failure", "fail");
        assertThat(ran.code()).as(ran.printed()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.printed())
                .contains(cause)
                .containsPattern("finally/drop-failed succeeded.*branch kronodroid-spark-lakefs-\\S+ deleted")
                .doesNotContain("merged into main");
    }

    @Test
    void theWholeGuideIsCovered() {
        Ran ran = ran("check", PIPELINE, "--coverage");
        assertThat(ran.code()).as(ran.printed()).isEqualTo(ExitCode.DONE);
        assertThat(ran.printed()).contains("CARRIED BY").doesNotContain("nobody");
    }
}
