package io.slipway.cli.lakefs;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.cli.CommandLineTest;
import io.slipway.cli.error.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pipeline of the guide on lakeFS: it runs in the sandbox, and each of its troubles is named. */
class SparkLakefsTest extends CommandLineTest {
    private static final String PIPELINE =
            Path.of("../pipelines/spark-lakefs").toAbsolutePath().normalize().toString();

    @Test
    void aRunIsMerged() {
        Ran ran = ran("run", PIPELINE, "--sandbox", "--yes");
        assertThat(ran.code()).as(ran.printed()).isEqualTo(ExitCode.DONE);
        assertThat(ran.printed())
                .contains("release spark-operator revision 1 deployed")
                .containsPattern("branch kronodroid-spark-lakefs-\\S+ merged into main, 1 objects")
                .containsPattern("application = kronodroid-iceberg-[0-9a-f]{10}");
    }

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
