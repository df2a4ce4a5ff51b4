package io.slipway.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.sandbox.contract.ApiClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of the wrong type and fields that are none, in the words of the decoder and of server-side apply. */
class TypesContractTest {

    private static final String HANDLED = " in version 'v1' cannot be handled as a ";
    private static final String POD_TEMPLATE =
            "'template':{'metadata':{'labels':{'app':'d'}},'spec':{'containers':[{'name':'a','image':'i:1'}]}}";

    private final ApiClient client = Cluster.get().client();
    private final String namespace = Cluster.get().namespace();

    private String path(String group, String plural) {
        return (group.isEmpty() ? "/api/v1" : "/apis/" + group) + "/namespaces/" + namespace + "/" + plural;
    }

    private static String plain(Answer answer) {
        return answer.message().replace('"', '\'');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | configmaps | ConfigMap | {'metadata':{'name':'a'},'data':{'k':1}} | json: cannot unmarshal number into Go struct field ConfigMap.data of type string",
                "`` | configmaps | ConfigMap | {'metadata':{'name':'a'},'data':{'k':true}} | json: cannot unmarshal bool into Go struct field ConfigMap.data of type string",
                "`` | configmaps | ConfigMap | {'metadata':{'name':'a'},'data':{'k':{}}} | json: cannot unmarshal object into Go struct field ConfigMap.data of type string",
                "`` | configmaps | ConfigMap | {'metadata':{'name':'a'},'data':[]} | json: cannot unmarshal array into Go struct field ConfigMap.data of type map[string]string",
                "`` | configmaps | ConfigMap | {'metadata':{'name':'a','labels':{'x':1}}} | json: cannot unmarshal number into Go struct field ObjectMeta.metadata.labels of type string",
                "`` | pods | Pod | {'metadata':{'name':'p'},'spec':{'containers':[{'name':'a','image':5}]}} | json: cannot unmarshal number into Go struct field Container.spec.containers.image of type string",
                "`` | pods | Pod | {'metadata':{'name':'p'},'spec':{'containers':[{'name':'a','image':'x','env':[{'name':'x','value':5}]}]}} | json: cannot unmarshal number into Go struct field EnvVar.spec.containers.env.value of type string",
                "`` | pods | Pod | {'metadata':{'name':'p'},'spec':{'containers':[{'name':'a','image':'x','resources':{'requests':{'cpu':'abc'}}}]}} | quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
                "apps/v1 | deployments | Deployment | {'metadata':{'name':'d'},'spec':{'replicas':'3'}} | json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32",
                "apps/v1 | deployments | Deployment | {'metadata':{'name':'d'},'spec':{'replicas':1.5}} | json: cannot unmarshal number 1.5 into Go struct field DeploymentSpec.spec.replicas of type int32",
                "apps/v1 | deployments | Deployment | {'metadata':{'name':'d'},'spec':{'template':'x'}} | json: cannot unmarshal string into Go struct field DeploymentSpec.spec.template of type v1.PodTemplateSpec",
                "apps/v1 | deployments | Deployment | {'metadata':{'name':'d'},'spec':{'template':{'spec':{'containers':{}}}}} | json: cannot unmarshal object into Go struct field PodSpec.spec.template.spec.containers of type []v1.Container",
            })
    void wrongTypesAreRefused(String group, String plural, String kind, String body, String why) {
        Answer answer = client.post(path(group, plural), body);
        assertThat(answer.code()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.reason()).isEqualTo("BadRequest");
        assertThat(plain(answer)).isEqualTo(kind + HANDLED + kind + ": " + why);
    }

    @Test
    void patchesKeepTypes() {
        client.post(path("", "configmaps"), "{'metadata':{'name':'a'},'data':{'k':'1'}}")
                .ok();
        String one = path("", "configmaps") + "/a";
        String why = "json: cannot unmarshal number into Go struct field ConfigMap.data of type string";
        Answer merged = client.patch(one, ApiClient.MERGE, "{'data':{'k':1}}");
        assertThat(merged.code()).isEqualTo(422);
        assertThat(merged.message())
                .startsWith(" \"\" is invalid: patch: Invalid value: ")
                .endsWith(why);
        Answer json = client.patch(one, ApiClient.JSON_PATCH, "[{'op':'replace','path':'/data/k','value':1}]");
        assertThat(json.code()).isEqualTo(422);
        assertThat(json.message()).endsWith(why);
        assertThat(client.patch(one, ApiClient.STRATEGIC, "{'data':{'k':1}}").code())
                .isEqualTo(422);
        assertThat(client.get(one).ok().at("/data/k").asText()).isEqualTo("1");
    }

    @Test
    void unknownFieldsAreRefusedToldOrIgnored() {
        String body = "{'metadata':{'name':'d','bar':1},'spec':{'selector':{'matchLabels':{'app':'d'}},%s,'foo':1}}"
                .formatted(POD_TEMPLATE);
        String all = path("apps/v1", "deployments");
        Answer strict = client.post(all + "?fieldValidation=Strict", body);
        assertThat(strict.code()).isEqualTo(400);
        assertThat(plain(strict))
                .isEqualTo("Deployment" + HANDLED + "Deployment: strict decoding error: unknown field 'metadata.bar', "
                        + "unknown field 'spec.foo'");
        Answer told = client.post(all + "?dryRun=All", body);
        assertThat(told.ok().path("spec").has("foo")).isFalse();
        assertThat(told.warnings())
                .containsExactly(
                        "299 - \"unknown field \\\"metadata.bar\\\"\"", "299 - \"unknown field \\\"spec.foo\\\"\"");
        Answer ignored = client.post(all + "?dryRun=All&fieldValidation=Ignore", body);
        assertThat(ignored.ok().path("spec").has("foo")).isFalse();
        assertThat(ignored.warnings()).isEmpty();
        assertThat(plain(client.post(all + "?fieldValidation=X", body)))
                .isEqualTo(
                        "CreateOptions.meta.k8s.io '' is invalid: fieldValidation: Unsupported value: 'X': supported "
                                + "values: '', 'Ignore', 'Strict', 'Warn'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | configmaps | ConfigMap | 'data':{'k':1} | (/x; /v1, Kind=ConfigMap): .data.k: expected string, got &value.valueUnstructured{Value:1}",
                "apps/v1 | deployments | Deployment | 'spec':{'foo':1} | (/x; apps/v1, Kind=Deployment): .spec.foo: field not declared in schema",
                "apps/v1 | deployments | Deployment | 'spec':{'replicas':'3'} | (/x; apps/v1, Kind=Deployment): .spec.replicas: expected numeric (int or float), got string",
            })
    void appliesKeepTypes(String group, String plural, String kind, String more, String why) {
        String body = "{'apiVersion':'%s','kind':'%s','metadata':{'name':'x'},%s}"
                .formatted(group.isEmpty() ? "v1" : group, kind, more);
        Answer answer = client.patch(path(group, plural) + "/x?fieldManager=me", ApiClient.APPLY, body);
        assertThat(answer.code()).as(answer.body().toString()).isEqualTo(500);
        assertThat(answer.message()).isEqualTo("failed to create typed patch object " + why);
    }
}
