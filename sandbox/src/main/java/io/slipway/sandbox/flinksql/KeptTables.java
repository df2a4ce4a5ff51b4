package io.slipway.sandbox.flinksql;

import io.slipway.sandbox.kafka.KafkaAccess;
import io.slipway.sandbox.kafka.KafkaProblem;
import io.slipway.sandbox.sparksql.Catalog;
import io.slipway.sandbox.sparksql.SqlException;
import io.slipway.sandbox.sparksql.SqlResult;
import io.slipway.sandbox.sparksql.SqlSession;
import io.slipway.sandbox.sparksql.Statements;
import io.slipway.sandbox.state.SimulatorState;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Services;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tables of a session whose rows outlive it: Iceberg's in catalogs, and topics of Kafka that are read to their end
 * ({@code scan.bounded.mode}). Rows come into them by VALUES, or from one another.
 */
final class KeptTables {
    private static final String NAME = "(?:`[^`]+`|[A-Za-z_]\\w*)";
    private static final String PATH = NAME + "(?:\\." + NAME + ")*";
    private static final Pattern NAMED = Pattern.compile(
            "(?is)^(?:(INSERT)\\s+(?:INTO|(OVERWRITE))|SELECT\\b.*?\\bFROM|(?:CREATE|DROP)\\s+(?:TABLE|DATABASE)(?:\\s+IF\\s+(?:NOT\\s+)?EXISTS)?"
                    + "|DESC(?:RIBE)?|SHOW\\s+TABLES\\s+(?:IN|FROM))\\s+(" + PATH + ")(.*)$");
    private static final Pattern SOURCE =
            Pattern.compile("(?is)^\\s*(?:VALUES\\b.*|SELECT\\b.*?\\bFROM\\s+(" + PATH + ").*)$");
    private static final Pattern MISSING =
            Pattern.compile("^\\[TABLE_OR_VIEW_NOT_FOUND].*? ((?:`[^`]+`\\.)*`[^`]+`)\\.`([^`]+)` ");
    private static final String TOPICS = "topics";

    private final Services services;
    private final KafkaAccess kafka;
    private final IcebergCatalogs iceberg;
    private final JobPort jobs;
    private final SqlSession session = new SqlSession(Map.of());

    KeptTables(Services services, Container container, JobPort jobs) {
        this.services = services;
        this.kafka = new KafkaAccess(services, container);
        this.iceberg = new IcebergCatalogs(services, container);
        this.jobs = jobs;
    }

    /** Makes a catalog; one of another kind than Iceberg's is taken note of, and no more. */
    void catalog(String name, Map<String, String> with) throws SqlFault {
        if (with.getOrDefault("type", "").equals("iceberg")) {
            session.add(name, iceberg.open(with));
        }
    }

    boolean has(String catalog) {
        return session.has(catalog);
    }

    /** Runs a statement when it is about such tables. */
    Optional<SqlAnswer> run(String text, Map<String, SqlTable> tables, Map<String, String> options) throws SqlFault {
        String statement = Statements.split(text).stream().findFirst().orElse("");
        Matcher named = NAMED.matcher(statement);
        // A topic outlasts the table that describes it, whatever is said of that.
        boolean ofRows = statement.matches("(?is)(INSERT|SELECT)\\b.*");
        if (!named.matches() || (!ofRows && !named.group(3).contains(".")) || !isKept(named.group(3), tables)) {
            return Optional.empty();
        }
        boolean insert = named.group(1) != null;
        if (insert && !isFilledHere(named.group(4), tables)) {
            return elsewhere(named.group(3));
        }
        if (named.group(2) != null
                && !options.getOrDefault("execution.runtime-mode", "").equalsIgnoreCase("batch")) {
            throw new SqlFault(
                    "java.lang.IllegalStateException: Unbounded data stream doesn't support overwrite operation.");
        }
        String failure = failure(insert ? source(named.group(4)) : named.group(3), tables);
        Optional<String> job = insert ? Optional.of(jobs.into(named.group(3), true, failure)) : Optional.empty();
        if (job.isPresent() && !failure.isEmpty()) {
            return Optional.of(SqlAnswer.job(job.get()));
        }
        SqlFault.ofJob(failure);
        SqlResult result = result(statement);
        if (job.isPresent()) {
            return Optional.of(SqlAnswer.job(job.get()));
        }
        List<List<String>> rows = result.rows();
        return Optional.of(
                result.columns().isEmpty()
                        ? SqlAnswer.ok()
                        : new SqlAnswer(result.columns(), rows.size(), row -> rows.get((int) row), true, ""));
    }

    private static String source(String rest) {
        Matcher source = SOURCE.matcher(rest);
        return source.matches() && source.group(1) != null ? source.group(1) : "";
    }

    /** Why a job that reads a table of the session fails. */
    private static String failure(String path, Map<String, SqlTable> tables) {
        SqlTable table = tables.get(path.replace("`", ""));
        return table == null ? "" : table.nowhereToBegin();
    }

    /** What fills a topic otherwise is a job whose rows nobody computes. */
    private static Optional<SqlAnswer> elsewhere(String path) throws SqlFault {
        if (path.contains(".")) {
            throw SqlFault.plain("The sandbox fills " + path
                    + " by VALUES, all columns in their order, or by a SELECT from a table that it keeps");
        }
        return Optional.empty();
    }

    private boolean isFilledHere(String rest, Map<String, SqlTable> tables) throws SqlFault {
        Matcher source = SOURCE.matcher(rest);
        return source.matches() && (source.group(1) == null || isKept(source.group(1), tables));
    }

    private boolean isKept(String path, Map<String, SqlTable> tables) throws SqlFault {
        String[] parts = path.replace("`", "").split("\\.");
        if (parts.length > 1) {
            return session.has(parts[0]);
        }
        SqlTable table = tables.get(parts[0]);
        boolean bounded = table != null
                && table.connector().equals("kafka")
                && table.options().containsKey("scan.bounded.mode");
        if (bounded) {
            topic(table);
        }
        return bounded;
    }

    /** The broker makes topics that are missing. */
    private void topic(SqlTable table) throws SqlFault {
        String topic = table.options().getOrDefault("topic", "");
        String broker;
        try {
            broker = kafka.broker(
                    table.options().getOrDefault("properties.bootstrap.servers", ""),
                    table.options().getOrDefault("properties.sasl.jaas.config", ""));
        } catch (KafkaProblem problem) {
            throw new SqlFault(
                    "org.apache.flink.util.FlinkRuntimeException: Failed to list subscribed topic partitions",
                    problem.getMessage());
        }
        session.add(broker, new Catalog(new SimulatorState(services.store(), TOPICS), broker, path -> {}));
        String columns = table.columns().stream()
                .map(column -> "`" + column.name() + "` " + column.type().replaceAll("\\W.*", ""))
                .collect(Collectors.joining(", "));
        result("CREATE NAMESPACE IF NOT EXISTS `" + broker + "`." + TOPICS);
        result("CREATE TABLE IF NOT EXISTS `" + broker + "`." + TOPICS + ".`" + topic + "` (" + columns + ")");
        session.name(table.name(), broker, TOPICS, topic);
    }

    private SqlResult result(String statement) throws SqlFault {
        try {
            return session.run(statement);
        } catch (SqlException wrong) {
            throw SqlFault.validation(inWordsOfFlink(wrong.getMessage()));
        } catch (IllegalStateException lost) {
            throw new SqlFault("org.apache.flink.table.api.TableException: Failed to execute sql", lost.getMessage());
        }
    }

    private static String inWordsOfFlink(String message) {
        Matcher missing = MISSING.matcher(message);
        return missing.find()
                ? "Object '" + missing.group(2) + "' not found within '"
                        + missing.group(1).replace("`", "") + "'"
                : message.replaceAll("(?s)^\\[[^]]*] | SQLSTATE: .*$", "");
    }
}
