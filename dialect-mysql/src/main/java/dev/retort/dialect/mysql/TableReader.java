// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.mysql.text.Lexer;
import dev.retort.schema.Column;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads tables with everything in them, as the server names it. */
final class TableReader {

    private static final Set<String> GEOMETRIES = Set.of(
            "geometry",
            "point",
            "linestring",
            "polygon",
            "multipoint",
            "multilinestring",
            "multipolygon",
            "geometrycollection");

    private final Flavor flavor;
    private final Rows rows;
    private final List<String> schemas;
    private final MysqlInspector.Names names;
    private final MysqlOptions options;
    private final Map<QualifiedName, TableBuilder> tables = new LinkedHashMap<>();
    private final Map<QualifiedName, List<Rows.Row>> columns = new LinkedHashMap<>();

    TableReader(Flavor flavor, Rows rows, List<String> schemas, MysqlInspector.Names names) {
        this.flavor = flavor;
        this.rows = rows;
        this.schemas = schemas;
        this.names = names;
        this.options = new MysqlOptions(flavor);
    }

    List<Table> read() throws SQLException {
        Map<QualifiedName, String> collations = new LinkedHashMap<>();
        Map<QualifiedName, String> engines = new LinkedHashMap<>();
        Map<QualifiedName, String> partitions = new PartitionReader(flavor, rows, schemas, names).read();
        PeriodReader periods = PeriodReader.read(flavor, rows, schemas, names);
        for (Rows.Row row : rows.of(
                "SELECT table_schema, table_name, table_type, engine, table_collation, create_options, table_comment"
                        + " FROM information_schema.tables WHERE table_schema IN %s"
                        + " AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED') ORDER BY table_name",
                schemas)) {
            QualifiedName name = names.of(row.text("table_schema"), row.text("table_name"));
            if (names.isWanted(name)) {
                tables.put(
                        name,
                        new TableBuilder(name)
                                .comment(empty(row.text("table_comment")))
                                .options(options(
                                        row,
                                        partitions.getOrDefault(name, ""),
                                        periods.texts().getOrDefault(name, ""))));
                collations.put(name, row.text("table_collation"));
                engines.put(name, row.text("engine").toLowerCase(Locale.ROOT));
            }
        }
        for (Rows.Row row : rows.of(
                "SELECT table_schema, table_name, column_name, column_default, is_nullable, column_type,"
                        + " collation_name, extra, column_comment, generation_expression"
                        + (flavor.isMySql(8, 0, 3) ? ", srs_id" : "")
                        + " FROM information_schema.columns WHERE table_schema IN %s"
                        + " ORDER BY table_schema, table_name, ordinal_position",
                schemas)) {
            QualifiedName name = names.of(row.text("table_schema"), row.text("table_name"));
            if (tables.containsKey(name)) {
                columns.computeIfAbsent(name, key -> new ArrayList<>()).add(row);
            }
        }
        ConstraintReader constraints = new ConstraintReader(flavor, rows, schemas, names, tables, engines, periods);
        constraints.read();
        if (flavor.isMariaDb()) {
            srids();
        }
        ColumnReader reader = new ColumnReader(flavor, rows, names);
        TrueTexts texts = new TrueTexts(flavor, rows);
        for (Map.Entry<QualifiedName, List<Rows.Row>> entry : columns.entrySet()) {
            List<Column> read = new ArrayList<>();
            for (Rows.Row row : entry.getValue()) {
                boolean json = row.text("column_type").equals("longtext")
                        && row.text("collation_name").equals("utf8mb4_bin")
                        && constraints.isJson(entry.getKey(), row.text("column_name"));
                read.add(reader.column(
                        row,
                        collations.getOrDefault(entry.getKey(), ""),
                        json
                                ? ""
                                : texts.ofColumn(
                                        row,
                                        row.text("column_name"),
                                        constraints.check(entry.getKey(), row.text("column_name"))),
                        json));
            }
            tables.get(entry.getKey()).columns(read);
        }
        return tables.values().stream().map(TableBuilder::build).toList();
    }

    /** MariaDB has the reference systems in a view of its own, for which it opens the tables. */
    private void srids() throws SQLException {
        boolean needed = columns.values().stream()
                .flatMap(List::stream)
                .anyMatch(row -> GEOMETRIES.contains(row.text("column_type").toLowerCase(Locale.ROOT)));
        if (!needed) {
            return;
        }
        Map<String, String> srids = new HashMap<>();
        for (Rows.Row row : rows.of(
                "SELECT f_table_schema, f_table_name, g_geometry_column, srid FROM information_schema.geometry_columns"
                        + " WHERE f_table_schema IN %s AND srid <> 0",
                schemas)) {
            srids.put(
                    names.of(row.text("f_table_schema"), row.text("f_table_name")) + "\u0001"
                            + row.text("g_geometry_column"),
                    row.text("srid"));
        }
        columns.forEach((table, list) ->
                list.forEach(row -> row.cells().put("srs_id", srids.get(table + "\u0001" + row.text("column_name")))));
    }

    private static @Nullable String empty(String text) {
        return text.isEmpty() ? null : text;
    }

    private Options options(Rows.Row row, String partitions, String periods) throws SQLException {
        Options read = options.with(
                Options.NONE, MysqlOptions.ENGINE, row.text("engine").toLowerCase(Locale.ROOT));
        read = options.with(
                read, MysqlOptions.COLLATION, names.collation(row.text("table_schema"), row.text("table_collation")));
        read = partitions.isEmpty() ? read : options.with(read, MysqlOptions.PARTITION_BY, partitions);
        read = periods.isEmpty() ? read : options.with(read, MysqlOptions.PERIODS, periods);
        List<String> others = new ArrayList<>();
        for (String word : row.text("create_options").split(" ")) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (lower.startsWith("row_format=")) {
                read = options.with(read, MysqlOptions.ROW_FORMAT, lower.substring(11));
            } else if (!word.isBlank() && !lower.equals("partitioned")) {
                others.add(word);
            }
        }
        if (row.text("engine").equalsIgnoreCase(MergedTables.ENGINE)) {
            others.addAll(new MergedTables(rows, names).options(row.text("table_schema"), row.text("table_name")));
        }
        if (!others.isEmpty()) {
            read = options.with(read, MysqlOptions.CREATE_OPTIONS, String.join(" ", others));
        }
        return row.text("table_type").equals("SYSTEM VERSIONED")
                ? options.with(read, MysqlOptions.SYSTEM_VERSIONING, true)
                : read;
    }

    /** MySQL's information schema escapes expressions, MariaDB's does not. */
    static String expression(Flavor flavor, String text) {
        return flavor.isMariaDb() ? text : Lexer.withoutBackslashes(decoded(text));
    }

    /**
     * MySQL's information schema takes the bytes of an expression for Latin 1 and encodes them once more. What is no UTF-8
     * as bytes was not treated so.
     */
    private static String decoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (!new String(bytes, StandardCharsets.ISO_8859_1).equals(text)) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException asItIs) {
            return text;
        }
    }
}
