package io.slipway.sandbox.api.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The columns of pods and of what makes pods. */
final class WorkloadColumns {

    static final Map<String, List<Column>> BY_RESOURCE = Map.ofEntries(
            Map.entry(
                    "pods",
                    List.of(
                            Column.text("Ready", PodCells::ready),
                            Column.text("Status", PodCells::status),
                            Column.text("Restarts", PodCells::restarts),
                            Column.text("Age", Cells::age),
                            Column.wide(
                                    "IP",
                                    pod -> Cells.orNone(pod.at("/status/podIP").asText(""))),
                            Column.wide(
                                    "Node",
                                    pod -> Cells.orNone(pod.at("/spec/nodeName").asText(""))))),
            Map.entry(
                    "deployments.apps",
                    List.of(
                            Column.text("Ready", WorkloadColumns::readyOfWanted),
                            Column.number("Up-to-date", "/status/updatedReplicas"),
                            Column.number("Available", "/status/availableReplicas"),
                            Column.text("Age", Cells::age),
                            Column.wide("Containers", WorkloadColumns::containers),
                            Column.wide("Images", WorkloadColumns::images),
                            Column.wide("Selector", object -> Cells.map(object.at("/spec/selector/matchLabels"))))),
            Map.entry(
                    "replicasets.apps",
                    List.of(
                            Column.number("Desired", "/spec/replicas"),
                            Column.number("Current", "/status/replicas"),
                            Column.number("Ready", "/status/readyReplicas"),
                            Column.text("Age", Cells::age))),
            Map.entry(
                    "statefulsets.apps",
                    List.of(Column.text("Ready", WorkloadColumns::readyOfWanted), Column.text("Age", Cells::age))),
            Map.entry(
                    "daemonsets.apps",
                    List.of(
                            Column.number("Desired", "/status/desiredNumberScheduled"),
                            Column.number("Current", "/status/currentNumberScheduled"),
                            Column.number("Ready", "/status/numberReady"),
                            Column.number("Up-to-date", "/status/updatedNumberScheduled"),
                            Column.number("Available", "/status/numberAvailable"),
                            Column.text("Node Selector", set -> Cells.map(set.at("/spec/template/spec/nodeSelector"))),
                            Column.text("Age", Cells::age))),
            Map.entry(
                    "jobs.batch",
                    List.of(
                            Column.text("Status", WorkloadColumns::jobStatus),
                            Column.text("Completions", WorkloadColumns::completions),
                            Column.text("Duration", WorkloadColumns::duration),
                            Column.text("Age", Cells::age))),
            Map.entry(
                    "cronjobs.batch",
                    List.of(
                            Column.at("Schedule", "/spec/schedule"),
                            Column.text("Suspend", job -> capital(job.at("/spec/suspend"))),
                            Column.text(
                                    "Active",
                                    job -> Integer.toString(
                                            job.at("/status/active").size())),
                            Column.text("Last Schedule", WorkloadColumns::lastSchedule),
                            Column.text("Age", Cells::age))));

    private WorkloadColumns() {}

    private static String readyOfWanted(JsonNode object) {
        return object.at("/status/readyReplicas").asInt() + "/"
                + object.at("/spec/replicas").asInt();
    }

    private static String containers(JsonNode object) {
        return Cells.joined(object.at("/spec/template/spec/containers"), "name");
    }

    private static String images(JsonNode object) {
        return Cells.joined(object.at("/spec/template/spec/containers"), "image");
    }

    private static String jobStatus(JsonNode job) {
        if (Cells.condition(job, "Complete")) {
            return "Complete";
        }
        if (Cells.condition(job, "Failed")) {
            return "Failed";
        }
        return Cells.condition(job, "Suspended") ? "Suspended" : "Running";
    }

    private static String completions(JsonNode job) {
        return job.at("/status/succeeded").asInt() + "/"
                + job.at("/spec/completions").asInt(1);
    }

    private static String duration(JsonNode job) {
        JsonNode start = job.at("/status/startTime");
        if (!start.isTextual()) {
            return "";
        }
        JsonNode end = job.at("/status/completionTime");
        Instant until = end.isTextual() ? Instant.parse(end.asText()) : Instant.now();
        return Cells.duration(Duration.between(Instant.parse(start.asText()), until));
    }

    private static String lastSchedule(JsonNode job) {
        JsonNode last = job.at("/status/lastScheduleTime");
        return last.isTextual() ? Cells.ago(last) : Cells.NONE;
    }

    private static String capital(JsonNode flag) {
        return flag.asBoolean() ? "True" : "False";
    }
}
