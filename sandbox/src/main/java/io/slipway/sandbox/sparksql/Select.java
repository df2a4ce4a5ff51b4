package io.slipway.sandbox.sparksql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** SELECT of columns, literals and aggregates from one table, with WHERE, GROUP BY, ORDER BY and LIMIT. */
final class Select {
    private static final Table ONE_ROW = new Table(List.of(), List.of(), List.of(List.of()), 0);
    private static final Set<String> CLAUSES = Set.of("FROM", "WHERE", "GROUP", "ORDER", "LIMIT");

    private final SqlSession session;
    private final Tokens tokens;

    Select(SqlSession session, Tokens tokens) {
        this.session = session;
        this.tokens = tokens;
    }

    SqlResult run() throws SqlException {
        boolean distinct = tokens.take("DISTINCT");
        List<Item> items = items();
        Table table = tokens.take("FROM") ? session.place(tokens.path()).require() : ONE_ROW;
        Condition condition = tokens.take("WHERE") ? Condition.read(tokens, table) : row -> true;
        List<List<String>> rows = table.rows().stream().filter(condition::holds).toList();
        List<Integer> keys = new ArrayList<>();
        if (tokens.take("GROUP", "BY")) {
            do {
                keys.add(table.column(tokens.name()));
            } while (tokens.take(","));
        }
        boolean aggregate = !keys.isEmpty() || items.stream().anyMatch(item -> item instanceof Item.Aggregate);
        List<String> names = names(items, table);
        List<List<String>> result = aggregate ? grouped(items, table, rows, keys) : plain(items, table, rows);
        List<List<String>> all = distinct ? result.stream().distinct().toList() : result;
        return new SqlResult(names, limited(ordered(all, names)));
    }

    private List<Item> items() throws SqlException {
        List<Item> items = new ArrayList<>();
        do {
            Item item = Item.read(tokens);
            String alias = "";
            if (tokens.take("AS")) {
                alias = tokens.name();
            } else if (!tokens.done()
                    && !tokens.isOneOf(CLAUSES)
                    && tokens.peek().matches("[A-Za-z_`].*")) {
                alias = tokens.name();
            }
            items.add(alias.isEmpty() ? item : item.named(alias));
        } while (tokens.take(","));
        return items;
    }

    private static List<String> names(List<Item> items, Table table) {
        List<String> names = new ArrayList<>();
        items.forEach(item -> names.addAll(item instanceof Item.Everything ? table.columns() : List.of(item.name())));
        return names;
    }

    private static List<List<String>> plain(List<Item> items, Table table, List<List<String>> rows)
            throws SqlException {
        List<List<String>> result = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> shown = new ArrayList<>();
            for (Item item : items) {
                shown.addAll(item.of(table, List.of(row)));
            }
            result.add(shown);
        }
        return result;
    }

    private static List<List<String>> grouped(
            List<Item> items, Table table, List<List<String>> rows, List<Integer> keys) throws SqlException {
        Map<List<String>, List<List<String>>> groups = new LinkedHashMap<>();
        if (keys.isEmpty()) {
            groups.put(List.of(), new ArrayList<>());
        }
        for (List<String> row : rows) {
            groups.computeIfAbsent(keys.stream().map(row::get).toList(), key -> new ArrayList<>())
                    .add(row);
        }
        List<List<String>> result = new ArrayList<>();
        for (List<List<String>> group : groups.values()) {
            List<String> shown = new ArrayList<>();
            for (Item item : items) {
                shown.addAll(item.of(table, group));
            }
            result.add(shown);
        }
        return result;
    }

    private List<List<String>> ordered(List<List<String>> rows, List<String> names) throws SqlException {
        if (!tokens.take("ORDER", "BY")) {
            return rows;
        }
        Table shown = new Table(names, names, rows, 0);
        int column = shown.column(tokens.name());
        boolean descending = tokens.take("DESC");
        tokens.take("ASC");
        Comparator<List<String>> order = (left, right) -> Values.compare(left.get(column), right.get(column));
        return rows.stream().sorted(descending ? order.reversed() : order).toList();
    }

    private List<List<String>> limited(List<List<String>> rows) throws SqlException {
        if (!tokens.take("LIMIT")) {
            return rows;
        }
        String count = tokens.next();
        if (!count.matches("\\d{1,9}")) {
            throw tokens.syntax();
        }
        return rows.subList(0, Math.min(rows.size(), Integer.parseInt(count)));
    }
}
