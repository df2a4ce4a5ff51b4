package io.slipway.sandbox.api.defaults;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The defaults of what makes pods. */
final class WorkloadDefaults {

    private static final int REVISIONS = 10;
    private static final int PROGRESS_SECONDS = 600;
    private static final int BACKOFF = 6;
    private static final int KEPT_JOBS = 3;
    private static final String QUARTER = "25%";

    private WorkloadDefaults() {}

    static void deployment(ObjectNode object) {
        ObjectNode spec = replicated(object);
        Put.number(spec, "revisionHistoryLimit", REVISIONS);
        Put.number(spec, "progressDeadlineSeconds", PROGRESS_SECONDS);
        ObjectNode strategy = Put.object(spec, "strategy");
        Put.text(strategy, "type", "RollingUpdate");
        if (strategy.path("type").asText().equals("RollingUpdate")) {
            ObjectNode rolling = Put.object(strategy, "rollingUpdate");
            Put.text(rolling, "maxSurge", QUARTER);
            Put.text(rolling, "maxUnavailable", QUARTER);
        }
    }

    static ObjectNode replicated(ObjectNode object) {
        ObjectNode spec = template(object);
        Put.number(spec, "replicas", 1);
        return spec;
    }

    static void statefulSet(ObjectNode object) {
        ObjectNode spec = replicated(object);
        Put.number(spec, "revisionHistoryLimit", REVISIONS);
        Put.text(spec, "podManagementPolicy", "OrderedReady");
        Put.text(spec, "serviceName", "");
        ObjectNode strategy = Put.object(spec, "updateStrategy");
        Put.text(strategy, "type", "RollingUpdate");
        if (strategy.path("type").asText().equals("RollingUpdate")) {
            Put.number(Put.object(strategy, "rollingUpdate"), "partition", 0);
        }
        ObjectNode retention = Put.object(spec, "persistentVolumeClaimRetentionPolicy");
        Put.text(retention, "whenDeleted", "Retain");
        Put.text(retention, "whenScaled", "Retain");
        spec.path("volumeClaimTemplates").forEach(claim -> {
            if (claim instanceof ObjectNode template) {
                Put.text(template, "apiVersion", "v1");
                Put.text(template, "kind", "PersistentVolumeClaim");
                Put.text(Put.object(template, "spec"), "volumeMode", "Filesystem");
                Put.text(Put.object(template, "status"), "phase", "Pending");
            }
        });
    }

    static void daemonSet(ObjectNode object) {
        ObjectNode spec = template(object);
        Put.number(spec, "revisionHistoryLimit", REVISIONS);
        ObjectNode strategy = Put.object(spec, "updateStrategy");
        Put.text(strategy, "type", "RollingUpdate");
        if (strategy.path("type").asText().equals("RollingUpdate")) {
            ObjectNode rolling = Put.object(strategy, "rollingUpdate");
            Put.number(rolling, "maxSurge", 0);
            Put.number(rolling, "maxUnavailable", 1);
        }
    }

    static void job(ObjectNode object) {
        jobSpec(object);
        Put.flag(Put.object(object, "spec"), "suspend", false);
    }

    static void cronJob(ObjectNode object) {
        ObjectNode spec = Put.object(object, "spec");
        Put.text(spec, "concurrencyPolicy", "Allow");
        Put.flag(spec, "suspend", false);
        Put.number(spec, "successfulJobsHistoryLimit", KEPT_JOBS);
        Put.number(spec, "failedJobsHistoryLimit", 1);
        ObjectNode template = Put.object(spec, "jobTemplate");
        template(template);
    }

    private static void jobSpec(ObjectNode object) {
        ObjectNode spec = template(object);
        boolean counted = spec.has("completions") || spec.has("parallelism");
        if (!counted) {
            spec.put("completions", 1);
        }
        Put.number(spec, "parallelism", 1);
        Put.number(spec, "backoffLimit", BACKOFF);
        Put.text(spec, "completionMode", "NonIndexed");
        Put.text(spec, "podReplacementPolicy", "TerminatingOrFailed");
    }

    private static ObjectNode template(ObjectNode object) {
        ObjectNode spec = Put.object(object, "spec");
        if (spec.get("template") instanceof ObjectNode template && template.get("spec") instanceof ObjectNode pod) {
            PodDefaults.spec(pod);
        }
        return spec;
    }
}
