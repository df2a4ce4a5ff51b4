package io.slipway.sandbox.sparksql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs statements against the catalogs of a session. */
public final class SqlSession {
    private final Map<String, Catalog> catalogs;
    private final Map<String, List<String>> shorter = new HashMap<>();

    /** @param catalogs the configured ones by name */
    public SqlSession(Map<String, Catalog> catalogs) {
        this.catalogs = new HashMap<>(catalogs);
    }

    /** Adds a catalog, or puts it in the place of one. */
    public void add(String name, Catalog catalog) {
        catalogs.put(name, catalog);
    }

    /** Whether there is such a catalog. */
    public boolean has(String catalog) {
        return catalogs.containsKey(catalog);
    }

    /** Gives a table a name without catalog and namespace. */
    public void name(String table, String catalog, String namespace, String full) {
        shorter.put(table, List.of(catalog, namespace, full));
    }

    /** Runs one statement. */
    public SqlResult run(String statement) throws SqlException {
        Tokens tokens = new Tokens(statement);
        String verb = tokens.next().toUpperCase(Locale.ROOT);
        SqlResult result = switch (verb) {
            case "CREATE" -> create(tokens);
            case "DROP" -> drop(tokens);
            case "INSERT" -> insert(tokens);
            case "SELECT" -> new Select(this, tokens).run();
            case "DELETE" -> delete(tokens);
            case "SHOW" -> show(tokens);
            case "DESCRIBE", "DESC" -> describe(tokens);
            case "CALL" -> Procedures.call(this, tokens);
            case "SET", "USE", "ALTER", "REFRESH" -> {
                tokens.skipRest();
                yield SqlResult.NOTHING;
            }
            default -> throw new Tokens(statement).syntax();
        };
        tokens.end();
        return result;
    }

    /** A table's place: catalog, namespace, name. */
    record Place(Catalog catalog, String namespace, String table, String full) {
        Table require() throws SqlException {
            return catalog.table(namespace, table)
                    .orElseThrow(
                            () -> new SqlException(
                                    "[TABLE_OR_VIEW_NOT_FOUND] The table or view `" + full.replace(".", "`.`")
                                            + "` cannot be found. Verify the spelling and correctness of the schema and catalog. SQLSTATE: 42P01"));
        }
    }

    Place place(List<String> written) throws SqlException {
        List<String> path = written.size() == 1 ? shorter.getOrDefault(written.get(0), written) : written;
        if (path.size() < 3) {
            throw new SqlException(
                    "[TABLE_OR_VIEW_NOT_FOUND] The table or view `" + String.join("`.`", path)
                            + "` cannot be found. Verify the spelling and correctness of the schema and catalog. SQLSTATE: 42P01");
        }
        String namespace = String.join(".", path.subList(1, path.size() - 1));
        return new Place(catalog(path.get(0)), namespace, path.get(path.size() - 1), String.join(".", path));
    }

    Catalog catalog(String name) throws SqlException {
        Catalog catalog = catalogs.get(name);
        if (catalog == null) {
            throw new SqlException(
                    "[REQUIRES_SINGLE_PART_NAMESPACE] spark_catalog requires a single-part namespace, but got `" + name
                            + "`. There is no catalog `" + name + "`: set spark.sql.catalog." + name
                            + ". SQLSTATE: 42K05");
        }
        return catalog;
    }

    void commit(Place place, Table table) {
        place.catalog().commit(place.namespace(), place.table(), table);
    }

    private SqlResult create(Tokens tokens) throws SqlException {
        if (tokens.take("NAMESPACE") || tokens.take("DATABASE") || tokens.take("SCHEMA")) {
            return createNamespace(tokens);
        }
        boolean replace = tokens.take("OR", "REPLACE");
        tokens.expect("TABLE");
        boolean lenient = tokens.take("IF", "NOT", "EXISTS");
        Place place = place(tokens.path());
        if (!place.catalog().hasNamespace(place.namespace())) {
            throw new SqlException(
                    "[SCHEMA_NOT_FOUND] The schema `" + place.namespace() + "` cannot be found. SQLSTATE: 42704");
        }
        boolean there = place.catalog().table(place.namespace(), place.table()).isPresent();
        Table table = columns(tokens);
        tokens.skipRest();
        if (there && !lenient && !replace) {
            throw new SqlException("[TABLE_OR_VIEW_ALREADY_EXISTS] Cannot create table or view `"
                    + place.full().replace(".", "`.`") + "` because it already exists. SQLSTATE: 42P07");
        }
        if (!there || replace) {
            commit(place, table);
        }
        return SqlResult.NOTHING;
    }

    private SqlResult createNamespace(Tokens tokens) throws SqlException {
        boolean lenient = tokens.take("IF", "NOT", "EXISTS");
        List<String> path = tokens.path();
        tokens.skipRest();
        if (path.size() < 2) {
            throw new SqlException("[SCHEMA_NOT_FOUND] name the catalog as well, such as iceberg." + path.get(0)
                    + ": only its namespaces are simulated");
        }
        String namespace = String.join(".", path.subList(1, path.size()));
        Catalog catalog = catalog(path.get(0));
        if (catalog.hasNamespace(namespace) && !lenient) {
            throw new SqlException("[SCHEMA_ALREADY_EXISTS] Cannot create schema `" + namespace
                    + "` because it already exists. SQLSTATE: 42P06");
        }
        catalog.createNamespace(namespace);
        return SqlResult.NOTHING;
    }

    private static Table columns(Tokens tokens) throws SqlException {
        List<String> names = new ArrayList<>();
        List<String> types = new ArrayList<>();
        tokens.expect("(");
        do {
            names.add(tokens.name().toLowerCase(Locale.ROOT));
            StringBuilder type = new StringBuilder(tokens.name().toLowerCase(Locale.ROOT));
            if (tokens.is("(")) {
                tokens.skipParentheses();
            }
            while (!tokens.is(",") && !tokens.is(")")) {
                tokens.next();
            }
            types.add(type.toString());
        } while (tokens.take(","));
        tokens.expect(")");
        return new Table(names, types, List.of(), 0);
    }

    private SqlResult drop(Tokens tokens) throws SqlException {
        boolean namespace = tokens.take("NAMESPACE") || tokens.take("DATABASE") || tokens.take("SCHEMA");
        if (!namespace) {
            tokens.expect("TABLE");
        }
        boolean lenient = tokens.take("IF", "EXISTS");
        List<String> path = tokens.path();
        tokens.skipRest();
        if (namespace) {
            String name = String.join(".", path.subList(1, path.size()));
            if (!catalog(path.get(0)).tables(name).isEmpty()) {
                throw new SqlException("[SCHEMA_NOT_EMPTY] Cannot drop a schema `" + name
                        + "` because it contains objects. SQLSTATE: 2BP01");
            }
            catalog(path.get(0)).dropNamespace(name);
            return SqlResult.NOTHING;
        }
        Place place = place(path);
        if (!lenient) {
            place.require();
        }
        place.catalog().drop(place.namespace(), place.table());
        return SqlResult.NOTHING;
    }

    private SqlResult insert(Tokens tokens) throws SqlException {
        boolean overwrite = tokens.take("OVERWRITE");
        if (!overwrite) {
            tokens.expect("INTO");
        }
        tokens.take("TABLE");
        Place place = place(tokens.path());
        Table table = place.require();
        List<List<String>> rows = new ArrayList<>(overwrite ? List.of() : table.rows());
        for (List<String> row : source(tokens)) {
            if (row.size() != table.columns().size()) {
                throw new SqlException("[INSERT_COLUMN_ARITY_MISMATCH."
                        + (row.size() < table.columns().size() ? "NOT_ENOUGH" : "TOO_MANY")
                        + "_DATA_COLUMNS] Cannot write to `" + place.full() + "`, the table has "
                        + table.columns().size() + " columns and the data " + row.size() + ". SQLSTATE: 21S01");
            }
            rows.add(row);
        }
        commit(place, table.with(rows));
        return SqlResult.NOTHING;
    }

    private List<List<String>> source(Tokens tokens) throws SqlException {
        if (tokens.take("SELECT")) {
            return new Select(this, tokens).run().rows();
        }
        tokens.expect("VALUES");
        List<List<String>> rows = new ArrayList<>();
        do {
            List<String> row = new ArrayList<>();
            tokens.expect("(");
            do {
                row.add(Values.read(tokens));
            } while (tokens.take(","));
            tokens.expect(")");
            rows.add(row);
        } while (tokens.take(","));
        return rows;
    }

    private SqlResult delete(Tokens tokens) throws SqlException {
        tokens.expect("FROM");
        Place place = place(tokens.path());
        Table table = place.require();
        Condition condition = tokens.take("WHERE") ? Condition.read(tokens, table) : row -> true;
        List<List<String>> rest =
                table.rows().stream().filter(row -> !condition.holds(row)).toList();
        commit(place, table.with(rest));
        return SqlResult.NOTHING;
    }

    private SqlResult show(Tokens tokens) throws SqlException {
        boolean tables = tokens.take("TABLES");
        if (!tables && !tokens.take("NAMESPACES") && !tokens.take("DATABASES") && !tokens.take("SCHEMAS")) {
            throw tokens.syntax();
        }
        if (!tokens.take("IN") && !tokens.take("FROM")) {
            return new SqlResult(List.of("namespace"), List.of(List.of("default")));
        }
        List<String> path = tokens.path();
        String namespace = String.join(".", path.subList(1, path.size()));
        List<List<String>> rows = tables
                ? catalog(path.get(0)).tables(namespace).stream()
                        .map(name -> List.of(namespace, name, "false"))
                        .toList()
                : catalog(path.get(0)).namespaces().stream().map(List::of).toList();
        return new SqlResult(tables ? List.of("namespace", "tableName", "isTemporary") : List.of("namespace"), rows);
    }

    private SqlResult describe(Tokens tokens) throws SqlException {
        tokens.take("TABLE");
        tokens.take("EXTENDED");
        Table table = place(tokens.path()).require();
        List<List<String>> rows = new ArrayList<>();
        for (int index = 0; index < table.columns().size(); index++) {
            rows.add(List.of(table.columns().get(index), table.types().get(index), Table.NULL));
        }
        return new SqlResult(List.of("col_name", "data_type", "comment"), rows);
    }
}
