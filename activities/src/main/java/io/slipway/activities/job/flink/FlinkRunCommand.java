package io.slipway.activities.job.flink;

import io.slipway.model.action.JobForm;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The {@code flink run} of a step: detached, under a job id of ours, which Flink refuses to take twice.
 *
 * @param form as written
 * @param jobId the id
 */
record FlinkRunCommand(JobForm.FlinkRun form, String jobId) {
    List<String> argv() {
        List<String> argv = new ArrayList<>(List.of("flink", "run", "-d", "-D$internal.pipeline.job-id=" + jobId));
        new TreeMap<>(form.conf()).forEach((name, value) -> argv.add("-D" + name + "=" + value));
        form.parallelism().ifPresent(number -> argv.addAll(List.of("-p", String.valueOf(number))));
        form.mainClass().ifPresent(name -> argv.addAll(List.of("-c", name)));
        argv.add(form.jar());
        argv.addAll(form.args());
        return List.copyOf(argv);
    }
}
