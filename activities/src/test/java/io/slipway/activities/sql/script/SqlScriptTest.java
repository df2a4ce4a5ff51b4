package io.slipway.activities.sql.script;

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
        assertThat(SqlScript.split(script, "a.sql", SqlDialect.SPARK))
                .extracting(Statement::text)
                .isEqualTo(statements);
    }

    @Test
    void knowsTheLineOfAStatement() {
        assertThat(SqlScript.split("-- first\n\nSELECT 1;\n\n SELECT 2", "a.sql", SqlDialect.SPARK))
                .extracting(Statement::place)
                .containsExactly("a.sql:3", "a.sql:5");
    }

    @Test
    void namesWhatIsNotClosed() {
        assertThatThrownBy(() -> SqlScript.split("SELECT 1;\nSELECT 'x", "a.sql", SqlDialect.SPARK))
                .hasMessage("a.sql:2: the quote ' is not closed");
        assertThatThrownBy(() -> SqlScript.split("/* x", "a.sql", SqlDialect.SPARK))
                .hasMessage("a.sql:1: the comment /* is not closed");
    }

    @Test
    void fillsInVariablesAndNamesUnknownOnes() {
        assertThat(SqlVariables.replace("USE ${DB}; SET ${spark.x}", Map.of("DB", "a$b")))
                .isEqualTo("USE a$b; SET ${spark.x}");
        assertThatThrownBy(() -> SqlVariables.replace("${B} ${A}", Map.of())).hasMessage("no value for ${A}, ${B}");
    }

    static Stream<Arguments> flink() {
        return Stream.of(
                Arguments.of("SELECT 'it''s; one'; SELECT 2", List.of("SELECT 'it''s; one'", "SELECT 2")),
                Arguments.of("SELECT '\\'; SELECT 2", List.of("SELECT '\\'", "SELECT 2")),
                Arguments.of("SELECT 1 /* a /* b; */; SELECT 2", List.of("SELECT 1 /* a /* b; */", "SELECT 2")),
                Arguments.of(
                        "SELECT * FROM t /*+ OPTIONS('a'=';') */", List.of("SELECT * FROM t /*+ OPTIONS('a'=';') */")),
                Arguments.of(
                        "SET 'a' = 'b'; -- two at once\nEXECUTE STATEMENT SET BEGIN\nINSERT INTO a VALUES (1);\nINSERT INTO b VALUES (2);\nEND;",
                        List.of(
                                "SET 'a' = 'b'",
                                "-- two at once\nEXECUTE STATEMENT SET BEGIN\nINSERT INTO a VALUES (1);\nINSERT INTO b VALUES (2);\nEND")));
    }

    @ParameterizedTest
    @MethodSource("flink")
    void readsFlinkAsFlinkDoes(String script, List<String> statements) {
        assertThat(SqlScript.split(script, "a.sql", SqlDialect.FLINK))
                .extracting(Statement::text)
                .isEqualTo(statements);
    }

    @Test
    void aStatementSetMustBeClosed() {
        assertThatThrownBy(() -> SqlScript.split(
                        "\nEXECUTE STATEMENT SET BEGIN INSERT INTO a VALUES (1);", "a.sql", SqlDialect.FLINK))
                .hasMessage("a.sql:2: the STATEMENT SET is not closed by END");
    }
}
