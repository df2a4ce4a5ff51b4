package io.slipway.sandbox.spark;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.kube.RandomNames;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What spark-submit creates: the driver's pod, its properties, its headless service. */
final class DriverObjects {
    static final String CONTAINER = "spark-kubernetes-driver";

    private final ObjectStore store;
    private final SparkConf conf;
    private final String namespace;
    private final String prefix;
    private final String appId;

    DriverObjects(ObjectStore store, SparkConf conf, String namespace) {
        this.store = store;
        this.conf = conf;
        this.namespace = namespace;
        String name =
                conf.get("spark.app.name", "spark").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
        this.prefix = name + "-" + RandomNames.hex(16);
        this.appId = "spark-" + RandomNames.hex(32);
    }

    String appId() {
        return appId;
    }

    String podName() {
        return conf.get("spark.kubernetes.driver.pod.name", prefix + "-driver");
    }

    /**
     * Creates all three.
     *
     * @param defaults the other files of the submitter's configuration folder, handed on to the driver
     * @throws io.slipway.sandbox.store.StatusException when the pod exists already or is refused
     */
    void create(List<String> args, String template, Map<String, String> defaults) {
        ObjectNode pod = store.create(Kinds.POD, pod(args, template));
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        map.putObject("metadata").put("name", prefix + "-conf-map").put("namespace", namespace);
        ObjectNode data = map.putObject("data");
        defaults.forEach(data::put);
        data.put("spark.properties", properties());
        Meta.own(map, Kinds.POD, pod);
        store.create(Kinds.CONFIG_MAP, map);
        ObjectNode service = JsonNodeFactory.instance.objectNode();
        ObjectNode meta = service.putObject("metadata");
        meta.put("name", prefix + "-driver-svc").put("namespace", namespace);
        ObjectNode labels = meta.putObject("labels");
        conf.under("spark.kubernetes.driver.service.label.").forEach(labels::put);
        labels.put("spark-app-selector", appId);
        Meta.own(service, Kinds.POD, pod);
        ObjectNode spec = service.putObject("spec").put("clusterIP", "None");
        spec.putObject("selector").put("spark-app-selector", appId).put("spark-role", "driver");
        var ports = spec.putArray("ports");
        ports.addObject().put("name", "driver-rpc-port").put("port", 7078);
        ports.addObject().put("name", "blockmanager").put("port", 7079);
        ports.addObject().put("name", "spark-ui").put("port", 4040);
        store.create(Kinds.SERVICE, service);
    }

    private String properties() {
        Map<String, String> all = new TreeMap<>(conf.values());
        all.put("spark.app.id", appId);
        all.put("spark.kubernetes.driver.pod.name", podName());
        all.put("spark.kubernetes.resource.prefix", prefix);
        return all.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n", "#Java properties built from Kubernetes config map\n", "\n"));
    }

    private ObjectNode pod(List<String> args, String template) {
        ObjectNode pod = PodTemplates.read(template);
        PodTemplates.common(pod, conf, "driver");
        ObjectNode meta = pod.withObject("/metadata").put("name", podName()).put("namespace", namespace);
        meta.withObject("/labels")
                .put("spark-role", "driver")
                .put("spark-app-selector", appId)
                .put("spark-version", "3.5.7")
                .put(
                        "spark-app-name",
                        conf.get("spark.app.name", "spark")
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("[^a-z0-9-]+", "-"));
        ObjectNode spec = pod.withObject("/spec");
        spec.put("serviceAccountName", conf.get("spark.kubernetes.authenticate.driver.serviceAccountName", "default"));
        spec.withArray("volumes")
                .addObject()
                .put("name", "spark-conf-volume-driver")
                .putObject("configMap")
                .put("name", prefix + "-conf-map");
        ObjectNode container = PodTemplates.container(pod);
        container.put("name", CONTAINER);
        args.forEach(container.putArray("args")::add);
        container
                .withArray("volumeMounts")
                .addObject()
                .put("name", "spark-conf-volume-driver")
                .put("mountPath", "/opt/spark/conf");
        PodTemplates.env(container, "SPARK_APPLICATION_ID", appId);
        PodTemplates.env(container, "SPARK_CONF_DIR", "/opt/spark/conf");
        conf.under("spark.kubernetes.driverEnv.").forEach((name, value) -> PodTemplates.env(container, name, value));
        return pod;
    }
}
