package io.slipway.sandbox.sparksql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Literals and the few functions without arguments. */
final class Values {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    private Values() {}

    static String read(Tokens tokens) throws SqlException {
        String token = tokens.next();
        if (token.startsWith("'") || token.startsWith("\"")) {
            return token.substring(1, token.length() - 1).replace("\\'", "'");
        }
        if (token.equals("-")) {
            return "-" + tokens.next();
        }
        if (token.matches("\\d+(\\.\\d+)?")) {
            return token;
        }
        return word(token.toUpperCase(Locale.ROOT), tokens);
    }

    private static String word(String word, Tokens tokens) throws SqlException {
        switch (word) {
            case "NULL" -> {
                return Table.NULL;
            }
            case "TRUE", "FALSE" -> {
                return word.toLowerCase(Locale.ROOT);
            }
            case "TIMESTAMP", "DATE" -> {
                return read(tokens);
            }
            case "CURRENT_TIMESTAMP", "NOW", "CURRENT_DATE" -> {
                if (tokens.take("(")) {
                    tokens.expect(")");
                }
                String now = TIME.format(LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC));
                return word.equals("CURRENT_DATE") ? now.substring(0, 10) : now;
            }
            default ->
                throw new SqlException(
                        "[UNRESOLVED_COLUMN.WITHOUT_SUGGESTION] A column, variable, or function parameter with name `"
                                + word.toLowerCase(Locale.ROOT) + "` cannot be resolved. SQLSTATE: 42703");
        }
    }

    static boolean startsHere(Tokens tokens) {
        String token = tokens.peek();
        return token.matches("['\"\\d-].*")
                || token.matches("(?i)null|true|false|timestamp|date|current_timestamp|now|current_date");
    }

    static int compare(String left, String right) {
        boolean numbers = left.matches("-?\\d+(\\.\\d+)?") && right.matches("-?\\d+(\\.\\d+)?");
        return numbers ? new BigDecimal(left).compareTo(new BigDecimal(right)) : left.compareTo(right);
    }
}
