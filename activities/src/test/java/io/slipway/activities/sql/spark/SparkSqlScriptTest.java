package io.slipway.activities.sql.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How statements are sent to spark-sql, and read back. */
class SparkSqlScriptTest {
    @Test
    void rowsOfEachStatementAreKnown() {
        SparkSqlScript script = new SparkSqlScript(List.of("CREATE TABLE t (a INT)", "SELECT 1, 2 -- x"), "m-");
        assertThat(script.text()).contains("SELECT 1, 2 -- x\n;\nSELECT 'm-2'\n;\n");
        assertThat(script.rows("m-0\nm-1\n1\t2\n3\t\nm-2\n"))
                .containsExactly(List.of(), List.of(List.of("1", "2"), List.of("3", "")));
        assertThat(script.rows("noise\nm-0\nm-1\n1\t2\n")).hasSize(1);
    }
}
