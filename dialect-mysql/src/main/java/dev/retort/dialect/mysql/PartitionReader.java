// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.mysql.text.Lexer;
import dev.retort.dialect.mysql.text.PartitionText;
import dev.retort.dialect.mysql.text.Quote;
import dev.retort.dialect.mysql.text.Token;
import dev.retort.schema.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads how tables are partitioned, all of them by one query. It does not tell the directory, the row limits and the
 * {@code ALGORITHM} of partitions. The intervals of MariaDB's {@code SYSTEM_TIME} are in no catalogue, and its default
 * partition of a list looks like one of the value 0, so that each table with one of those is asked for by itself.
 */
record PartitionReader(Flavor flavor, Rows rows, List<String> schemas, MysqlInspector.Names names) {

    /** What stands behind PARTITION BY, by table. */
    Map<QualifiedName, String> read() throws SQLException {
        Map<QualifiedName, List<Rows.Row>> tables = new LinkedHashMap<>();
        for (Rows.Row row : rows.of(
                "SELECT table_schema, table_name, partition_name, subpartition_name, partition_method,"
                        + " subpartition_method, partition_expression, subpartition_expression, partition_description,"
                        + " partition_comment FROM information_schema.partitions WHERE table_schema IN %s"
                        + " AND partition_name IS NOT NULL ORDER BY table_schema, table_name,"
                        + " partition_ordinal_position, subpartition_ordinal_position",
                schemas)) {
            tables.computeIfAbsent(names.of(row.text("table_schema"), row.text("table_name")), key -> new ArrayList<>())
                    .add(row);
        }
        Map<QualifiedName, String> texts = new LinkedHashMap<>();
        for (Map.Entry<QualifiedName, List<Rows.Row>> table : tables.entrySet()) {
            Rows.Row first = table.getValue().get(0);
            boolean doubtful = isDoubtful(table.getValue(), first.text("partition_method"));
            String text = doubtful ? shown(first) : text(table.getValue(), first);
            texts.put(table.getKey(), PartitionText.canonical(text));
        }
        return texts;
    }

    private boolean isDoubtful(List<Rows.Row> partitions, String method) {
        return method.equals("SYSTEM_TIME")
                || (flavor.isMariaDb()
                        && method.equals("LIST")
                        && partitions.stream()
                                .anyMatch(
                                        row -> row.text("partition_description").equals("0")));
    }

    private String shown(Rows.Row row) throws SQLException {
        String sql =
                new String(rows.creation(row.text("table_schema"), row.text("table_name")), StandardCharsets.UTF_8);
        List<Token> tokens = Lexer.read(sql);
        int depth = 0;
        for (int i = 0; i + 2 < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (depth == 0 && tokens.get(i).is("PARTITION") && tokens.get(i + 1).is("BY")) {
                return sql.substring(tokens.get(i + 2).start());
            }
        }
        return row.text("partition_method");
    }

    private static String text(List<Rows.Row> rows, Rows.Row first) {
        StringBuilder sql = new StringBuilder(by(first.text("partition_method"), first.text("partition_expression")));
        Map<String, List<Rows.Row>> partitions = new LinkedHashMap<>();
        rows.forEach(row -> partitions
                .computeIfAbsent(row.text("partition_name"), key -> new ArrayList<>())
                .add(row));
        boolean divided = !first.text("subpartition_name").isEmpty();
        boolean named = divided && partitions.entrySet().stream().anyMatch(entry -> isNamed(entry, "sp"));
        if (divided) {
            sql.append(" SUBPARTITION BY ")
                    .append(by(first.text("subpartition_method"), first.text("subpartition_expression")));
            if (!named) {
                sql.append(" SUBPARTITIONS ")
                        .append(partitions.values().iterator().next().size());
            }
        }
        String method = first.text("partition_method");
        boolean valued = method.startsWith("RANGE") || method.startsWith("LIST");
        if (!valued && !isNamed(Map.entry("", rows), "p")) {
            return sql.append(" PARTITIONS ").append(partitions.size()).toString();
        }
        List<String> texts = new ArrayList<>();
        partitions.forEach((name, parts) -> texts.add("PARTITION " + Quote.name(name)
                + (valued ? values(parts.get(0)) : "")
                + (named
                        ? " ("
                                + String.join(
                                        ", ",
                                        parts.stream()
                                                .map(PartitionReader::subpartition)
                                                .toList()) + ")"
                        : comment(parts.get(0)))));
        return sql.append(" (").append(String.join(", ", texts)).append(")").toString();
    }

    private static String by(String method, String expression) {
        return method + " (" + expression + ")";
    }

    /** Whether names or comments are said, rather than names that are counted. */
    private static boolean isNamed(Map.Entry<String, List<Rows.Row>> partition, String word) {
        List<Rows.Row> rows = partition.getValue();
        String column = word.equals("sp") ? "subpartition_name" : "partition_name";
        for (int i = 0; i < rows.size(); i++) {
            String comment = rows.get(i).text("partition_comment");
            // Subpartitions have the comment of their partition unless they have one of their own.
            String usual = word.equals("sp") ? rows.get(0).text("partition_comment") : "";
            if (!comment.equals(usual) || !rows.get(i).text(column).equals(partition.getKey() + word + i)) {
                return true;
            }
        }
        return false;
    }

    private static String subpartition(Rows.Row row) {
        return "SUBPARTITION " + Quote.name(row.text("subpartition_name")) + comment(row);
    }

    private static String comment(Rows.Row row) {
        String comment = row.text("partition_comment");
        return comment.isEmpty() ? "" : " COMMENT = " + Quote.string(comment);
    }

    private static String values(Rows.Row row) {
        String values = row.text("partition_description");
        String method = row.text("partition_method");
        if (method.startsWith("LIST")) {
            return values.equals("MAXVALUE") ? " DEFAULT" : " VALUES IN (" + values + ")";
        }
        return values.equals("MAXVALUE") && method.equals("RANGE")
                ? " VALUES LESS THAN MAXVALUE"
                : " VALUES LESS THAN (" + values + ")";
    }
}
