package io.slipway.verbs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.model.journal.Decision;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.StepDetail;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.json.Json;
import io.slipway.worker.engine.RolloutHandle;
import io.slipway.workflows.contract.DecisionRequest;
import io.slipway.workflows.contract.RolloutInput;
import io.slipway.workflows.contract.UndoRequest;
import io.temporal.client.WorkflowException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.awaitility.Awaitility;

/** Carries a row out and tells what came of it, a line each. */
final class VerbStory {
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private final VerbBed bed;
    private final VerbRow row;
    private final String namespace;
    private final List<String> lines = new ArrayList<>();

    private VerbStory(VerbBed bed, VerbRow row, String namespace) {
        this.bed = bed;
        this.row = row;
        this.namespace = namespace;
    }

    static List<String> of(VerbBed bed, VerbRow row) throws InterruptedException {
        VerbStory story = new VerbStory(bed, row, bed.namespace(row.name()));
        String last = "";
        for (JsonNode params : row.runs()) {
            last = story.run(params);
        }
        if (row.undo()) {
            story.undo(last);
        }
        return new VerbMask(story.namespace).masked(story.lines);
    }

    private String run(JsonNode params) throws InterruptedException {
        lines.add("RUN" + (params.isEmpty() ? "" : " " + params));
        RolloutHandle rollout = bed.engine().start(input(params));
        if (!row.approve().isEmpty()) {
            approve(rollout);
        }
        tell(rollout);
        return rollout.id();
    }

    private void undo(String rollout) throws InterruptedException {
        lines.add("UNDO");
        RolloutHandle undoing = bed.engine().undo(rollout, new UndoRequest("", "ada", ""));
        Journal journal = ended(undoing);
        journal.steps().values().forEach(step -> lines.add(state(step)));
        look();
    }

    private RolloutInput input(JsonNode params) {
        ObjectNode typed = Json.mapper().createObjectNode();
        typed.put("pipeline", row.name()).put("target", namespace).put("by", "ada");
        typed.set("params", params);
        if (bed.real() && row.profiled()) {
            typed.put("profile", "testbed");
        }
        List<String> problems = new ArrayList<>();
        RolloutInput input = RolloutInput.read(typed, problems);
        if (!problems.isEmpty()) {
            throw new AssertionError(problems);
        }
        return input;
    }

    private void approve(RolloutHandle rollout) {
        Awaitility.await(row.approve())
                .atMost(LONGEST)
                .ignoreExceptionsInstanceOf(WorkflowException.class)
                .until(() -> isOver(rollout) || rollout.overview().waiting().containsKey(row.approve()));
        if (isOver(rollout)) {
            return;
        }
        rollout.decide(Decision.Kind.APPROVE, new DecisionRequest(row.approve(), "ada", "go", false));
    }

    private static boolean isOver(RolloutHandle rollout) {
        return rollout.await(Duration.ofMillis(1)).isPresent();
    }

    private Journal ended(RolloutHandle rollout) {
        RolloutHandle.End end = rollout.await(LONGEST)
                .orElseThrow(() -> new AssertionError("no end: " + rollout.overview() + " " + rollout.progress()));
        Journal journal = rollout.journal();
        if (!journal.status().closed()) {
            throw new AssertionError(end.message());
        }
        lines.add("rollout " + journal.status().word() + ": " + end.message());
        return journal;
    }

    private void tell(RolloutHandle rollout) throws InterruptedException {
        Journal journal = ended(rollout);
        journal.steps().values().forEach(this::step);
        journal.outputs().forEach((name, value) -> lines.add("output " + name + " = " + value));
        look();
    }

    private void look() throws InterruptedException {
        for (Map.Entry<String, List<String>> look : row.look().entrySet()) {
            look(look.getKey(), look.getValue());
        }
    }

    private void step(StepRecord step) {
        lines.add(state(step));
        step.outputs().forEach((name, value) -> lines.add("  " + name + " = " + value));
        step.result().ifPresent(result -> {
            if (result.ok()) {
                lines.add("  says: " + result.summary());
            }
            result.warnings().forEach(warning -> lines.add("  warns: " + warning));
            result.detail()
                    .flatMap(hash -> bed.engine().blobs().text(hash))
                    .map(text -> Json.read(text, StepDetail.class))
                    .ifPresent(this::detail);
            result.failure().ifPresent(failure -> {
                lines.add("  fails at " + failure.object() + ": " + failure.message());
                lines.add("    cause: " + failure.cause());
                lines.add("    fix: " + failure.fix());
                failure.findings()
                        .forEach(found ->
                                lines.add("    rule " + found.rule() + " at " + found.object() + ": " + found.cause()));
            });
        });
    }

    private static String state(StepRecord step) {
        String reason = step.reason().isEmpty() ? "" : ", " + step.reason();
        return step.verb() + " " + step.step() + ": " + step.status() + reason;
    }

    private void detail(StepDetail detail) {
        detail.changes()
                .forEach(change -> lines.add("  " + change.kind() + " " + change.ref()
                        + (change.fields().isEmpty() ? "" : " " + change.fields())));
        detail.checks()
                .forEach(check -> lines.add("  check " + check.name() + ": "
                        + (check.passed() ? "passed" : "failed, expected " + check.expected()) + ", saw "
                        + check.seen() + (check.cause().isEmpty() ? "" : ", cause: " + check.cause())));
    }

    /** The same text whatever the order of its fields. */
    private static String sorted(JsonNode value) {
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(sorted(item)));
            return items.toString();
        }
        if (!value.isObject()) {
            return value.toString();
        }
        Map<String, String> fields = new TreeMap<>();
        value.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
        return fields.toString();
    }

    private void look(String name, List<String> fields) throws InterruptedException {
        int slash = name.indexOf('/');
        ApiKind kind = bed.cluster().kinds().called(name.substring(0, slash));
        Optional<JsonNode> object = bed.cluster().api().get(kind, namespace, name.substring(slash + 1));
        if (object.isEmpty()) {
            lines.add(name + " not found");
        }
        object.ifPresent(there -> fields.forEach(field -> lines.add(name + field + " = " + sorted(there.at(field)))));
    }
}
