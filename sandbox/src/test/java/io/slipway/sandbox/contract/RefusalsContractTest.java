package io.slipway.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.sandbox.contract.ApiClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mistakes people make, in the API server's words. */
class RefusalsContractTest {

    private final ApiClient client = Cluster.get().client();
    private final String namespace = Cluster.get().namespace();

    private String path(String group, String plural) {
        return (group.isEmpty() ? "/api/v1" : "/apis/" + group) + "/namespaces/" + namespace + "/" + plural;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "apps/v1 | deployments | {'metadata':{'name':'d'},'spec':{'selector':{'matchLabels':{'app':'x'}},'template':{'metadata':{'labels':{'app':'y'}},'spec':{'containers':[{'name':'a','image':'i'}]}}}} | Deployment.apps 'd' is invalid: spec.template.metadata.labels: Invalid value: map[string]string{'app':'y'}: `selector` does not match template `labels`",
                "apps/v1 | deployments | {'metadata':{'name':'d'},'spec':{'selector':{'matchLabels':{'app':'x'}},'template':{'metadata':{'labels':{'app':'x'}},'spec':{}}}} | Deployment.apps 'd' is invalid: spec.template.spec.containers: Required value",
                "'' | pods | {'metadata':{'name':'p'},'spec':{'containers':[{'name':'a'}]}} | Pod 'p' is invalid: spec.containers[0].image: Required value",
                "'' | pods | {'metadata':{'name':'p'},'spec':{'containers':[{'name':'a','image':'i','volumeMounts':[{'name':'v','mountPath':'/v'}]}]}} | Pod 'p' is invalid: spec.containers[0].volumeMounts[0].name: Not found: 'v'",
                "'' | pods | {'metadata':{'name':'p'},'spec':{'containers':[{'name':'a','image':'i','resources':{'requests':{'cpu':'2'},'limits':{'cpu':'1'}}}]}} | Pod 'p' is invalid: spec.containers[0].resources.requests: Invalid value: '2': must be less than or equal to cpu limit of 1",
                "batch/v1 | jobs | {'metadata':{'name':'j'},'spec':{'template':{'spec':{'containers':[{'name':'a','image':'i'}]}}}} | Job.batch 'j' is invalid: spec.template.spec.restartPolicy: Required value: valid values: 'OnFailure', 'Never'",
                "'' | services | {'metadata':{'name':'s'},'spec':{'ports':[{'port':0}]}} | Service 's' is invalid: [spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive, spec.ports[0].targetPort: Invalid value: 0: must be between 1 and 65535, inclusive]",
                "'' | configmaps | {'metadata':{'name':'c','labels':{'a':'b c'}}} | ConfigMap 'c' is invalid: metadata.labels: Invalid value: 'b c': a valid label must be an empty string",
                "'' | configmaps | {'metadata':{'name':'Upper'}} | ConfigMap 'Upper' is invalid: metadata.name: Invalid value: 'Upper': a lowercase RFC 1123 subdomain must consist of",
            })
    void mistakesAreNamed(String group, String plural, String body, String message) {
        Answer answer = client.post(path(group.equals("''") ? "" : group, plural), body);
        assertThat(answer.code()).as(answer.body().toString()).isEqualTo(422);
        assertThat(answer.reason()).isEqualTo("Invalid");
        assertThat(answer.message().replace('"', '\'')).startsWith(message);
        assertThat(answer.body().at("/details/causes")).isNotEmpty();
    }

    @Test
    void selectorsNeverChange() {
        client.post(path("apps/v1", "deployments"), Samples.DEPLOYMENT).ok();
        String patch =
                "{'spec':{'selector':{'matchLabels':{'app':'d','x':'y'}},'template':{'metadata':{'labels':{'x':'y'}}}}}";
        Answer answer = client.patch(path("apps/v1", "deployments") + "/d", ApiClient.STRATEGIC, patch);
        assertThat(answer.code()).isEqualTo(422);
        assertThat(answer.message()).contains("spec.selector: Invalid value").endsWith("field is immutable");
    }

    @Test
    void templatesOfJobsNeverChange() {
        String job =
                "{'metadata':{'name':'j'},'spec':{'template':{'spec':{'restartPolicy':'Never','containers':[{'name':'a','image':'i:1'}]}}}}";
        client.post(path("batch/v1", "jobs"), job).ok();
        String patch = "{'spec':{'template':{'spec':{'containers':[{'name':'a','image':'i:2'}]}}}}";
        Answer answer = client.patch(path("batch/v1", "jobs") + "/j", ApiClient.STRATEGIC, patch);
        assertThat(answer.code()).isEqualTo(422);
        assertThat(answer.message()).contains("spec.template: Invalid value").endsWith("field is immutable");
    }

    @Test
    void namespacesMustExist() {
        Answer answer = client.post("/api/v1/namespaces/nowhere/configmaps", "{'metadata':{'name':'c'}}");
        assertThat(answer.code()).isEqualTo(404);
        assertThat(answer.message()).isEqualTo("namespaces \"nowhere\" not found");
    }

    @Test
    void quotaIsKept() {
        client.post(
                        path("", "resourcequotas"),
                        "{'metadata':{'name':'few'},'spec':{'hard':{'pods':'1','requests.cpu':'1'}}}")
                .ok();
        String pod =
                "{'metadata':{'name':'%s'},'spec':{'containers':[{'name':'a','image':'i:1','resources':{'requests':{'cpu':'600m'}}}]}}";
        client.post(path("", "pods"), pod.formatted("one")).ok();
        Answer answer = client.post(path("", "pods"), pod.formatted("two"));
        assertThat(answer.code()).isEqualTo(403);
        assertThat(answer.message())
                .isEqualTo("pods \"two\" is forbidden: exceeded quota: few, requested: pods=1,requests.cpu=600m, used: "
                        + "pods=1,requests.cpu=600m, limited: pods=1,requests.cpu=1");
        Answer silent = client.post(path("", "pods"), Samples.POD);
        assertThat(silent.message()).contains("failed quota: few: must specify requests.cpu for: a");
    }

    @Test
    void unknownPathsAndMethodsAreRefused() {
        assertThat(client.get("/apis/nothing.io/v1/things").code()).isEqualTo(404);
        assertThat(client.get(path("", "things")).message())
                .isEqualTo("the server could not find the requested resource");
        assertThat(client.send("PUT", path("", "configmaps"), "application/json", "{}")
                        .code())
                .isIn(404, 405);
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        assertThat(Cluster.get().client("").get("/api/v1/pods").code()).isIn(401, 403);
        assertThat(Cluster.get().client("wrong").get("/api/v1/pods").code()).isEqualTo(401);
    }
}
