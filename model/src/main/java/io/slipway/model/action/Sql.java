package io.slipway.model.action;

import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.FilePath;
import io.slipway.model.spec.Inline;
import io.slipway.model.spec.Late;
import io.slipway.model.spec.OneOf;
import io.slipway.model.spec.Sees;
import io.slipway.model.spec.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs SQL statements in order; the failing one is named with its text.
 *
 * <pre>{@code
 * sql:
 *   gateway: flink-sql-gateway:8083
 *   files: [sql/orders.sql]
 *   variables: { KAFKA_ENV: "${{ params.kafkaEnv }}" }
 *   expect: "size(rows) > 0"
 * }</pre>
 */
@Doc("Runs SQL statements in order and fetches their results. Shows the text of a failing statement.")
@Verb(outputs = Sql.Outputs.class, retries = false)
@OneOf({"statements", "files"})
public record Sql(
        @Doc("Engine that runs them.") @Inline SqlEngine engine,
        @Doc("Inline statements.") List<String> statements,

        @Doc("Files with statements, separated by semicolons.")
        List<FilePath> files,

        @Doc("Values for ${NAME} in the statements.") Map<String, String> variables,

        @Doc("Condition on the last result.") @Sees({"rows: list(list(string))", "results: list(dyn)"})
        Optional<Late> expect,

        @Doc("Maximum number of rows to fetch per result; a gateway query with more rows is cancelled.")
        @Default("1000")
        int limit,

        @Doc("Whether to leave the jobs of INSERT statements running (default: follow each to its end).")
        @Default("false")
        boolean keep)
        implements Action {
    public Sql {
        if (limit < 1) {
            throw new IllegalArgumentException("'limit' must be at least 1, but is " + limit);
        }
    }

    /** What later steps may use. */
    public record Outputs(
            @Doc("Rows of the last statement, as text.") List<List<String>> rows,
            @Doc("Number of executed statements.") long statements,

            @Doc("Ids of the Flink jobs that INSERT statements started.")
            List<String> jobs) {}
}
