package io.slipway.sandbox.sparksql;

import java.util.ArrayList;
import java.util.List;

/** Iceberg's maintenance procedures. */
final class Procedures {
    private Procedures() {}

    static SqlResult call(SqlSession session, Tokens tokens) throws SqlException {
        List<String> path = tokens.path();
        String procedure = path.get(path.size() - 1);
        String table = table(tokens);
        List<String> full = new ArrayList<>(List.of(path.get(0)));
        full.addAll(List.of(table.split("\\.")));
        SqlSession.Place place =
                session.place(full.size() > 3 && full.get(0).equals(full.get(1)) ? full.subList(1, full.size()) : full);
        int files = place.require().snapshots();
        return switch (procedure) {
            case "rewrite_data_files" ->
                new SqlResult(
                        List.of(
                                "rewritten_data_files_count",
                                "added_data_files_count",
                                "rewritten_bytes_count",
                                "failed_data_files_count"),
                        List.of(List.of(files >= 5 ? String.valueOf(files) : "0", files >= 5 ? "1" : "0", "0", "0")));
            case "expire_snapshots" ->
                new SqlResult(
                        List.of(
                                "deleted_data_files_count",
                                "deleted_manifest_files_count",
                                "deleted_manifest_lists_count"),
                        List.of(List.of("0", "0", String.valueOf(Math.max(0, files - 20)))));
            case "remove_orphan_files", "rewrite_manifests" -> new SqlResult(List.of("result"), List.of());
            default ->
                throw new SqlException("[ROUTINE_NOT_FOUND] The routine `" + String.join("`.`", path)
                        + "` cannot be found. SQLSTATE: 42883");
        };
    }

    private static String table(Tokens tokens) throws SqlException {
        tokens.expect("(");
        String table = "";
        for (int depth = 1; depth > 0; ) {
            String token = tokens.next();
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (table.isEmpty() && token.startsWith("'")) {
                table = token.substring(1, token.length() - 1);
            }
        }
        if (table.isEmpty()) {
            throw new SqlException(
                    "[REQUIRED_PARAMETER_NOT_FOUND] Cannot invoke the routine because the parameter named `table` is required.");
        }
        return table;
    }
}
