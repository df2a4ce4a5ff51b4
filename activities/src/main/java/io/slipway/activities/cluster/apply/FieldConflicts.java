package io.slipway.activities.cluster.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.journal.Failure;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fields that another manager owns, as the API server names them in a refusal. */
record FieldConflicts(List<Field> fields) {
    private static final Pattern MANAGER = Pattern.compile("conflict with \"([^\"]+)\"");

    /**
     * A field and who owns it.
     *
     * @param path such as {@code .spec.replicas}
     * @param manager its field manager
     */
    record Field(String path, String manager) {}

    static FieldConflicts in(ApiException refusal) {
        return new FieldConflicts(refusal.causes().stream()
                .filter(cause -> refusal.code() == 409 && cause.reason().equals("FieldManagerConflict"))
                .map(cause -> new Field(cause.field(), manager(cause.message())))
                .toList());
    }

    private static String manager(String message) {
        Matcher matcher = MANAGER.matcher(message);
        return matcher.find() ? matcher.group(1) : message;
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    boolean onlyOf(Owner owner) {
        return !fields.isEmpty() && fields.stream().allMatch(field -> owner.owns(field.manager()));
    }

    StepFailure failure(Desired desired) {
        Optional<String> pipeline = fields.stream()
                .map(field -> Owner.pipelineOf(field.manager()))
                .flatMap(Optional::stream)
                .findFirst();
        String owners = fields.stream()
                .map(field -> field.path() + " belongs to " + field.manager())
                .collect(Collectors.joining(", "));
        return new StepFailure(new Failure(
                "could not apply " + desired.ref().place() + " (" + desired.place() + "): " + owners,
                desired.ref().display(),
                pipeline.map(name -> "the pipeline '" + name + "' also deploys this object")
                        .orElse("another field manager owns fields that this manifest sets"),
                (pipeline.isPresent()
                                ? "deploy it from one pipeline only: remove it from the other, give it another name or"
                                        + " namespace, or set conflicts: take"
                                : "remove the fields from the manifest, or set conflicts: take")
                        + (fields.stream().anyMatch(field -> field.manager().equals(Adoption.KUBECTL))
                                ? "; conflicts: adopt takes over fields of 'kubectl apply'"
                                : ""),
                List.of(),
                false));
    }

    static ObjectNode withoutOurLabels(ObjectNode tree) {
        ObjectNode copy = tree.deepCopy();
        ObjectNode labels = copy.withObjectProperty("metadata").withObjectProperty("labels");
        labels.remove(List.of(Owner.PIPELINE, Owner.STEP));
        return copy;
    }
}
