package io.slipway.sandbox.flinksql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A session: its options, its tables, and what it makes of statements. One statement at a time. */
final class GatewaySql {
    private final JobPort jobs;
    private final KeptTables kept;
    private final Map<String, SqlTable> tables = new TreeMap<>();
    private final Map<String, String> options = new TreeMap<>();

    GatewaySql(JobPort jobs, KeptTables kept, Map<String, String> properties) {
        this.jobs = jobs;
        this.kept = kept;
        options.putAll(properties);
    }

    synchronized SqlAnswer run(String statement) throws SqlFault {
        Optional<SqlAnswer> outlasting = kept.run(statement, tables, options);
        if (outlasting.isPresent()) {
            return outlasting.get();
        }
        Words words = new Words(statement);
        return switch (words.peek().toUpperCase(Locale.ROOT)) {
            case "SET" -> set(words);
            case "RESET" -> reset(words);
            case "CREATE" -> create(words);
            case "DROP" -> drop(words);
            case "SHOW" -> show(words);
            case "DESCRIBE", "DESC" -> describe(words);
            case "USE", "LOAD", "UNLOAD" -> accepted(words);
            case "SELECT", "VALUES" -> query(words).answer();
            case "INSERT" -> insert(words);
            case "EXECUTE" -> set(statement, words);
            case "STOP" -> stop(words);
            case "EXPLAIN" -> explain(words);
            case "<EOF>" -> throw words.unexpected();
            default -> throw SqlFault.parse("Non-query expression encountered in illegal context");
        };
    }

    private SqlAnswer set(Words words) throws SqlFault {
        words.expect("SET");
        if (words.done()) {
            return SqlAnswer.of(
                    List.of("key", "value"),
                    options.entrySet().stream()
                            .map(entry -> List.of(entry.getKey(), entry.getValue()))
                            .toList());
        }
        String key = words.text();
        words.expect("=");
        options.put(key, words.text());
        words.end();
        return SqlAnswer.ok();
    }

    private SqlAnswer reset(Words words) throws SqlFault {
        words.expect("RESET");
        if (words.done()) {
            options.clear();
        } else {
            options.remove(words.text());
        }
        words.end();
        return SqlAnswer.ok();
    }

    private SqlAnswer create(Words words) throws SqlFault {
        words.expect("CREATE");
        boolean temporary = words.take("TEMPORARY");
        if (words.take("TABLE")) {
            return table(words);
        }
        if (words.take("VIEW")) {
            return view(words);
        }
        if (!temporary && words.take("CATALOG")) {
            return catalog(words);
        }
        boolean other = words.is("FUNCTION") || (!temporary && words.is("DATABASE"));
        if (!other) {
            throw words.unexpected();
        }
        return accepted(words);
    }

    private SqlAnswer catalog(Words words) throws SqlFault {
        boolean tolerant = words.take("IF", "NOT", "EXISTS");
        String name = words.object();
        Map<String, String> with = words.take("WITH") ? pairs(words) : Map.of();
        words.skipRest();
        if (!kept.has(name)) {
            kept.catalog(name, with);
        } else if (!tolerant) {
            throw SqlFault.plain("Catalog " + name + " already exists.");
        }
        return SqlAnswer.ok();
    }

    private SqlAnswer table(Words words) throws SqlFault {
        boolean tolerant = words.take("IF", "NOT", "EXISTS");
        String name = words.object();
        List<SqlTable.Column> columns = words.is("(") ? columns(words.parentheses()) : List.of();
        Map<String, String> with = words.take("WITH") ? pairs(words) : Map.of();
        if (tables.containsKey(name)) {
            if (tolerant) {
                return SqlAnswer.ok();
            }
            throw exists("CreateTable", name);
        }
        if (!words.take("AS")) {
            words.end();
            tables.put(name, new SqlTable(name, columns, with, false));
            return SqlAnswer.ok();
        }
        Query source = query(words);
        SqlTable made = new SqlTable(name, source.columns(), with, false);
        made.check();
        tables.put(name, made);
        return SqlAnswer.job(jobs.submit(name, source));
    }

    private static SqlFault exists(String what, String name) {
        return new SqlFault(
                "org.apache.flink.table.api.ValidationException: Could not execute " + what
                        + " in path `default_catalog`.`default_database`.`" + name + "`",
                "org.apache.flink.table.catalog.exceptions.TableAlreadyExistException: Table (or view) default_database."
                        + name + " already exists in Catalog default_catalog.");
    }

    /** Columns with their types; watermarks, keys and computed columns are left out. */
    private static List<SqlTable.Column> columns(List<String> inside) throws SqlFault {
        List<SqlTable.Column> columns = new ArrayList<>();
        List<String> part = new ArrayList<>();
        int depth = 0;
        for (String word : inside) {
            depth += word.matches("[(<]") ? 1 : word.matches("[)>]") ? -1 : 0;
            if (word.equals(",") && depth == 0) {
                column(part, columns);
                part.clear();
            } else {
                part.add(word);
            }
        }
        column(part, columns);
        return columns;
    }

    private static void column(List<String> part, List<SqlTable.Column> columns) throws SqlFault {
        if (part.size() < 2) {
            throw SqlFault.parse("Encountered \"" + (part.isEmpty() ? ")" : part.getFirst()) + "\" in the columns.");
        }
        String first = part.getFirst().toUpperCase(Locale.ROOT);
        boolean column =
                !first.matches("WATERMARK|PRIMARY|CONSTRAINT") && !part.get(1).equalsIgnoreCase("AS");
        if (column && Reserved.is(first)) {
            throw SqlFault.parse("Encountered \"" + part.getFirst() + "\" in the columns.");
        }
        if (column) {
            columns.add(new SqlTable.Column(
                    part.getFirst().replace("`", ""), part.get(1).toUpperCase(Locale.ROOT)));
        }
    }

    private static Map<String, String> pairs(Words words) throws SqlFault {
        Map<String, String> pairs = new TreeMap<>();
        words.expect("(");
        do {
            String key = words.text();
            words.expect("=");
            pairs.put(key, words.text());
        } while (words.take(","));
        words.expect(")");
        return pairs;
    }

    private SqlAnswer view(Words words) throws SqlFault {
        boolean tolerant = words.take("IF", "NOT", "EXISTS");
        String name = words.object();
        words.expect("AS");
        Query source = query(words);
        if (tables.containsKey(name) && !tolerant) {
            throw exists("CreateView", name);
        }
        tables.putIfAbsent(name, new SqlTable(name, source.columns(), Map.of(), true));
        return SqlAnswer.ok();
    }

    private SqlAnswer drop(Words words) throws SqlFault {
        words.expect("DROP");
        words.take("TEMPORARY");
        if (!words.take("TABLE") && !words.take("VIEW")) {
            throw words.unexpected();
        }
        boolean tolerant = words.take("IF", "EXISTS");
        String name = words.object();
        words.end();
        if (tables.remove(name) == null && !tolerant) {
            throw SqlFault.plain(
                    "Table with identifier 'default_catalog.default_database." + name + "' does not exist.");
        }
        return SqlAnswer.ok();
    }

    private SqlAnswer show(Words words) throws SqlFault {
        words.expect("SHOW");
        String what = words.next().toUpperCase(Locale.ROOT);
        words.end();
        return switch (what) {
            case "TABLES" -> names("table name", true);
            case "VIEWS" -> names("view name", false);
            case "CATALOGS" -> SqlAnswer.of(List.of("catalog name"), List.of(List.of("default_catalog")));
            case "DATABASES" -> SqlAnswer.of(List.of("database name"), List.of(List.of("default_database")));
            case "JOBS" -> SqlAnswer.of(List.of("job id", "job name", "status", "start time"), jobs.list());
            default -> throw SqlFault.parse("Encountered \"" + what + "\" at line 1, column 6.");
        };
    }

    private SqlAnswer names(String column, boolean all) {
        return SqlAnswer.of(
                List.of(column),
                tables.values().stream()
                        .filter(table -> all || table.view())
                        .map(table -> List.of(table.name()))
                        .toList());
    }

    private SqlAnswer describe(Words words) throws SqlFault {
        words.next();
        words.take("TABLE");
        SqlTable table = known(words.object());
        return SqlAnswer.of(
                List.of("name", "type", "null", "key", "extras", "watermark"),
                table.columns().stream()
                        .map(each -> List.of(each.name(), each.type(), "TRUE", "NULL", "NULL", "NULL"))
                        .toList());
    }

    private SqlTable known(String name) throws SqlFault {
        SqlTable table = tables.get(name);
        if (table == null) {
            throw SqlFault.validation("Object '" + name + "' not found");
        }
        return table;
    }

    private static SqlAnswer accepted(Words words) {
        words.skipRest();
        return SqlAnswer.ok();
    }

    private Query query(Words words) throws SqlFault {
        return Query.read(tables, words);
    }

    private SqlAnswer insert(Words words) throws SqlFault {
        words.expect("INSERT");
        if (!words.take("INTO") && !words.take("OVERWRITE")) {
            throw words.unexpected();
        }
        String name = words.object();
        if (words.is("(")) {
            words.parentheses();
        }
        Query source = query(words);
        known(name).check();
        return SqlAnswer.job(jobs.submit(name, source));
    }

    /** Several INSERT statements as one job. */
    private SqlAnswer set(String statement, Words words) throws SqlFault {
        if (!words.take("EXECUTE", "STATEMENT", "SET", "BEGIN")) {
            throw words.unexpected();
        }
        String body = statement.replaceFirst("(?is)^.*?\\bBEGIN\\b", "").replaceFirst("(?is)\\bEND\\s*;?\\s*$", "");
        boolean bounded = true;
        String failure = "";
        List<String> sinks = new ArrayList<>();
        for (String part : body.split(";")) {
            if (!part.isBlank()) {
                Words insert = new Words(part);
                insert.expect("INSERT");
                insert.expect("INTO");
                sinks.add(known(insert.object()).name());
                Query source = query(insert);
                bounded &= source.isBounded();
                failure = failure.isEmpty() ? source.failure() : failure;
            }
        }
        return SqlAnswer.job(jobs.submit(String.join(",", sinks), bounded, failure));
    }

    private SqlAnswer stop(Words words) throws SqlFault {
        words.expect("STOP");
        words.expect("JOB");
        jobs.stop(words.text());
        return SqlAnswer.ok();
    }

    private SqlAnswer explain(Words words) throws SqlFault {
        words.expect("EXPLAIN");
        query(words);
        return SqlAnswer.of(List.of("result"), List.of(List.of("== Abstract Syntax Tree ==\nsimulated")));
    }
}
