package io.slipway.sandbox.api.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ServedKind;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Keeps {@code managedFields}: on every update, and by server-side apply. */
public final class FieldManagement {

    private final FieldType type;
    private final Clock clock;

    private FieldManagement(FieldType type, Clock clock) {
        this.type = type;
        this.clock = clock;
    }

    /**
     * Manages the fields of a kind.
     *
     * @param kind the kind
     * @param schema the schema of a custom resource; missing for a built-in kind
     * @return its field management
     */
    public static FieldManagement of(ServedKind kind, JsonNode schema) {
        FieldType type = kind.builtIn() ? BuiltInType.of(kind.kind()) : SchemaType.of(schema);
        return new FieldManagement(type, Clock.systemUTC());
    }

    /**
     * Who writes, and what part of the object.
     *
     * @param manager the name of the manager
     * @param apiVersion the version it writes in
     * @param subresource {@code status} and the like, empty for the object itself
     */
    public record Writer(String manager, String apiVersion, String subresource) {}

    /**
     * Records what a create, update or patch changed; the writer owns it from now on and the others no longer.
     *
     * @param live the object before; an empty object for a creation
     * @param next the object after, whose managed fields are set; those it brings itself replace the live ones
     * @param writer who writes
     */
    public void update(ObjectNode live, ObjectNode next, Writer writer) {
        Managers managers = Managers.of(next.path("metadata").has("managedFields") ? next : live);
        Comparison change = Comparison.of(live, next, type);
        Manager self = self(writer, Manager.UPDATE);
        Optional<Manager> known = managers.find(self);
        FieldSet lost = change.written().union(change.removed());
        managers = managers.withOthers(self, fields -> fields.minus(lost));
        FieldSet own = known.map(Manager::fields)
                .orElseGet(FieldSet::new)
                .union(change.written())
                .minus(change.removed());
        boolean wrote = !change.written().isEmpty() || known.isEmpty();
        managers.with(wrote ? self.owning(own) : known.get().owning(own)).write(next);
    }

    /**
     * Applies a configuration.
     *
     * @param live the object now; empty for a creation
     * @param config the configuration, without managed fields
     * @param writer who applies
     * @param force whether to take fields of others
     * @return the new state with its managed fields
     * @throws io.slipway.sandbox.store.StatusException {@code Conflict} when others own what would change
     */
    public ObjectNode apply(Optional<ObjectNode> live, ObjectNode config, Writer writer, boolean force) {
        ObjectNode before = live.map(ObjectNode::deepCopy).orElseGet(config::objectNode);
        ObjectNode next = before.deepCopy();
        ConfigMerge.merge(next, config, type);
        Managers managers = Managers.of(before);
        Manager self = self(writer, Manager.APPLY);
        Optional<Manager> known = managers.find(self);
        FieldSet applied = AppliedFields.of(config, type);
        managers = managers.with(self.owning(applied));
        if (known.isPresent()) {
            Pruning.prune(next, type, known.get().fields(), managers.owned());
        }
        managers = taken(managers, self, Comparison.of(before, next, type), force);
        if (known.isPresent() && known.get().fields().equals(applied) && same(before, next)) {
            managers = managers.with(known.get());
        }
        managers.write(next);
        return next;
    }

    private static Managers taken(Managers managers, Manager self, Comparison change, boolean force) {
        Conflicts conflicts = new Conflicts();
        for (Manager other : managers.others(self)) {
            conflicts.add(other, other.fields().intersection(change.written()));
        }
        if (conflicts.any() && !force) {
            throw conflicts.refusal();
        }
        FieldSet lost = change.written().union(change.removed());
        return managers.withOthers(self, fields -> fields.minus(lost));
    }

    private static boolean same(ObjectNode before, ObjectNode next) {
        return before.equals(next);
    }

    private Manager self(Writer writer, String operation) {
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        return new Manager(writer.manager(), operation, writer.apiVersion(), writer.subresource(), now, new FieldSet());
    }

    /**
     * Takes the managed fields off an object, as a client's configuration must not carry any.
     *
     * @param object the object
     */
    public static void strip(ObjectNode object) {
        Meta.of(object).remove("managedFields");
    }
}
