package io.slipway.activities.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How scripts are split, filled in, sent and read back. */
class SqlScriptTest {
    static Stream<Arguments> scripts() {
        return Stream.of(
                Arguments.of("SELECT 1; SELECT 2", List.of("SELECT 1", "SELECT 2")),
                Arguments.of("SELECT ';'; SELECT \"a;b\"", List.of("SELECT ';'", "SELECT \"a;b\"")),
                Arguments.of("SELECT 'it\\'s; one'", List.of("SELECT 'it\\'s; one'")),
                Arguments.of("SELECT `a;b` FROM t;", List.of("SELECT `a;b` FROM t")),
                Arguments.of("-- no; statement\n;\n/* a /* nested; */ b */", List.of()),
                Arguments.of("SELECT 1 -- why; not\n; SELECT 2", List.of("SELECT 1 -- why; not", "SELECT 2")));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void splitsAtSemicolonsOnly(String script, List<String> statements) {
        assertThat(SqlScript.split(script, "a.sql")).extracting(Statement::text).isEqualTo(statements);
    }

    @Test
    void knowsTheLineOfAStatement() {
        assertThat(SqlScript.split("-- first\n\nSELECT 1;\n\n SELECT 2", "a.sql"))
                .extracting(Statement::place)
                .containsExactly("a.sql:3", "a.sql:5");
    }

    @Test
    void namesWhatIsNotClosed() {
        assertThatThrownBy(() -> SqlScript.split("SELECT 1;\nSELECT 'x", "a.sql"))
                .hasMessage("a.sql:2: the quote ' is not closed");
        assertThatThrownBy(() -> SqlScript.split("/* x", "a.sql")).hasMessage("a.sql:1: the comment /* is not closed");
    }

    @Test
    void fillsInVariablesAndNamesUnknownOnes() {
        assertThat(SqlVariables.replace("USE ${DB}; SET ${spark.x}", Map.of("DB", "a$b")))
                .isEqualTo("USE a$b; SET ${spark.x}");
        assertThatThrownBy(() -> SqlVariables.replace("${B} ${A}", Map.of())).hasMessage("no value for ${A}, ${B}");
    }

    @Test
    void rowsOfEachStatementAreKnown() {
        SparkSqlScript script = new SparkSqlScript(List.of("CREATE TABLE t (a INT)", "SELECT 1, 2 -- x"), "m-");
        assertThat(script.text()).contains("SELECT 1, 2 -- x\n;\nSELECT 'm-2'\n;\n");
        assertThat(script.rows("m-0\nm-1\n1\t2\n3\t\nm-2\n"))
                .containsExactly(List.of(), List.of(List.of("1", "2"), List.of("3", "")));
        assertThat(script.rows("noise\nm-0\nm-1\n1\t2\n")).hasSize(1);
    }
}
