package io.slipway.sandbox.flinksql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * A query of the small kind: literals, or columns of one table, with LIMIT. Joins, groups and windows are taken for
 * queries of a job, whose rows are not computed.
 */
final class Query {
    private final Map<String, SqlTable> tables;
    private final Words words;
    private final List<Item> items = new ArrayList<>();
    private SqlTable from;
    private boolean computed = true;
    private long limit = Long.MAX_VALUE;

    /**
     * One thing that is selected.
     *
     * @param literal its value, or null for a column
     */
    private record Item(String name, String literal) {}

    private Query(Map<String, SqlTable> tables, Words words) {
        this.tables = tables;
        this.words = words;
    }

    static Query read(Map<String, SqlTable> tables, Words words) throws SqlFault {
        Query query = new Query(tables, words);
        if (words.take("VALUES")) {
            query.items.add(new Item("EXPR$0", String.join(" ", words.parentheses())));
            words.skipRest();
            return query;
        }
        words.expect("SELECT");
        query.select();
        return query;
    }

    private void select() throws SqlFault {
        do {
            item();
        } while (words.take(","));
        if (words.take("FROM")) {
            from();
        }
        words.end();
        for (Item item : items) {
            boolean known =
                    item.literal() != null || !computed || item.name().equals("*") || column(item.name()) != null;
            if (!known) {
                throw SqlFault.validation("Column '" + item.name() + "' not found in any table");
            }
        }
    }

    private void item() throws SqlFault {
        String word = words.peek();
        if (words.take("*")) {
            items.add(new Item("*", null));
        } else if (word.startsWith("'")) {
            items.add(new Item(alias("EXPR$" + items.size()), words.text()));
        } else if (word.matches("\\d.*")) {
            String literal = words.next();
            items.add(new Item(alias("EXPR$" + items.size()), literal));
        } else {
            String name = words.name();
            if (words.is("(")) {
                words.parentheses();
                computed = false;
            }
            items.add(new Item(alias(name), null));
        }
    }

    private String alias(String name) throws SqlFault {
        boolean plain = words.done() || words.is(",") || words.is("FROM");
        if (words.take("AS") || (!plain && words.peek().matches("[A-Za-z_]\\w*"))) {
            return words.name();
        }
        if (!plain) {
            throw words.unexpected();
        }
        return name;
    }

    private void from() throws SqlFault {
        String name = words.object();
        from = tables.get(name);
        if (from == null) {
            throw SqlFault.validation("Object '" + name + "' not found");
        }
        from.check();
        if (words.take("LIMIT")) {
            String number = words.next();
            if (!number.matches("\\d{1,18}")) {
                throw words.unexpected();
            }
            limit = Long.parseLong(number);
        } else if (words.is("WHERE") || words.is("GROUP") || words.is("JOIN") || words.is("ORDER")) {
            computed = false;
            words.skipRest();
        }
    }

    private SqlTable.Column column(String name) {
        return from == null
                ? null
                : from.columns().stream()
                        .filter(each -> each.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElse(null);
    }

    /** Why the job that reads fails; empty when it does not. */
    String failure() {
        return from == null ? "" : from.nowhereToBegin();
    }

    /** Whether what it reads ends. */
    boolean isBounded() {
        return from == null || from.size() < Long.MAX_VALUE;
    }

    /** Its columns, as a view or a table made of it has them. */
    List<SqlTable.Column> columns() {
        List<SqlTable.Column> columns = new ArrayList<>();
        for (Item item : items) {
            if (item.name().equals("*") && from != null) {
                columns.addAll(from.columns());
            } else {
                SqlTable.Column column = column(item.name());
                columns.add(column == null ? new SqlTable.Column(item.name(), "STRING") : column);
            }
        }
        return columns;
    }

    SqlAnswer answer() throws SqlFault {
        SqlFault.ofJob(failure());
        List<SqlTable.Column> columns = columns();
        long size = from == null ? 1 : computed ? Math.min(limit, from.size()) : 0;
        boolean silent = from != null && !from.view() && !from.connector().equals("datagen");
        LongFunction<List<String>> row = number -> row(columns, number);
        return new SqlAnswer(columns.stream().map(SqlTable.Column::name).toList(), silent ? 0 : size, row, true, "");
    }

    private List<String> row(List<SqlTable.Column> columns, long number) {
        List<String> row = new ArrayList<>();
        for (SqlTable.Column column : columns) {
            String literal = items.stream()
                    .filter(item -> item.literal() != null && item.name().equals(column.name()))
                    .map(Item::literal)
                    .findFirst()
                    .orElse(null);
            row.add(literal != null ? literal : from.value(column, number));
        }
        return row;
    }
}
