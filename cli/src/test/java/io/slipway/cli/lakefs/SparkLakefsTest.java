package io.slipway.cli.lakefs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.cli.Slipway;
import io.slipway.cli.console.Console;
import io.slipway.cli.console.Environment;
import io.slipway.cli.error.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pipeline of the guide on lakeFS: it runs in the sandbox, and each of its troubles is named. */
class SparkLakefsTest {
    private static final String PIPELINE =
            Path.of("../pipelines/spark-lakefs").toAbsolutePath().normalize().toString();

    @TempDir
    private Path folder;

    private record Ran(int code, String printed) {}

    @Test
    void aRunIsMerged() {
        Ran ran = slipway("run", PIPELINE, "--sandbox", "--yes");
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
        Ran ran = slipway("rehearse", PIPELINE, "--fault", fault, "--on-failure", "fail");
        assertThat(ran.code()).as(ran.printed()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.printed())
                .contains(cause)
                .containsPattern("finally/drop-failed succeeded.*branch kronodroid-spark-lakefs-\\S+ deleted")
                .doesNotContain("merged into main");
    }

    @Test
    void theWholeGuideIsCovered() {
        Ran ran = slipway("check", PIPELINE, "--coverage");
        assertThat(ran.code()).as(ran.printed()).isEqualTo(ExitCode.DONE);
        assertThat(ran.printed()).contains("CARRIED BY").doesNotContain("nobody");
    }

    private Ran slipway(String... words) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Environment environment = new Environment(
                Console.plain(printed, printed), folder, Map.of("USER", "ada"), new ByteArrayInputStream(new byte[0]));
        int code = new Slipway(environment).run(words);
        return new Ran(code, printed.toString(UTF_8));
    }
}
