package io.slipway.sandbox.sparksql;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a SELECT shows in a column. */
sealed interface Item {
    /** The column's name. */
    String name();

    /** The values for a group of rows; for a plain row the group has one. */
    List<String> of(Table table, List<List<String>> group) throws SqlException;

    /** The same under another name. */
    default Item named(String alias) {
        return new Named(alias, this);
    }

    static Item read(Tokens tokens) throws SqlException {
        if (tokens.take("*")) {
            return new Everything();
        }
        if (tokens.isOneOf(Set.of("COUNT", "SUM", "MIN", "MAX", "AVG"))) {
            String function = tokens.next().toLowerCase(Locale.ROOT);
            tokens.expect("(");
            String column = tokens.take("*") ? "*" : Values.startsHere(tokens) ? star(tokens) : tokens.name();
            tokens.expect(")");
            return new Aggregate(function, column);
        }
        return Values.startsHere(tokens) ? new Literal(Values.read(tokens)) : new Column(tokens.name());
    }

    private static String star(Tokens tokens) throws SqlException {
        Values.read(tokens);
        return "*";
    }

    /** {@code *}. */
    record Everything() implements Item {
        @Override
        public String name() {
            return "*";
        }

        @Override
        public List<String> of(Table table, List<List<String>> group) {
            return group.get(0);
        }
    }

    /** A column of the table. */
    record Column(String name) implements Item {
        @Override
        public List<String> of(Table table, List<List<String>> group) throws SqlException {
            return List.of(group.get(0).get(table.column(name)));
        }
    }

    /** A constant. */
    record Literal(String value) implements Item {
        @Override
        public String name() {
            return value;
        }

        @Override
        public List<String> of(Table table, List<List<String>> group) {
            return List.of(value);
        }
    }

    /** Another name. */
    record Named(String name, Item item) implements Item {
        @Override
        public List<String> of(Table table, List<List<String>> group) throws SqlException {
            return item.of(table, group);
        }
    }

    /** count, sum, min, max, avg. */
    record Aggregate(String function, String column) implements Item {
        @Override
        public String name() {
            return function + "(" + (column.equals("*") ? "1" : column) + ")";
        }

        @Override
        public List<String> of(Table table, List<List<String>> group) throws SqlException {
            if (column.equals("*")) {
                return List.of(String.valueOf(group.size()));
            }
            int index = table.column(column);
            List<String> values = group.stream()
                    .map(row -> row.get(index))
                    .filter(value -> !value.equals(Table.NULL))
                    .toList();
            return List.of(over(values));
        }

        private String over(List<String> values) {
            if (function.equals("count")) {
                return String.valueOf(values.size());
            }
            if (values.isEmpty()) {
                return Table.NULL;
            }
            return switch (function) {
                case "min" -> values.stream().min(Values::compare).orElseThrow();
                case "max" -> values.stream().max(Values::compare).orElseThrow();
                case "sum" -> sum(values).toPlainString();
                default ->
                    sum(values)
                            .divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64)
                            .toPlainString();
            };
        }

        private static BigDecimal sum(List<String> values) {
            return values.stream()
                    .filter(value -> value.matches("-?\\d+(\\.\\d+)?"))
                    .map(BigDecimal::new)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}
