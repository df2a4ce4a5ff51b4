package io.slipway.cli.rollouts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.slipway.cli.home.Home;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.json.Json;
import io.slipway.model.plan.Plan;
import io.slipway.model.plan.PlannedStep;
import io.slipway.workflows.contract.UndoOrder;
import java.util.List;

/** What an undo would take back: the steps in their order, and the objects that each of them changed. */
final class UndoText {
    private final Home home;
    private final Plan plan;

    UndoText(Home home, Plan plan) {
        this.home = home;
        this.plan = plan;
    }

    private record Item(StepRecord record, PlannedStep step, List<ToUndo.Line> lines) {}

    /** Whether nothing would be taken back. */
    boolean isEmpty(Journal journal, String to) {
        return items(journal, to).isEmpty();
    }

    String of(Journal journal, String to) {
        List<Item> items = items(journal, to);
        if (items.isEmpty()) {
            return nothing(journal, to) + "\n";
        }
        StringBuilder text = new StringBuilder("would be reverted, in this order:\n");
        for (Item item : items) {
            text.append("  ")
                    .append(item.record().step())
                    .append("  ")
                    .append(how(item.step()))
                    .append('\n');
            item.lines().forEach(line -> text.append("      ").append(line).append('\n'));
        }
        return text.toString();
    }

    /** Why there is nothing. */
    private static String nothing(Journal journal, String to) {
        String rollout = "rollout " + journal.rollout();
        if (!to.isEmpty()) {
            return rollout + " changed nothing after step '" + to + "' that can be reverted";
        }
        return journal.status() == RolloutStatus.UNDONE
                ? rollout + " has been undone; nothing is left to revert"
                : rollout + " changed nothing that can be reverted";
    }

    JsonNode tree(Journal journal, String to) {
        ArrayNode tree = Json.mapper().createArrayNode();
        items(journal, to)
                .forEach(item -> tree.addObject()
                        .put("step", item.record().step())
                        .put("verb", item.step().verb())
                        .put("undo", how(item.step()))
                        .set(
                                "changes",
                                Json.tree(item.lines().stream()
                                        .map(ToUndo.Line::change)
                                        .toList())));
        return tree;
    }

    private List<Item> items(Journal journal, String to) {
        ToUndo undo = new ToUndo(home.blobs(), home.journals().events(journal.rollout()));
        return UndoOrder.of(journal, to).stream()
                .flatMap(record -> UndoOrder.step(record, plan.steps()).stream()
                        .flatMap(step -> undo.of(record, step).map(lines -> new Item(record, step, lines)).stream()))
                .toList();
    }

    private static String how(PlannedStep step) {
        return UndoOrder.ownVerb(step)
                .map(verb -> "by its own undo: " + verb)
                .orElse(step.verb() + ", "
                        + step.undo()
                                .map(undo -> undo.path("mode").asText("restore"))
                                .orElse("restore"));
    }
}
