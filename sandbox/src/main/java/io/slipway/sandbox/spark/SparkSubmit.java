package io.slipway.sandbox.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.kube.Pods;
import io.slipway.sandbox.shell.Invocation;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.StatusException;
import io.slipway.sandbox.workloads.Access;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Services;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code spark-submit}: cluster mode creates the driver's pod and follows it; client mode runs the job here. */
final class SparkSubmit {
    private static final String WATCHER = "LoggingPodStatusWatcherImpl";

    private final Services services;
    private final Container container;

    SparkSubmit(Services services, Container container) {
        this.services = services;
        this.container = container;
    }

    int run(Invocation call) throws InterruptedException {
        SubmitArgs args = SubmitArgs.read(call.args());
        if (args.options().containsKey("--version")) {
            call.err().line("Welcome to Spark version 3.5.7 (simulated)");
            return 0;
        }
        if (args.operands().isEmpty()) {
            call.err().line("Error: Missing application resource.");
            return 1;
        }
        Map<String, String> given = new TreeMap<>(
                Map.of("spark.app.name", args.option("--class", args.operands().get(0))));
        SparkConf conf =
                new SparkConf(given).with(SparkConf.of(container).values()).with(args.properties());
        services.clock().sleep(Duration.ofSeconds(3));
        boolean cluster = conf.get("spark.submit.deployMode", "client").equals("cluster");
        return cluster ? cluster(call, args, conf) : client(call, args);
    }

    private static int client(Invocation call, SubmitArgs args) {
        if (args.option("--class", args.operands().get(0)).contains("Pi")
                || args.operands().get(0).endsWith("pi.py")) {
            call.out().line("Pi is roughly " + Pi.estimate(slices(args.operands())));
            return 0;
        }
        call.err()
                .line(
                        "Exception in thread \"main\" org.apache.spark.SparkException: only SparkPi is simulated in client mode");
        return 1;
    }

    static int slices(List<String> operands) {
        String last = operands.get(operands.size() - 1);
        return last.matches("\\d{1,7}") ? Integer.parseInt(last) : 2;
    }

    private int cluster(Invocation call, SubmitArgs args, SparkConf conf) throws InterruptedException {
        if (!conf.get("spark.master", "").startsWith("k8s://")) {
            call.err()
                    .line(
                            "Exception in thread \"main\" org.apache.spark.SparkException: Cluster deploy mode is currently not supported for this master.");
            return 1;
        }
        String namespace = conf.get("spark.kubernetes.namespace", "default");
        DriverObjects driver = new DriverObjects(services.store(), conf, namespace);
        Optional<String> forbidden = new Access(services.store()).refusal(container, "create", "pods");
        if (forbidden.isPresent()) {
            return refused(call, namespace, forbidden.get());
        }
        try {
            driver.create(driverArgs(args), template(call, conf), folder());
        } catch (StatusException refusal) {
            return refused(call, namespace, refusal.getMessage());
        } catch (IllegalArgumentException badTemplate) {
            call.err()
                    .line("Exception in thread \"main\" org.apache.spark.SparkException: " + badTemplate.getMessage());
            return 1;
        }
        String submission = namespace + ":" + driver.podName();
        call.err()
                .line(SparkLog.info(
                        "Client",
                        "Deployed Spark application " + conf.get("spark.app.name", "spark") + " with application ID "
                                + driver.appId() + " and submission ID " + submission + " into Kubernetes"));
        if (!conf.flag("spark.kubernetes.submission.waitAppCompletion", true)) {
            return 0;
        }
        return follow(call, namespace, driver);
    }

    private static int refused(Invocation call, String namespace, String message) {
        call.err()
                .line(
                        "Exception in thread \"main\" io.fabric8.kubernetes.client.KubernetesClientException: Failure executing: POST at: https://kubernetes.default.svc/api/v1/namespaces/"
                                + namespace + "/pods. Message: " + message + ".");
        return 1;
    }

    private static List<String> driverArgs(SubmitArgs args) {
        List<String> words =
                new ArrayList<>(List.of("driver", "--properties-file", "/opt/spark/conf/spark.properties"));
        if (args.options().containsKey("--class")) {
            words.addAll(List.of("--class", args.option("--class", "")));
        }
        words.addAll(args.operands());
        return words;
    }

    private static String template(Invocation call, SparkConf conf) {
        String path = conf.get("spark.kubernetes.driver.podTemplateFile", "");
        return path.isEmpty()
                ? ""
                : call.host()
                        .read(path)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "Could not load pod from template file: " + path + " does not exist"));
    }

    private Map<String, String> folder() {
        Map<String, String> files = new TreeMap<>();
        String folder = container.env().getOrDefault("SPARK_CONF_DIR", "/opt/spark/conf") + "/";
        container.files().forEach((path, text) -> {
            String name = path.startsWith(folder) ? path.substring(folder.length()) : "";
            if (!name.isEmpty() && !name.contains("/") && !name.equals("spark-defaults.conf")) {
                files.put(name, text);
            }
        });
        return files;
    }

    private int follow(Invocation call, String namespace, DriverObjects driver) throws InterruptedException {
        String phase = "";
        while (true) {
            Optional<ObjectNode> pod = services.store().view(Kinds.POD, namespace, driver.podName());
            if (pod.isEmpty()) {
                call.err()
                        .line(SparkLog.info(
                                WATCHER, "Application with application ID " + driver.appId() + " was deleted"));
                return 0;
            }
            String now = Pods.phase(pod.get());
            if (!now.equals(phase)) {
                phase = now;
                call.err()
                        .line(SparkLog.info(
                                WATCHER, "Application status for " + driver.appId() + " (phase: " + phase + ")"));
            }
            if (Pods.finished(pod.get())) {
                ended(call, namespace, pod.get(), driver);
                return 0;
            }
            services.clock().sleep(Duration.ofSeconds(1));
        }
    }

    /** The real launcher, too, only reports the driver's exit code: its own stays 0. */
    private static void ended(Invocation call, String namespace, ObjectNode pod, DriverObjects driver) {
        JsonNode state =
                Pods.containerStatus(pod, DriverObjects.CONTAINER).path("state").path("terminated");
        call.err()
                .line(SparkLog.info(
                        WATCHER,
                        "Container final statuses:\n\n\n\t container name: " + DriverObjects.CONTAINER
                                + "\n\t container image: "
                                + PodTemplates.container(pod).path("image").asText()
                                + "\n\t container state: terminated\n\t exit code: "
                                + state.path("exitCode").asInt() + "\n\t termination reason: "
                                + state.path("reason").asText()));
        call.err()
                .line(SparkLog.info(
                        WATCHER,
                        "Application with application ID " + driver.appId() + " and submission ID " + namespace + ":"
                                + Meta.name(pod) + " finished"));
    }
}
