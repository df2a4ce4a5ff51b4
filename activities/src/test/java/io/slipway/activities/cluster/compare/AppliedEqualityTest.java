package io.slipway.activities.cluster.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.json.Json;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A table of what counts as equal: wanted, live, what the manager owns, and the verdict. */
class AppliedEqualityTest {
    private static final String LIVE = """
            {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"x","namespace":"n","uid":"1"},
             "spec":{"replicas":2,"paused":false,"template":{"spec":{"containers":[
               {"name":"a","image":"i","ports":[{"containerPort":80,"protocol":"TCP"},{"containerPort":53,"protocol":"UDP"}],
                "resources":{"limits":{"cpu":"500m","memory":"1Gi"}},
                "env":[{"name":"F","valueFrom":{"fieldRef":{"apiVersion":"v1","fieldPath":"spec.nodeName"}}},
                       {"name":"G","value":"1"}]},
               {"name":"injected","image":"proxy"}]}}}}""";
    private static final String OWNED = """
            {"f:spec":{"f:replicas":{},"f:template":{"f:spec":{"f:containers":{"k:{\\"name\\":\\"a\\"}":{
               ".":{},"f:name":{},"f:image":{},
               "f:ports":{"k:{\\"containerPort\\":80,\\"protocol\\":\\"TCP\\"}":{".":{},"f:containerPort":{}}},
               "f:resources":{"f:limits":{"f:cpu":{},"f:memory":{}}},
               "f:env":{"k:{\\"name\\":\\"F\\"}":{".":{},"f:name":{},"f:valueFrom":{"f:fieldRef":{}}},
                        "k:{\\"name\\":\\"G\\"}":{".":{},"f:name":{},"f:value":{}}}}}}}}}""";
    private static final String WANTED = """
            {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"x","namespace":"n"},
             "spec":{"replicas":2,"template":{"spec":{"containers":[
               {"name":"a","image":"i","ports":[{"containerPort":80}],"resources":{"limits":{"cpu":0.5,"memory":"1024Mi"}},
                "env":[{"name":"F","valueFrom":{"fieldRef":{"fieldPath":"spec.nodeName"}}},{"name":"G","value":"1"}]}]}}}}""";

    private record Row(String name, String from, String to, boolean same) {}

    @TestFactory
    Stream<DynamicTest> table() {
        return List.of(
                        new Row("as it is: quantities, defaults and others' elements do not count", "x", "x", true),
                        new Row("another number", "\"replicas\":2", "\"replicas\":3", false),
                        new Row("a whole number as a decimal", "\"replicas\":2", "\"replicas\":2.0", true),
                        new Row("another quantity", "1024Mi", "1000Mi", false),
                        new Row("a field left out", "\"image\":\"i\",", "", false),
                        new Row("a new field", "\"image\":\"i\",", "\"image\":\"i\",\"tty\":true,", false),
                        new Row("another element", "\"name\":\"G\"", "\"name\":\"H\"", false),
                        new Row("a port's default left out matters not", "80}", "80,\"protocol\":\"TCP\"}", false),
                        new Row("a text that is a number is no number", "\"value\":\"1\"", "\"value\":1", false),
                        new Row("another value inside an atomic field", "spec.nodeName", "spec.hostIP", false))
                .stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.name(),
                        () -> assertThat(AppliedEquality.same(
                                        tree(WANTED.replace(row.from(), row.to())), tree(LIVE), tree(OWNED)))
                                .isEqualTo(row.same())));
    }

    private record Whole(String name, String live, String wanted, boolean same) {}

    /** The API server has one owner for the whole of such a field, and no list of what is in it. */
    @TestFactory
    Stream<DynamicTest> fieldsThatAreOwnedAsAWhole() {
        return List.of(
                        new Whole("as it is", "{'a':'1','b':'2'}", "{'b':'2','a':'1'}", true),
                        new Whole("a key taken out", "{'a':'1','b':'2'}", "{'a':'1'}", false),
                        new Whole("all keys taken out", "{'a':'1'}", "{}", false),
                        new Whole("a key put in", "{'a':'1'}", "{'a':'1','b':'2'}", false),
                        new Whole("nothing in it", "{}", "{}", true),
                        new Whole("an element taken out", "[1,2]", "[1]", false),
                        new Whole("a field of an element taken out", "[{'to':[],'ports':[1]}]", "[{'to':[]}]", false),
                        new Whole(
                                "what the server adds to the downward API",
                                "[{'fieldRef':{'apiVersion':'v1','fieldPath':'p'}},{'resource':'r','divisor':'0'}]",
                                "[{'fieldRef':{'fieldPath':'p'}},{'resource':'r'}]",
                                true))
                .stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.name(),
                        () -> assertThat(AppliedEquality.same(
                                        whole(row.wanted()), whole(row.live()), tree("{\"f:spec\":{\"f:whole\":{}}}")))
                                .isEqualTo(row.same())));
    }

    private static JsonNode whole(String value) {
        return tree("{'apiVersion':'v1','kind':'X','metadata':{'name':'x'},'spec':{'whole':%s}}"
                .formatted(value)
                .replace('\'', '"'));
    }

    private record Text(String name, String object, boolean same) {}

    /** Only where the API server itself writes a quantity in another way does another text mean the same. */
    @TestFactory
    Stream<DynamicTest> aTextThatCouldBeAQuantity() {
        return List.of(
                        new Text(
                                "of a quota",
                                "'apiVersion':'v1','kind':'ResourceQuota','spec':{'hard':{'x':'%s'}}",
                                true),
                        new Text("of a ConfigMap", "'apiVersion':'v1','kind':'ConfigMap','data':{'max':'%s'}", false),
                        new Text(
                                "of a custom resource",
                                "'apiVersion':'x.example.com/v1','kind':'Job','spec':{'limits':{'x':'%s'}}",
                                false),
                        new Text(
                                "of an annotation",
                                "'apiVersion':'v1','kind':'Pod','metadata':{'annotations':{'limits':'%s'}}",
                                false))
                .stream()
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> {
                    JsonNode live =
                            tree(("{" + row.object() + "}").formatted("1.10").replace('\'', '"'));
                    JsonNode wanted =
                            tree(("{" + row.object() + "}").formatted("1.1").replace('\'', '"'));
                    assertThat(AppliedEquality.same(wanted, live, owned(live))).isEqualTo(row.same());
                }));
    }

    private static ObjectNode owned(JsonNode object) {
        ObjectNode owned = Json.mapper().createObjectNode();
        object.properties().stream()
                .filter(field -> !List.of("apiVersion", "kind").contains(field.getKey()))
                .forEach(field -> owned.set("f:" + field.getKey(), owned(field.getValue())));
        return owned;
    }

    @TestFactory
    Stream<DynamicTest> orderOfElementsMatters() {
        String swapped = WANTED.replaceAll(
                "(?s)\"env\":\\[(\\{\"name\":\"F\".*?}}}),(\\{\"name\":\"G\".*?})]", "\"env\":[$2,$1]");
        return Stream.of(DynamicTest.dynamicTest("swapped variables", () -> {
            assertThat(swapped).isNotEqualTo(WANTED);
            assertThat(AppliedEquality.same(tree(swapped), tree(LIVE), tree(OWNED)))
                    .isFalse();
        }));
    }

    @TestFactory
    Stream<DynamicTest> projectionAndPaths() {
        return Stream.of(
                DynamicTest.dynamicTest("a projection has what is owned and nothing else", () -> {
                    JsonNode part = Projection.of(tree(LIVE), tree(OWNED));
                    assertThat(part.at("/spec/template/spec/containers")).hasSize(1);
                    assertThat(part.at("/spec/template/spec/containers/0/ports").toString())
                            .isEqualTo("[{\"containerPort\":80,\"protocol\":\"TCP\"}]");
                    assertThat(part.at("/spec").has("paused")).isFalse();
                    assertThat(part.at("/metadata").toString()).isEqualTo("{\"name\":\"x\",\"namespace\":\"n\"}");
                }),
                DynamicTest.dynamicTest(
                        "changed paths name elements",
                        () -> assertThat(ChangedPaths.between(
                                        tree(LIVE),
                                        tree(LIVE.replace("\"image\":\"i\"", "\"image\":\"j\"")
                                                .replace("\"uid\":\"1\"", "\"uid\":\"2\""))))
                                .containsExactly("spec.template.spec.containers[name=a].image")));
    }

    private static JsonNode tree(String json) {
        return Json.read(json, JsonNode.class);
    }
}
