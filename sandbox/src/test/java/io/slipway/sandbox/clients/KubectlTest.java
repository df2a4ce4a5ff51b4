package io.slipway.sandbox.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.sandbox.Sandbox;
import io.slipway.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The stock kubectl, when there is one on PATH. */
@Timeout(120)
class KubectlTest {

    private static final String WEB = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, labels: {app: web}}
            spec:
              replicas: 1
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                  - {name: c, image: "nginx:1.27", ports: [{containerPort: 80, name: http}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}
            """;

    @TempDir
    static Path folder;

    private static Sandbox sandbox;
    private static Kubectl kubectl;

    @BeforeAll
    static void start() throws IOException {
        Assumptions.assumeTrue(Kubectl.isOnPath(), "kubectl is not on PATH: the tests that drive it are skipped");
        sandbox = Sandbox.start(SandboxOptions.inMemory());
        Path config = Files.writeString(folder.resolve("kubeconfig"), sandbox.kubeconfig());
        Files.writeString(folder.resolve("web.yaml"), WEB);
        kubectl = new Kubectl(config, folder);
    }

    @AfterAll
    static void stop() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Test
    void appliesRollsOutAndCleansUp() {
        kubectl.run("create", "namespace", "one");
        assertThat(kubectl.run("-n", "one", "apply", "-f", "web.yaml")).contains("deployment.apps/web created");
        assertThat(kubectl.run("-n", "one", "apply", "-f", "web.yaml")).contains("deployment.apps/web unchanged");
        assertThat(kubectl.run("-n", "one", "rollout", "status", "deploy/web", "--timeout=20s"))
                .contains("successfully rolled out");
        assertThat(kubectl.run("-n", "one", "get", "deploy,pods")).contains("1/1", "Running");
        kubectl.run("-n", "one", "wait", "--for=condition=Available", "deploy/web", "--timeout=20s");
        kubectl.run("-n", "one", "scale", "deploy/web", "--replicas=2");
        kubectl.run("-n", "one", "rollout", "status", "deploy/web", "--timeout=20s");
        assertThat(kubectl.run("-n", "one", "get", "pods", "-o", "name").lines())
                .hasSize(2);
        kubectl.run("-n", "one", "set", "image", "deploy/web", "c=nginx:1.28");
        kubectl.run("-n", "one", "rollout", "status", "deploy/web", "--timeout=20s");
        assertThat(kubectl.run("-n", "one", "describe", "deploy", "web")).contains("nginx:1.28");
        kubectl.run("delete", "namespace", "one", "--timeout=20s");
        assertThat(kubectl.fail("get", "namespace", "one")).contains("namespaces \"one\" not found");
    }

    @Test
    void explainsBuiltInKinds() {
        assertThat(kubectl.run("explain", "deployment.spec.template.spec.containers"))
                .contains("KIND:       Deployment", "<[]Container>", "imagePullPolicy", "<ResourceRequirements>");
        assertThat(kubectl.run("explain", "pods", "--recursive")).contains("tolerationSeconds");
    }

    @Test
    void serverSideApplyNamesConflicts() {
        kubectl.run("create", "namespace", "two");
        kubectl.run("-n", "two", "apply", "--server-side", "--field-manager=one", "-f", "web.yaml");
        String changed = WEB.replace("replicas: 1", "replicas: 3");
        kubectl.write("changed.yaml", changed);
        assertThat(kubectl.fail("-n", "two", "apply", "--server-side", "--field-manager=two", "-f", "changed.yaml"))
                .contains("conflict with \"one\": .spec.replicas");
        kubectl.run(
                "-n",
                "two",
                "apply",
                "--server-side",
                "--field-manager=two",
                "--force-conflicts",
                "-f",
                "changed.yaml");
        assertThat(kubectl.run("-n", "two", "get", "deploy", "web", "-o", "jsonpath={.spec.replicas}"))
                .isEqualTo("3");
    }

    @Test
    void reachesPods() throws Exception {
        kubectl.run("create", "namespace", "three");
        kubectl.run("-n", "three", "apply", "-f", "web.yaml");
        kubectl.run("-n", "three", "rollout", "status", "deploy/web", "--timeout=20s");
        assertThat(kubectl.run("-n", "three", "logs", "deploy/web", "--tail=1")).isNotBlank();
        assertThat(kubectl.run("-n", "three", "exec", "deploy/web", "--", "echo", "hi"))
                .isEqualTo("hi\n");
        assertThat(kubectl.fail("-n", "three", "exec", "deploy/web", "--", "sh", "-c", "exit 3"))
                .contains("exit code 3");
        try (Kubectl.PortForward forward = kubectl.portForward("three", "deploy/web", 80)) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + forward.port() + "/"))
                    .build();
            HttpResponse<String> response = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
        }
        kubectl.run("-n", "three", "top", "pods");
    }

    @Test
    void asksWhatIsAllowedAndServed() {
        assertThat(kubectl.run("auth", "can-i", "create", "pods")).startsWith("yes");
        assertThat(kubectl.fail("auth", "can-i", "create", "pods", "--as=system:serviceaccount:default:default"))
                .startsWith("no");
        assertThat(kubectl.run("api-resources")).contains("deployments", "routes", "buildconfigs", "servicemonitors");
        assertThat(kubectl.run("version")).contains("v1.32");
        assertThat(kubectl.run("create", "token", "default")).contains(".");
    }
}
