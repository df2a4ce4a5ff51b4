package io.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.kube.Pods;
import io.slipway.sandbox.store.Meta;
import java.util.List;
import java.util.function.Predicate;

/** How the pods of a Job fare. */
record JobCounts(int completions, int parallelism, int active, int ready, int succeeded, int failed) {
    static JobCounts of(ObjectNode job, List<ObjectNode> pods) {
        int parallelism = job.path("spec").path("parallelism").asInt(1);
        int completions = job.path("spec").path("completions").asInt(1);
        return new JobCounts(
                completions,
                parallelism,
                count(pods, Pods::active),
                count(pods, pod -> Pods.active(pod) && Pods.ready(pod)),
                count(pods, pod -> Pods.phase(pod).equals("Succeeded")),
                count(pods, pod -> Pods.phase(pod).equals("Failed") || (Meta.deleting(pod) && !Pods.finished(pod))));
    }

    private static int count(List<ObjectNode> pods, Predicate<ObjectNode> which) {
        return (int) pods.stream().filter(which).count();
    }

    JobCounts withoutActive() {
        return new JobCounts(completions, parallelism, 0, 0, succeeded, failed);
    }

    void write(ObjectNode status) {
        put(status, "active", active);
        put(status, "succeeded", succeeded);
        put(status, "failed", failed);
        status.put("ready", ready).put("terminating", 0);
        status.putObject("uncountedTerminatedPods");
    }

    private static void put(ObjectNode status, String field, int value) {
        if (value == 0) {
            status.remove(field);
        } else {
            status.put(field, value);
        }
    }
}
