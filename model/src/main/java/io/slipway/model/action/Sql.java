package io.slipway.model.action;

import io.slipway.model.spec.Doc;
import io.slipway.model.spec.FilePath;
import io.slipway.model.spec.Late;
import io.slipway.model.spec.OneOf;
import io.slipway.model.spec.Ref;
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
 *   sparkSql: { of: deployment/spark-submit }
 *   files: [spark/sql/iceberg-smoke.sql]
 *   expect: "size(rows) > 0"
 * }</pre>
 */
@Doc("Runs SQL statements one after another; results are fetched, a failing statement is named with its text.")
@Verb(outputs = Sql.Outputs.class, retries = false)
@OneOf({"statements", "files"})
public record Sql(
        @Doc("Spark SQL in a pod.") SparkSql sparkSql,
        @Doc("Statements written here.") List<String> statements,

        @Doc("Files with statements, separated by semicolons.")
        List<FilePath> files,

        @Doc("Values for ${NAME} in the statements.") Map<String, String> variables,

        @Doc("What must hold of the last result.") @Sees({"rows: list(list(string))", "results: list(dyn)"})
        Optional<Late> expect)
        implements Action {

    /** Spark SQL in a pod that has it. */
    @Doc("Spark SQL in a pod that has spark-sql.")
    @OneOf({"of", "selector"})
    public record SparkSql(
            @Doc("The pod or workload as kind/name.") Optional<Ref> of,
            @Doc("Label selector of the pod.") Optional<String> selector,
            @Doc("Container; the first when left out.") Optional<String> container,
            @Doc("Spark properties.") Map<String, String> conf) {}

    /** What later steps may use. */
    public record Outputs(
            @Doc("Rows of the last statement, as text.") List<List<String>> rows,
            @Doc("How many statements ran.") long statements) {}
}
