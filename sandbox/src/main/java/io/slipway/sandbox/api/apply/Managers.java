package io.slipway.sandbox.api.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Meta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Who owns which fields of an object.
 *
 * @param all the managers, none of them without fields
 */
record Managers(List<Manager> all) {

    Managers {
        all = all.stream().filter(one -> !one.fields().isEmpty()).toList();
    }

    static Managers of(JsonNode object) {
        List<Manager> all = new ArrayList<>();
        object.path("metadata").path("managedFields").forEach(entry -> all.add(Manager.read(entry)));
        return new Managers(all);
    }

    Optional<Manager> find(Manager like) {
        return all.stream().filter(one -> one.same(like)).findFirst();
    }

    List<Manager> others(Manager than) {
        return all.stream().filter(one -> !one.same(than)).toList();
    }

    Managers with(Manager manager) {
        List<Manager> next = new ArrayList<>(others(manager));
        next.add(manager);
        return new Managers(next);
    }

    Managers withOthers(Manager than, UnaryOperator<FieldSet> change) {
        return new Managers(all.stream()
                .map(one -> one.same(than) ? one : one.owning(change.apply(one.fields())))
                .toList());
    }

    FieldSet owned() {
        return all.stream().map(Manager::fields).reduce(new FieldSet(), FieldSet::union);
    }

    void write(ObjectNode object) {
        if (all.isEmpty()) {
            Meta.of(object).remove("managedFields");
            return;
        }
        ArrayNode into = Meta.of(object).putArray("managedFields");
        all.stream()
                .sorted(Comparator.comparing((Manager one) -> one.operation().equals(Manager.UPDATE))
                        .thenComparing(Manager::time)
                        .thenComparing(Manager::name))
                .forEach(one -> one.write(into.addObject()));
    }
}
