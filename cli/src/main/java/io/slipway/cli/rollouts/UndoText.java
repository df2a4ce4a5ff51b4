package io.slipway.cli.rollouts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.slipway.cli.home.Home;
import io.slipway.model.journal.Change;
import io.slipway.model.journal.Doings;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.StepDetail;
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

    private record Item(StepRecord record, PlannedStep step, List<Change> changes) {}

    String of(Journal journal, String to) {
        List<Item> items = items(journal, to);
        if (items.isEmpty()) {
            return "nothing to revert\n";
        }
        StringBuilder text = new StringBuilder("would be reverted, in this order:\n");
        for (Item item : items) {
            text.append("  ")
                    .append(item.record().step())
                    .append("  ")
                    .append(how(item.step()))
                    .append('\n');
            item.changes().stream()
                    .map(change -> (change.kind() == Change.Kind.CREATED ? "- " : "~ ") + change.ref())
                    .distinct() // each try has its own
                    .forEach(change -> text.append("      ").append(change).append('\n'));
        }
        return text.toString();
    }

    JsonNode tree(Journal journal, String to) {
        ArrayNode tree = Json.mapper().createArrayNode();
        items(journal, to)
                .forEach(item -> tree.addObject()
                        .put("step", item.record().step())
                        .put("verb", item.step().verb())
                        .put("undo", how(item.step()))
                        .set("changes", Json.tree(item.changes())));
        return tree;
    }

    private List<Item> items(Journal journal, String to) {
        List<JournalEvent> events = home.journals().events(journal.rollout());
        return UndoOrder.of(journal, to).stream()
                .flatMap(record -> UndoOrder.step(record, plan.steps()).stream()
                        .map(step -> new Item(record, step, changes(record, events))))
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

    private List<Change> changes(StepRecord record, List<JournalEvent> events) {
        return Doings.of(events, record.step()).map(Doings::details).orElse(List.of()).stream()
                .flatMap(hash -> home.blobs().text(hash).stream())
                .flatMap(text -> Json.read(text, StepDetail.class).changes().stream())
                .filter(change -> change.kind() == Change.Kind.CREATED || change.kind() == Change.Kind.CONFIGURED)
                .distinct()
                .toList();
    }
}
