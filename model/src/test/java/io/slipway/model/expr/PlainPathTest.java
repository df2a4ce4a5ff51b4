package io.slipway.model.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way says what CEL says. */
class PlainPathTest {
    private static final Declarations DECLARED = Declarations.none()
            .withStruct("Inner", Map.of("name", "string"))
            .withStruct(
                    "Params",
                    Map.of(
                            "namespace", "string",
                            "count", "int",
                            "share", "double",
                            "yes", "bool",
                            "hosts", "list(dyn)",
                            "labels", "map(string, dyn)",
                            "in", "string",
                            "inner", "Inner"))
            .withVariable("params", "Params")
            .withVariable("free", "map(string, dyn)")
            .withVariable("type", "Inner");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "params.namespace",
                "params.count",
                "params.share",
                "params.yes",
                "params.hosts",
                "params.labels",
                "params.inner",
                "type.name",
            })
    void aFieldOfAStruct(String source) {
        assertThat(PlainPath.compile(source, DECLARED)).contains(TypedCompiles.compile(source, DECLARED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "params",
                "params.",
                "params.nothing",
                "nothing.namespace",
                "params.in",
                "params.true",
                "true.namespace",
                "in.namespace",
                "free.x",
                "params.inner.name",
                " params.namespace",
                "params.namespace ",
                "params .namespace",
                "params.größe",
                "params.2",
                "1.2",
            })
    void everythingElseIsForCel(String source) {
        assertThat(PlainPath.compile(source, DECLARED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "as",
                "break",
                "const",
                "continue",
                "else",
                "for",
                "function",
                "if",
                "import",
                "let",
                "loop",
                "package",
                "namespace",
                "return",
                "var",
                "void",
                "while",
                "in",
                "true",
                "false",
                "null"
            })
    void aWordThatCelKeeps(String word) {
        Declarations declared = Declarations.none()
                .withStruct("Inner", Map.of(word, "string"))
                .withVariable("v", "Inner")
                .withVariable(word, "Inner");

        for (String source : List.of(word + "." + word, "v." + word)) {
            assertThat(TypedCompiles.of(source, declared)).isEqualTo(TypedCompiles.compile(source, declared));
        }
    }
}
