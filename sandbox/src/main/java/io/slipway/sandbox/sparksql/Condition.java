package io.slipway.sandbox.sparksql;

import java.util.List;
import java.util.Set;

/** A WHERE clause: comparisons of columns with literals, joined by AND. */
@FunctionalInterface
interface Condition {
    boolean holds(List<String> row);

    static Condition read(Tokens tokens, Table table) throws SqlException {
        Condition all = one(tokens, table);
        while (tokens.take("AND")) {
            Condition left = all;
            Condition right = one(tokens, table);
            all = row -> left.holds(row) && right.holds(row);
        }
        return all;
    }

    private static Condition one(Tokens tokens, Table table) throws SqlException {
        int column = table.column(tokens.name());
        if (tokens.take("IS")) {
            boolean not = tokens.take("NOT");
            tokens.expect("NULL");
            return row -> row.get(column).equals(Table.NULL) != not;
        }
        if (!tokens.isOneOf(Set.of("=", "<", ">", "<=", ">=", "<>", "!="))) {
            throw tokens.syntax();
        }
        String operator = tokens.next();
        String value = Values.read(tokens);
        return row -> !row.get(column).equals(Table.NULL) && fits(operator, Values.compare(row.get(column), value));
    }

    private static boolean fits(String operator, int order) {
        return switch (operator) {
            case "=" -> order == 0;
            case "<" -> order < 0;
            case ">" -> order > 0;
            case "<=" -> order <= 0;
            case ">=" -> order >= 0;
            default -> order != 0;
        };
    }
}
