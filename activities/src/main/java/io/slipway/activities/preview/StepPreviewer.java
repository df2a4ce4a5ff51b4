package io.slipway.activities.preview;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.secrets.ValueMasker;
import io.slipway.activities.step.PreviewContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Action;
import io.slipway.model.pipeline.Undo;
import io.slipway.model.plan.PlannedStep;
import io.slipway.model.spec.BindException;
import io.slipway.model.spec.Binder;
import io.slipway.model.spec.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Looks at one step, or one element of its loop. */
final class StepPreviewer {
    private final Clusters clusters;
    private final PreviewScope scope;
    private final Needs needs;
    private final boolean dryRuns;
    private final Function<String, String> environment;
    private final ValueMasker masker = new ValueMasker();

    /**
     * A previewer.
     *
     * @param needs told of what the steps need
     * @param dryRuns whether the API server is asked what would become of objects; else only needs are collected
     */
    StepPreviewer(
            Clusters clusters, PreviewScope scope, Needs needs, boolean dryRuns, Function<String, String> environment) {
        this.clusters = clusters;
        this.scope = scope;
        this.needs = needs;
        this.dryRuns = dryRuns;
        this.environment = environment;
    }

    /**
     * What a step would do.
     *
     * @param wanted told of the objects that the step wants; not when they cannot be known
     */
    StepPreview of(PlannedStep step, String name, Optional<JsonNode> each, Condition condition, Wanted wanted)
            throws InterruptedException {
        if (condition.runs() == StepPreview.Runs.NO) {
            wanted.unknown(step.name());
            return preview(step, name, condition, List.of(), List.of(), List.of(), "");
        }
        Map<String, JsonNode> names = scope.names(step, each);
        LateValues values = new LateValues(names);
        List<ObjectPreview> objects = new ArrayList<>();
        List<String> checks = List.of();
        String problem = "";
        try {
            JsonNode block = values.resolve(step.action());
            Action action =
                    (Action) Binder.read(Shapes.union(Action.class).types().get(step.verb()), block);
            checks = StepForesight.checks(action);
            StepForesight foresight =
                    new StepForesight(clusters, context(step, name, block, names, values), values, needs, dryRuns);
            objects.addAll(foresight.objects(action));
            wanted.objects(step.name(), foresight.desired());
            rights(step, context(step, name, block, names, values));
        } catch (BindException e) {
            wanted.unknown(step.name());
            problem = values.unknown().isEmpty() ? String.valueOf(e.getMessage()) : "";
        } catch (StepFailure e) {
            wanted.unknown(step.name());
            problem = e.failure().message()
                    + (e.failure().cause().isEmpty() ? "" : ": " + e.failure().cause());
        } catch (ApiException e) {
            wanted.unknown(step.name());
            problem = String.valueOf(e.getMessage());
        }
        return preview(step, name, condition, masked(objects), checks, values.unknown(), masker.mask(problem));
    }

    private void rights(PlannedStep step, PreviewContext context) throws InterruptedException {
        if (needs.asksRights()) {
            secrets(step, context);
            if (step.undo().isPresent()) {
                undo(step, context);
            }
        }
    }

    /** Secrets of the cluster that the step's block or manifests name. */
    private void secrets(PlannedStep step, PreviewContext context) {
        context.task().secrets().forEach((name, source) -> {
            String reference = "secrets." + name;
            boolean named = step.action().toString().contains(reference)
                    || step.files().keySet().stream()
                            .flatMap(path -> scope.file(step, path).stream())
                            .anyMatch(text -> text.contains(reference));
            if (named && source.hasNonNull("kubernetes")) {
                needs.rights().need(step.name(), Calls.on(Cluster.SECRETS, context.namespace(), "get"));
            }
        });
    }

    /** What takes the step back may be a verb that needs rights of its own; what it reads of the step is not known yet. */
    private void undo(PlannedStep step, PreviewContext context) throws InterruptedException {
        try {
            JsonNode block =
                    new LateValues(context.task().scope()).resolve(step.undo().orElseThrow());
            Undo undo = Binder.read(Undo.class, block);
            if (undo.action().isPresent()) {
                needs.undo(undo.action().get(), context);
            }
        } catch (BindException notYetKnown) {
            return;
        }
    }

    private PreviewContext context(
            PlannedStep step, String name, JsonNode block, Map<String, JsonNode> names, LateValues values) {
        return new PreviewContext(
                scope.task(step, name, block, names),
                scope.target(),
                path -> scope.file(step, path),
                values::resolve,
                masker,
                environment);
    }

    private List<ObjectPreview> masked(List<ObjectPreview> objects) {
        return objects.stream()
                .map(each -> new ObjectPreview(
                        each.object(),
                        each.namespace(),
                        each.effect(),
                        masker.mask(each.diff()),
                        masker.mask(each.problem()),
                        each.state(),
                        each.warnings()))
                .toList();
    }

    private static StepPreview preview(
            PlannedStep step,
            String name,
            Condition condition,
            List<ObjectPreview> objects,
            List<String> checks,
            List<String> unknown,
            String problem) {
        return new StepPreview(
                name,
                step.stage(),
                step.verb(),
                condition.runs(),
                condition.source(),
                objects,
                checks,
                unknown,
                problem);
    }
}
