package io.slipway.activities.job.spark;

import io.slipway.activities.cluster.owner.Owner;
import io.slipway.model.action.JobForm;
import io.slipway.workflows.contract.StepTask;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code spark-submit} of a step: in cluster mode, not waiting for the end, the driver pod named after the key and
 * all pods labelled with it.
 *
 * @param form as written
 * @param task the try
 * @param namespace namespace of the step
 * @see <a href="https://spark.apache.org/docs/3.5.7/running-on-kubernetes.html#configuration">Spark on Kubernetes</a>
 */
record SparkSubmitCommand(JobForm.SparkSubmit form, StepTask task, String namespace) {
    private static final String MASTER = "spark.master";
    private static final String NAMESPACE = "spark.kubernetes.namespace";
    private static final String IN_CLUSTER = "k8s://https://kubernetes.default.svc:443";

    /** Name of the driver pod. */
    String driver() {
        return task.objectName() + "-driver";
    }

    /** Namespace of the driver pod. */
    String driverNamespace() {
        return form.conf().getOrDefault(NAMESPACE, namespace);
    }

    List<String> argv() {
        List<String> argv = new ArrayList<>(List.of(
                "spark-submit",
                "--master",
                form.conf().getOrDefault(MASTER, IN_CLUSTER),
                "--deploy-mode",
                "cluster",
                "--name",
                form.name().orElse(task.step())));
        Optional<String> mainClass = form.mainClass();
        mainClass.ifPresent(name -> argv.addAll(List.of("--class", name)));
        conf().forEach((name, value) -> argv.addAll(List.of("--conf", name + "=" + value)));
        argv.add(form.main());
        argv.addAll(form.args());
        return List.copyOf(argv);
    }

    /** What the pipeline says, then what makes the application ours. */
    private Map<String, String> conf() {
        Map<String, String> conf = new LinkedHashMap<>();
        conf.put(NAMESPACE, namespace);
        conf.putAll(form.conf());
        conf.remove(MASTER);
        conf.put("spark.kubernetes.driver.pod.name", driver());
        conf.put("spark.kubernetes.driver.label." + Owner.KEY, task.shortKey());
        conf.put("spark.kubernetes.executor.label." + Owner.KEY, task.shortKey());
        conf.put("spark.kubernetes.submission.waitAppCompletion", "false");
        return conf;
    }
}
