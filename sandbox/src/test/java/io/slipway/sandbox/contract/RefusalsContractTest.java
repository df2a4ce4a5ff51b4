package io.slipway.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.contract.ApiClient.Answer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
                "'' | configmaps | {'metadata':{'name':'c','annotations':{'a b':'c'}}} | ConfigMap 'c' is invalid: metadata.annotations: Invalid value: 'a b': name part must consist of alphanumeric characters",
                "'' | configmaps | {'metadata':{'name':'c'},'data':{'conf/a.yaml':'x'}} | ConfigMap 'c' is invalid: data[conf/a.yaml]: Invalid value: 'conf/a.yaml': a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
                "'' | secrets | {'metadata':{'name':'s'},'stringData':{'..data':'x'}} | Secret 's' is invalid: data[..data]: Invalid value: '..data': must not start with '..'",
                "'' | pods | {'metadata':{'name':'p'},'spec':{'containers':[{'name':'a','image':'i','ports':[{'name':'prometheus-metrics','containerPort':80}]}]}} | Pod 'p' is invalid: spec.containers[0].ports[0].name: Invalid value: 'prometheus-metrics': must be no more than 15 characters",
                "'' | pods | {'metadata':{'name':'p'},'spec':{'containers':[{'name':'a','image':'i','env':[{'name':'A','value':'x','valueFrom':{'fieldRef':{'fieldPath':'metadata.name'}}}]}]}} | Pod 'p' is invalid: spec.containers[0].env[0].valueFrom: Invalid value: '': may not be specified when `value` is not empty",
                "'' | pods | {'metadata':{'name':'p'},'spec':{'volumes':[{'name':'v'}],'containers':[{'name':'a','image':'i','volumeMounts':[{'name':'v','mountPath':'/v'},{'name':'v','mountPath':'/v'}]}]}} | Pod 'p' is invalid: spec.containers[0].volumeMounts[1].mountPath: Invalid value: '/v': must be unique",
                "apps/v1 | deployments | {'metadata':{'name':'d'},'spec':{'strategy':{'type':'Recreate','rollingUpdate':{'maxSurge':1}},'selector':{'matchLabels':{'app':'x'}},'template':{'metadata':{'labels':{'app':'x'}},'spec':{'containers':[{'name':'a','image':'i'}]}}}} | Deployment.apps 'd' is invalid: spec.strategy.rollingUpdate: Forbidden: may not be specified when strategy `type` is 'Recreate'",
                "batch/v1 | cronjobs | {'metadata':{'name':'c'},'spec':{'schedule':'* * * *','jobTemplate':{'spec':{'template':{'spec':{'restartPolicy':'Never','containers':[{'name':'a','image':'i'}]}}}}}} | CronJob.batch 'c' is invalid: spec.schedule: Invalid value: '* * * *': expected exactly 5 fields, found 4: [* * * *]",
                "batch/v1 | cronjobs | {'metadata':{'name':'c'},'spec':{'schedule':'@daily','jobTemplate':{'spec':{'template':{'spec':{'containers':[{'name':'a','image':'i'}]}}}}}} | CronJob.batch 'c' is invalid: spec.jobTemplate.spec.template.spec.restartPolicy: Required value: valid values: 'OnFailure', 'Never'",
                "networking.k8s.io/v1 | ingresses | {'metadata':{'name':'i'},'spec':{'rules':[{'http':{'paths':[{'path':'/','backend':{'service':{'name':'s','port':{'number':80}}}}]}}]}} | Ingress.networking.k8s.io 'i' is invalid: spec.rules[0].http.paths[0].pathType: Required value: pathType must be specified",
                "'' | services | {'metadata':{'name':'s'},'spec':{'type':'NodePort','ports':[{'port':80,'nodePort':80}]}} | Service 's' is invalid: spec.ports[0].nodePort: Invalid value: 80: provided port is not in the valid range. The range of valid ports is 30000-32767",
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

    /** The usual stumbling block of a changed strategy: the defaults of the old one are still there. */
    @Test
    void aRollingUpdateBecomesARecreateOnlyWithoutItsLimits() {
        client.post(path("apps/v1", "deployments"), Samples.DEPLOYMENT).ok();
        String deployment = path("apps/v1", "deployments") + "/d";
        Answer answer = client.patch(deployment, ApiClient.STRATEGIC, "{'spec':{'strategy':{'type':'Recreate'}}}");
        assertThat(answer.code()).isEqualTo(422);
        assertThat(answer.message()).endsWith("may not be specified when strategy `type` is 'Recreate'");
        client.patch(deployment, ApiClient.STRATEGIC, "{'spec':{'strategy':{'type':'Recreate','rollingUpdate':null}}}")
                .ok();
    }

    @Test
    void anExportedObjectIsNotCreatedAgain() {
        Answer answer = client.post(path("", "configmaps"), "{'metadata':{'name':'c','resourceVersion':'5'}}");
        assertThat(answer.code()).isEqualTo(500);
        assertThat(answer.message()).isEqualTo("resourceVersion should not be set on objects to be created");
    }

    @Test
    void secretsAreBase64() {
        Answer answer = client.post(path("", "secrets"), "{'metadata':{'name':'s'},'data':{'password':'hunter2!'}}");
        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message()).endsWith("illegal base64 data at input byte 7");
    }

    /** Half a million letters are more when they are encoded. */
    @Test
    void limitsOfSecretsCountWhatIsKept() {
        String body = "{'metadata':{'name':'s'},'stringData':{'large':'%s'}}";
        client.post(path("", "secrets"), body.formatted("x".repeat(1 << 20))).ok();
        Answer answer = client.post(path("", "secrets"), body.formatted("x".repeat((1 << 20) + 1)));
        assertThat(answer.code()).isEqualTo(422);
        assertThat(answer.message()).contains("data: Too long: ");
    }

    @Test
    void itemsOfAStrategicPatchNeedTheirKey() {
        client.post(path("apps/v1", "deployments"), Samples.DEPLOYMENT).ok();
        Answer answer = client.patch(
                path("apps/v1", "deployments") + "/d",
                ApiClient.STRATEGIC,
                "{'spec':{'template':{'spec':{'containers':[{'image':'busybox'}]}}}}");
        assertThat(answer.code()).isEqualTo(500);
        assertThat(answer.message()).isEqualTo("map: map[image:busybox] does not contain declared merge key: name");
    }

    @Test
    void aNodePortIsOfOneService() {
        String body = "{'metadata':{'name':'%s'},'spec':{'type':'NodePort','ports':[{'port':80%s}]}}";
        JsonNode first =
                client.post(path("", "services"), body.formatted("a", "")).ok();
        int port = first.at("/spec/ports/0/nodePort").asInt();
        Answer answer = client.post(path("", "services"), body.formatted("b", ",'nodePort':" + port));
        assertThat(answer.code()).isEqualTo(422);
        assertThat(answer.message())
                .endsWith("spec.ports[0].nodePort: Invalid value: %d: provided port is already allocated"
                        .formatted(port));
        ObjectNode again = first.deepCopy();
        ((ObjectNode) again.at("/spec/ports/0")).remove("nodePort");
        assertThat(client.put(path("", "services") + "/a", again)
                        .ok()
                        .at("/spec/ports/0/nodePort")
                        .asInt())
                .isEqualTo(port);
    }

    /** Answers have no room in their headers for a warning of each of a thousand fields. */
    @Test
    void warningsEndSomewhere() {
        String fields = IntStream.range(0, 1000)
                .mapToObj(number -> "'unknown%d':1".formatted(number))
                .collect(Collectors.joining(","));
        Answer answer = client.post(path("", "configmaps"), "{'metadata':{'name':'c'}," + fields + "}");
        answer.ok();
        assertThat(answer.warnings()).hasSizeBetween(1, 999);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=x | 400 | BadRequest",
                "watch=true&timeoutSeconds=x | 400 | BadRequest",
                "watch=true&resourceVersion=x | 500 | ''",
            })
    void parametersThatAreNoNumbersAreRefused(String query, int code, String reason) {
        Answer answer = client.get(path("", "configmaps") + "?" + query);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.reason()).isEqualTo(reason);
        assertThat(answer.message()).contains("parsing \"x\": invalid syntax");
    }

    @Test
    void linesOfALogAreCountedFromNoughtOn() {
        Answer answer = client.get(path("", "pods") + "/p/log?tailLines=-1");
        assertThat(answer.code()).isEqualTo(422);
        assertThat(answer.message())
                .isEqualTo("PodLogOptions \"p\" is invalid: tailLines: Invalid value: -1: "
                        + "must be greater than or equal to 0");
    }

    /** Where controllers run, they may have found by then that the volume is not there. */
    @Test
    void claimsDoNotShrink() {
        String claims = path("", "persistentvolumeclaims");
        client.post(
                        claims,
                        "{'metadata':{'name':'shrinks'},'spec':{'storageClassName':'by-hand','accessModes':['ReadWriteOnce'],"
                                + "'resources':{'requests':{'storage':'2Gi'}}}}")
                .ok();
        String smaller = "{'spec':{'resources':{'requests':{'storage':'1Gi'}}}}";
        Answer unbound = client.patch(claims + "/shrinks", ApiClient.MERGE, smaller);
        assertThat(unbound.code()).isEqualTo(422);
        assertThat(unbound.message()).contains("spec: Forbidden: spec is immutable after creation");
        client.patch(
                        claims + "/shrinks/status",
                        ApiClient.MERGE,
                        "{'status':{'phase':'Bound','capacity':{'storage':'2Gi'}}}")
                .ok();
        Answer bound = client.patch(claims + "/shrinks", ApiClient.MERGE, smaller);
        assertThat(bound.code()).isEqualTo(422);
        assertThat(bound.message())
                .containsAnyOf(
                        "spec.resources.requests.storage: Forbidden: field can not be less than status.capacity",
                        "spec: Forbidden: spec is immutable after creation");
    }

    @Test
    void aVersionThatIsNoNumberIsRefused() {
        client.post(path("", "configmaps"), "{'metadata':{'name':'numbered'}}").ok();
        Answer answer = client.put(
                path("", "configmaps") + "/numbered",
                ApiClient.json("{'metadata':{'name':'numbered','resourceVersion':'x'}}"));
        assertThat(answer.code()).isEqualTo(500);
        assertThat(answer.message()).contains("parsing \"x\": invalid syntax");
    }

    @Test
    void namespacesMustExist() {
        Answer answer = client.post("/api/v1/namespaces/nowhere/configmaps", "{'metadata':{'name':'c'}}");
        assertThat(answer.code()).isEqualTo(404);
        assertThat(answer.message()).isEqualTo("namespaces \"nowhere\" not found");
        assertThat(client.post("/api/v1/namespaces/nowhere/events", "{'metadata':{'name':'e'}}")
                        .code())
                .isEqualTo(404);
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
