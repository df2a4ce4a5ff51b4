package io.slipway.sandbox.flinksql;

/** Why a statement failed: the exceptions of its trace, the outermost first. */
final class SqlFault extends Exception {
    private static final long serialVersionUID = 1L;

    SqlFault(String... causes) {
        super(String.join("\nCaused by: ", causes));
    }

    static SqlFault parse(String message) {
        return new SqlFault(
                "org.apache.flink.table.api.SqlParserException: SQL parse failed. " + message,
                "org.apache.calcite.sql.parser.SqlParseException: " + message,
                "org.apache.flink.sql.parser.impl.ParseException: " + message);
    }

    static SqlFault validation(String message) {
        return new SqlFault(
                "org.apache.flink.table.api.ValidationException: SQL validation failed. " + message,
                "org.apache.calcite.sql.validate.SqlValidatorException: " + message);
    }

    /** What a query tells whose job fails. */
    static void ofJob(String failure) throws SqlFault {
        if (!failure.isEmpty()) {
            throw new SqlFault(
                    "org.apache.flink.table.api.TableException: Failed to execute sql",
                    "java.lang.RuntimeException: One or more fetchers have encountered exception",
                    failure);
        }
    }

    static SqlFault plain(String message) {
        return new SqlFault("org.apache.flink.table.api.ValidationException: " + message);
    }
}
