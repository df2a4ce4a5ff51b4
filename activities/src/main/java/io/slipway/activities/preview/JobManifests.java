package io.slipway.activities.preview;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.manifest.Manifest;
import io.slipway.activities.cluster.manifest.Manifests;
import io.slipway.activities.step.StepContext;
import io.slipway.model.action.JobForm;
import io.slipway.model.spec.FilePath;
import java.util.List;
import java.util.Optional;

/** The objects that jobs are made of. */
final class JobManifests {
    private JobManifests() {}

    /** As they are written; none when a job is started by a command or a service. */
    static List<Manifest> of(JobForm form, StepContext context) {
        return switch (form) {
            case JobForm.SparkApplication job -> read(context, job.manifest(), job.inline());
            case JobForm.FlinkDeployment job -> read(context, job.manifest(), job.inline());
            case JobForm.FlinkSessionJob job -> read(context, job.manifest(), job.inline());
            case JobForm.Job job -> read(context, job.manifest(), job.inline());
            case JobForm.SparkSubmit job -> List.of();
            case JobForm.FlinkRun job -> List.of();
            case JobForm.FlinkJar job -> List.of();
            case JobForm.ExecJob job -> List.of();
        };
    }

    private static List<Manifest> read(StepContext context, Optional<FilePath> file, Optional<JsonNode> inline) {
        return new Manifests(context, List.of())
                .read(file.stream().toList(), inline.stream().toList());
    }
}
