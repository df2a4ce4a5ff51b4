package io.slipway.sandbox.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.faults.Subject;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.ResourceKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An object and its owners, as faults see them. */
public final class Lineage {
    /** The label that says which step brought an object. */
    public static final String STEP = "slipway.io/step";

    private static final int DEEPEST = 8;

    private Lineage() {}

    /** The subject for an object of a kind. */
    public static Subject of(ObjectStore store, ResourceKind kind, ObjectNode object) {
        List<Subject.Ref> refs = new ArrayList<>();
        Set<String> steps = new HashSet<>();
        String namespace = Meta.namespace(object);
        refs.add(new Subject.Ref(kind.kind(), Meta.name(object)));
        addStep(object, steps);
        Optional<JsonNode> owner = firstOwner(object);
        while (owner.isPresent() && refs.size() < DEEPEST) {
            String ownerKind = owner.get().path("kind").asText();
            String ownerName = owner.get().path("name").asText();
            refs.add(new Subject.Ref(ownerKind, ownerName));
            Optional<ObjectNode> found =
                    OwnerKinds.named(ownerKind).flatMap(known -> store.view(known, namespace, ownerName));
            found.ifPresent(one -> addStep(one, steps));
            owner = found.flatMap(Lineage::firstOwner);
        }
        return new Subject(refs, steps);
    }

    private static Optional<JsonNode> firstOwner(JsonNode object) {
        return Optional.ofNullable(
                object.path("metadata").path("ownerReferences").get(0));
    }

    private static void addStep(JsonNode object, Set<String> steps) {
        String step = object.path("metadata").path("labels").path(STEP).asText("");
        if (!step.isEmpty()) {
            steps.add(step);
        }
    }
}
