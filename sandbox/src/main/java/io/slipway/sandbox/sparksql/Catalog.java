package io.slipway.sandbox.sparksql;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.slipway.sandbox.state.SimulatorState;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Namespaces and tables of a catalog, kept in the sandbox's store. */
public final class Catalog {
    private final SimulatorState state;
    private final String name;
    private final Consumer<String> committed;

    /**
     * @param name tells catalogs apart: where its Nessie runs
     * @param committed is told the path of a table's metadata after each commit, to write them
     */
    public Catalog(SimulatorState state, String name, Consumer<String> committed) {
        this.state = state;
        this.name = name;
        this.committed = committed;
    }

    private String namespaceKey(String namespace) {
        return name + "/namespace/" + namespace;
    }

    private String tableKey(String namespace, String table) {
        return name + "/table/" + namespace + "/" + table;
    }

    boolean hasNamespace(String namespace) {
        return state.read(namespaceKey(namespace)).isPresent();
    }

    void createNamespace(String namespace) {
        state.write(namespaceKey(namespace), JsonNodeFactory.instance.objectNode());
    }

    boolean dropNamespace(String namespace) {
        return state.remove(namespaceKey(namespace));
    }

    List<String> namespaces() {
        return cut(namespaceKey(""));
    }

    List<String> tables(String namespace) {
        return cut(tableKey(namespace, ""));
    }

    private List<String> cut(String prefix) {
        return state.keys(prefix).stream()
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    Optional<Table> table(String namespace, String table) {
        return state.read(tableKey(namespace, table)).map(Table::fromJson);
    }

    void commit(String namespace, String table, Table content) {
        state.write(tableKey(namespace, table), content.toJson());
        committed.accept(namespace.replace('.', '/') + "/" + table + "/metadata/"
                + String.format("%05d", content.snapshots()) + ".metadata.json");
    }

    boolean drop(String namespace, String table) {
        return state.remove(tableKey(namespace, table));
    }
}
