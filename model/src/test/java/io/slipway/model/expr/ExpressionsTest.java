package io.slipway.model.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.slipway.model.spec.SecretRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, JsonNode> SCOPE = Map.of(
            "params", json("{'taskManagers': 2, 'cpu': '500m', 'ratio': 1.5, 'tags': ['a','b'], 'none': null}"),
            "steps", json("{'flink_route': {'url': 'https://x', 'status': 'succeeded'}}"),
            "body", json("{'slots-total': 8}"),
            "secrets", json("{'minio': {'keys': ['root-user']}}"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "body['slots-total'] == params.taskManagers * 4 | true",
                "params.ratio > 1 | true",
                "params.taskManagers < 2.5 | true",
                "params.none == null | true",
                "quantity(params.cpu).isLessThan(quantity('1')) | true",
                "quantity('1000m') == quantity('1') | true",
                "quantity('1Gi').add(quantity('1Gi')).compareTo(quantity('2Gi')) | 0",
                "string(quantity('1').sub(1).sign()) | \"0\"",
                "quantity('1.5').add(1) | \"2500m\"",
                "semver('1.28.3').isGreaterThan(semver('1.28.3-rc.1')) | true",
                "semver('v1.28', true).minor() | 28",
                "isSemver('1.2') | false",
                "'a-b'.split('-') | [\"a\",\"b\"]",
                "params.tags.join(',') | \"a,b\"",
                "'Ab'.lowerAscii() | \"ab\"",
                "'%s has %d, %.1f %%'.format(['x', 3, 2.25]) | \"x has 3, 2.2 %\"",
                "math.greatest(1, 3, 2) | 3",
                "[3, 1, 2].sort() | [1,2,3]",
                "lists.range(3) + lists.range(-1) | [0,1,2]",
                "'abc123'.matches('[0-9]+') | true",
                "steps.?missing.hasValue() | false",
                "steps.flink_route.?nothing.orValue('x') | \"x\"",
                "has(steps.flink_route.url) && !has(steps.flink_route.port) | true",
                "params.tags.exists(t, t == 'b') | true",
                "duration('90s') | \"1m30s\"",
                "{'a': [1, 2.5, null]} | {\"a\":[1,2.5,null]}",
                "size('日本') | 2"
            })
    void evaluates(String source, String expected) throws Exception {
        assertThat(Expressions.evaluate(source, SCOPE)).isEqualTo(MAPPER.readTree(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "params.nothing | no key 'nothing' here",
                "body['slot'] == 8 | no key 'slot' here",
                "body['slot'].total | no key 'slot' here",
                "params.cpu.limit == 1 | there is no 'limit' here: the value before it is not a map",
                "params.cpu + params.ratio | '+' does not accept values of these types: convert them with string(x), int(x)",
                "params.cpu in params.ratio | 'in' does not accept values of these types",
                "int(params.cpu) | '500m' cannot be read as a number",
                "1 +  | mismatched input",
                "unknown == 1 | undeclared reference to 'unknown'",
                "quantity('x') | is not a quantity",
                "1 / 0 | division by zero",
                "lists.range(100001) | lists.range returns at most 100000 numbers, not 100001",
                "{'$secret': 'minio/root-user'} | reserved key $secret",
            })
    void failuresAreValues(String source, String message) {
        assertThat(Expressions.tryEvaluate(source, SCOPE)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.errors()).isNotEmpty();
            assertThat(failed.errors().get(0).message()).contains(message);
        });
    }

    @Test
    void limitsHold() {
        assertThat(Expressions.tryEvaluate("x".repeat(9_000), SCOPE)).isInstanceOf(Outcome.Failed.class);
        assertThat(Expressions.tryEvaluate("(".repeat(5_000) + "1" + ")".repeat(2_000), SCOPE))
                .isInstanceOf(Outcome.Failed.class);
        String loop = "[1,2,3,4,5,6,7,8,9,10]";
        String nested = loop + ".all(a, " + loop + ".all(b, " + loop + ".all(c, " + loop + ".all(d, " + loop
                + ".all(e, " + loop + ".all(f, a+b+c+d+e+f > 0))))))";
        assertThat(Expressions.tryEvaluate(nested, SCOPE)).isInstanceOf(Outcome.Failed.class);
        assertThat(Expressions.tryEvaluate("'" + "a".repeat(50) + "'.matches('(a+)+b')", SCOPE))
                .isInstanceOf(Outcome.Value.class);
    }

    @Test
    void templatesKeepTypesAndFillTexts() {
        JsonNode tree = json("""
                {'n': '${{ params.taskManagers }}', 't': "x-${{ params.taskManagers }}-${{ {'a': {'b': '}}'}}.a.b }}",
                 'l': ['${{ params.tags }}', 'plain', '$${{ kept }}'], 'gone': '${{ params.?nothing }}',
                 's': '${{ secrets.minio.root_user }}', 'q': "${{ secrets.minio['root-user'] }}"}
                """);
        assertThat(Expressions.resolve(tree, SCOPE)).isEqualTo(json("""
                                {'n': 2, 't': 'x-2-}}', 'l': [['a','b'], 'plain', '${{ kept }}'],
                                 's': {'$secret': 'minio/root-user'}, 'q': {'$secret': 'minio/root-user'}}
                                """));
    }

    @Test
    void numbersInTextsHaveNoExponent() {
        Map<String, JsonNode> scope =
                Map.of("n", json("{'large': 20000000.0, 'small': 0.00001, 'one': 1.0, 'half': -0.5}"));
        assertThat(Expressions.resolve(
                        json("{'a': 'x ${{ n.large }} ${{ n.small }} ${{ n.one }} ${{ n.half }}'}"), scope))
                .isEqualTo(json("{'a': 'x 20000000 0.00001 1 -0.5'}"));
    }

    @Test
    void whatIsNoNumberIsNotWritten() {
        for (String template : List.of("${{ 0.0 / 0.0 }}", "x ${{ 1.0 / 0.0 }}")) {
            assertThatThrownBy(() -> Expressions.resolve(json("['" + template + "']"), SCOPE))
                    .isInstanceOf(ExpressionException.class)
                    .hasMessageContaining("as of a division by zero");
        }
    }

    @Test
    void aNameThatIsWrittenJustSoIsMeantAndNoOther() {
        Map<String, JsonNode> scope = Map.of(
                "secrets", json("{'my-db': {'keys': ['a-b', 'a_b', 'c-d', 'c.d']}, 'my_db': {'keys': ['x-y']}}"));
        assertThat(Expressions.resolve(json("['${{ secrets.my_db.x_y }}', \"${{ secrets.my_db['q'] }}\"]"), scope))
                .isEqualTo(json("[{'$secret': 'my_db/x-y'}, {'$secret': 'my_db/q'}]"));
        JsonNode one = json("{'db': {'keys': ['a-b', 'a_b', 'c-d', 'c.d']}}");
        assertThat(SecretPath.of("secrets.db.a_b", one)).contains(new SecretRef("db", "a_b"));
        assertThat(SecretPath.of("secrets.db.c_d", one)).as("either").contains(new SecretRef("db", "c_d"));
    }

    @Test
    void aFailureInATemplateNamesItsPlace() {
        assertThatThrownBy(() -> Expressions.resolve(json("{'a': 'x ${{ params.nothing }}'}"), SCOPE))
                .isInstanceOfSatisfying(ExpressionException.class, e -> {
                    assertThat(e.errors().get(0).column()).isGreaterThan(6);
                    assertThat(e.getStackTrace()).isEmpty();
                });
        assertThatThrownBy(() -> Expressions.resolve(json("{'a': 'ab ${{ params.x'}"), SCOPE))
                .hasMessageContaining("column 4")
                .hasMessageContaining("never closed");
    }

    @Test
    void referencesAreFound() {
        assertThat(
                        Expressions.references(
                                        "steps.a_b.url + string(params['x']) + params.l.map(p, p.y)[0] + steps.?c.d")
                                .stream()
                                .map(Reference::toString))
                .containsExactly("steps.a_b.url", "params.x", "params.l", "steps.c.d");
        assertThat(Expressions.references("has(steps.a.b)").get(0).optional()).isTrue();
        assertThat(Expressions.referencesIn(json("{'a': ['${{ params.x }} ${{ each.y }}']}")))
                .extracting(Reference::toString)
                .containsExactly("params.x", "each.y");
    }

    @Test
    void compilesAgainstTypes() {
        Declarations scope = Declarations.none()
                .withStruct("Params", Map.of("n", "int", "s", "string"))
                .withStruct("Route", Map.of("url", "string", "objects", "list(string)"))
                .withStruct("Steps", Map.of("route", "Route"))
                .withVariable("params", "Params")
                .withVariable("steps", "Steps")
                .withVariable("lines", "list(string)");
        assertThat(Expressions.compile("params.n * 4", scope).type()).isEqualTo("int");
        assertThat(Expressions.compile("steps.route.objects", scope).type()).isEqualTo("list(string)");
        assertThat(Expressions.compile("steps.?route.?url", scope).type()).isEqualTo("optional_type(string)");
        assertThat(Expressions.compile("has(params.n) && lines.exists(l, l.contains('x'))", scope)
                        .errors())
                .isEmpty();
        Compiled wrong = Expressions.compile("params.n + params.s", scope);
        assertThat(wrong.errors()).hasSize(1);
        assertThat(wrong.errors().get(0).column()).isEqualTo(10);
        assertThat(Expressions.compile("params.m", scope).errors().get(0).message())
                .isEqualTo("undefined field 'm'");
        assertThat(Expressions.compile("1 ==", scope).errors()).isNotEmpty();
        assertThat(Expressions.compile("\n  params.n + 'a'", scope).errors())
                .extracting(ExpressionError::line)
                .isEqualTo(List.of(2));
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.reader().with(JsonParser.Feature.ALLOW_SINGLE_QUOTES).readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
