package io.slipway.cli.rollouts;

import io.slipway.activities.cluster.owner.ApplyOrder;
import io.slipway.activities.store.BlobStore;
import io.slipway.model.journal.Change;
import io.slipway.model.journal.Doings;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.StepDetail;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.json.Json;
import io.slipway.model.plan.PlannedStep;
import io.slipway.model.reference.Verbs;
import io.slipway.workflows.contract.UndoOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What an undo would take back of one step, as far as the journal tells. */
final class ToUndo {
    private final BlobStore blobs;
    private final List<JournalEvent> events;

    ToUndo(BlobStore blobs, List<JournalEvent> events) {
        this.blobs = blobs;
        this.events = events;
    }

    /**
     * An object that would be touched.
     *
     * @param sign {@code -} is deleted, {@code ~} gets back what it had, {@code =} stays
     * @param change what the step did with it
     */
    record Line(String sign, Change change) {
        @Override
        public String toString() {
            return sign + " " + change.ref() + (sign.equals("=") ? "  stays: it holds data" : "");
        }
    }

    /** The objects of the step; empty when there is nothing of it to undo. */
    Optional<List<Line>> of(StepRecord record, PlannedStep step) {
        List<Line> lines = lines(record, step);
        boolean some = UndoOrder.ownVerb(step).isPresent()
                || (canUndo(step) && (!lines.isEmpty() || mayHaveMore(record, step)));
        return some ? Optional.of(lines) : Optional.empty();
    }

    private static boolean canUndo(PlannedStep step) {
        return Verbs.find(step.verb()).filter(Verbs.VerbDoc::undo).isPresent();
    }

    /** Whether it may have done what is in no change: a try that was cut off, a revision, a branch. */
    private boolean mayHaveMore(StepRecord record, PlannedStep step) {
        boolean cutOff = Doings.of(events, record.step())
                .filter(doings -> !doings.lost().isEmpty())
                .isPresent();
        return cutOff
                || record.result().isEmpty()
                || (step.verb().equals("helm")
                        && !step.action().path("uninstall").asBoolean())
                || (step.verb().equals("lakefs") && step.action().hasNonNull("create"));
    }

    /** One for each object; the first thing that was done with it decides. */
    private List<Line> lines(StepRecord record, PlannedStep step) {
        boolean all = step.undo()
                .filter(undo -> undo.path("mode").asText().equalsIgnoreCase("delete"))
                .isPresent();
        Map<String, Line> lines = new LinkedHashMap<>();
        changes(record, step).forEach(change -> {
            String object = change.namespace() + " " + change.ref();
            switch (change.kind()) {
                case CREATED -> lines.putIfAbsent(object, deleted(change, step));
                case CONFIGURED -> lines.putIfAbsent(object, all ? deleted(change, step) : new Line("~", change));
                case UNCHANGED -> {
                    if (all) {
                        lines.putIfAbsent(object, deleted(change, step));
                    }
                }
                case DELETED -> lines.remove(object); // as a job that was cleared away at its end
                case PRUNED, SKIPPED -> {}
            }
        });
        return List.copyOf(lines.values());
    }

    private static Line deleted(Change change, PlannedStep step) {
        boolean stays = ApplyOrder.holdsData(change.objectKind())
                && !step.undo()
                        .filter(undo -> undo.path("deleteData").asBoolean())
                        .isPresent();
        return new Line(stays ? "=" : "-", change);
    }

    /** A build ends by itself, what it made stays. */
    private Stream<Change> changes(StepRecord record, PlannedStep step) {
        return Doings.of(events, record.step()).map(Doings::details).orElse(List.of()).stream()
                .flatMap(hash -> blobs.text(hash).stream())
                .flatMap(text -> Json.read(text, StepDetail.class).changes().stream())
                .filter(change -> change.lasting() || !step.verb().equals("build"));
    }
}
