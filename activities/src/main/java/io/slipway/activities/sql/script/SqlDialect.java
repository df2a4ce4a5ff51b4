package io.slipway.activities.sql.script;

/**
 * How an engine reads a script.
 *
 * @param backslash whether a backslash in a quoted text takes the next character as it is
 * @param nested whether block comments nest
 * @param sets whether {@code EXECUTE STATEMENT SET BEGIN … END} is one statement with semicolons in it
 */
public record SqlDialect(boolean backslash, boolean nested, boolean sets) {
    /** Spark SQL. */
    public static final SqlDialect SPARK = new SqlDialect(true, true, false);

    /** Flink SQL: standard texts, in which a quote is doubled. */
    public static final SqlDialect FLINK = new SqlDialect(false, false, true);

    /** What most databases read. */
    public static final SqlDialect STANDARD = new SqlDialect(false, false, false);
}
