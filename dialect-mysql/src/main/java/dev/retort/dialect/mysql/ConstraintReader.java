// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.mysql.text.SqlTexts;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SqlText;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.UniqueConstraint;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads indexes, foreign keys and checks of all tables. */
final class ConstraintReader {

    private final Flavor flavor;
    private final Rows rows;
    private final List<String> schemas;
    private final MysqlInspector.Names names;
    private final Map<QualifiedName, TableBuilder> tables;
    private final MysqlOptions options;
    private final Map<QualifiedName, String> engines;
    private final PeriodReader periods;
    private final Parsers parsers;
    /** The check is named after the column, but keeps its name when that is renamed. */
    private static final Pattern JSON_VALID = Pattern.compile("json_valid\\(`((?:[^`]|``)*)`\\)");

    private final Set<String> json = new HashSet<>();
    private final Map<String, String> columnChecks = new HashMap<>();

    ConstraintReader(
            Flavor flavor,
            Rows rows,
            List<String> schemas,
            MysqlInspector.Names names,
            Map<QualifiedName, TableBuilder> tables,
            Map<QualifiedName, String> engines,
            PeriodReader periods) {
        this.engines = engines;
        this.periods = periods;
        this.flavor = flavor;
        this.rows = rows;
        this.schemas = schemas;
        this.names = names;
        this.tables = tables;
        this.options = new MysqlOptions(flavor);
        this.parsers = new Parsers(rows);
    }

    void read() throws SQLException {
        indexes();
        foreignKeys();
        if (flavor.hasChecks()) {
            checks();
        }
    }

    /** MariaDB keeps JSON as a long text with a check of its own. */
    boolean isJson(QualifiedName table, String column) {
        return json.contains(table + "\u0001" + column);
    }

    /** The check that is part of a column's definition, as MariaDB has it, or nothing. */
    String check(QualifiedName table, String column) {
        return columnChecks.getOrDefault(table + "\u0001" + column, "");
    }

    private void indexes() throws SQLException {
        String more = flavor.isMariaDb()
                ? ", 'YES' AS is_visible, NULL AS expression, ignored"
                : ", is_visible, " + (flavor.isMySql(8, 0, 13) ? "expression" : "NULL AS expression")
                        + ", 'NO' AS ignored";
        Map<String, List<Rows.Row>> parts = new LinkedHashMap<>();
        for (Rows.Row row : rows.of(
                "SELECT table_schema, table_name, index_name, non_unique, column_name, collation, sub_part,"
                        + " index_type, index_comment" + more
                        + " FROM information_schema.statistics WHERE table_schema IN %s"
                        + " ORDER BY table_schema, table_name, index_name, seq_in_index",
                schemas)) {
            String key =
                    row.text("table_schema") + "\u0001" + row.text("table_name") + "\u0001" + row.text("index_name");
            parts.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        for (List<Rows.Row> index : parts.values()) {
            Rows.Row first = index.get(0);
            QualifiedName name = names.of(first.text("table_schema"), first.text("table_name"));
            TableBuilder table = tables.get(name);
            if (table != null) {
                index(table, index, engines.getOrDefault(name, ""), periods.overlap(name, first.text("index_name")));
            }
        }
    }

    /**
     * @param overlap the period whose beginning and end are the last columns, or nothing
     */
    private void index(TableBuilder table, List<Rows.Row> all, String engine, String overlap) throws SQLException {
        List<Rows.Row> parts = overlap.isEmpty() ? all : all.subList(0, all.size() - 2);
        Rows.Row first = parts.get(0);
        String name = first.text("index_name");
        Options own =
                overlap.isEmpty() ? Options.NONE : options.with(Options.NONE, MysqlOptions.WITHOUT_OVERLAPS, overlap);
        boolean shortened =
                parts.stream().anyMatch(part -> !part.text("sub_part").isEmpty());
        if (name.equals("PRIMARY")) {
            if (shortened) {
                List<String> lengths =
                        parts.stream().map(part -> part.text("sub_part")).toList();
                own = options.with(own, MysqlOptions.LENGTHS, String.join(",", lengths));
            }
            if (parts.stream().anyMatch(ConstraintReader::isDescending)) {
                List<String> directions = parts.stream()
                        .map(part -> isDescending(part) ? "desc" : "")
                        .toList();
                own = options.with(own, MysqlOptions.DIRECTIONS, String.join(",", directions));
            }
            own = options.with(own, MysqlOptions.USING, using(first, engine));
            own = options.with(own, MysqlOptions.COMMENT, first.text("index_comment"));
            table.primaryKey(
                    new PrimaryKey(null, identifiers(parts, "column_name"), Deferrability.NOT_DEFERRABLE, own));
            return;
        }
        String type = first.text("index_type").toLowerCase(Locale.ROOT);
        boolean special = type.equals("fulltext") || type.equals("spatial");
        own = special ? options.with(own, MysqlOptions.TYPE, type) : own;
        if (type.equals("fulltext")) {
            String parser = parsers.of(first.text("table_schema"), first.text("table_name"), name);
            own = parser.isEmpty() ? own : options.with(own, MysqlOptions.PARSER, parser);
        }
        own = special ? own : options.with(own, MysqlOptions.USING, using(first, engine));
        if (first.text("is_visible").equals("NO")) {
            own = options.with(own, MysqlOptions.INVISIBLE, true);
        }
        if (first.isYes("ignored")) {
            own = options.with(own, MysqlOptions.IGNORED, true);
        }
        Index index = new Index(
                new Identifier(name),
                parts.stream().map(part -> part(part, special)).toList(),
                first.text("non_unique").equals("0"),
                null,
                first.text("index_comment").isEmpty() ? null : first.text("index_comment"),
                own);
        if (MysqlCanonical.isConstraint(index)) {
            table.constraint(new UniqueConstraint(
                    index.name(), MysqlCanonical.columns(index), Deferrability.NOT_DEFERRABLE, Options.NONE));
        } else {
            table.index(index);
        }
    }

    private static boolean isDescending(Rows.Row part) {
        return part.text("collation").equals("D");
    }

    /** What an index is made of, or nothing if all of its engine are. */
    private String using(Rows.Row index, String engine) {
        String type = index.text("index_type").toLowerCase(Locale.ROOT);
        boolean unique = index.text("non_unique").equals("0");
        return MysqlCanonical.isUsualUse(type, engine, unique, flavor) ? "" : type;
    }

    private IndexPart part(Rows.Row row, boolean special) {
        String length = row.text("sub_part");
        Options own = special || length.isEmpty()
                ? Options.NONE
                : options.with(Options.NONE, MysqlOptions.LENGTH, Long.valueOf(length));
        String expression = row.text("expression");
        IndexKey key = expression.isEmpty()
                ? new IndexKey.OfColumn(new Identifier(row.text("column_name")))
                : new IndexKey.OfExpression(SqlText.verbatim(TableReader.expression(flavor, expression)));
        return new IndexPart(key, isDescending(row), null, null, own);
    }

    private void foreignKeys() throws SQLException {
        Map<String, List<Rows.Row>> keys = new LinkedHashMap<>();
        for (Rows.Row row : rows.of(
                "SELECT k.table_schema, k.table_name, k.constraint_name, k.column_name, k.referenced_table_schema,"
                        + " k.referenced_table_name, k.referenced_column_name, r.update_rule, r.delete_rule"
                        + " FROM information_schema.key_column_usage k"
                        + " JOIN information_schema.referential_constraints r"
                        + " ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name"
                        + " AND r.table_name = k.table_name"
                        + " WHERE k.table_schema IN %s AND k.referenced_table_name IS NOT NULL"
                        + " ORDER BY k.table_schema, k.table_name, k.constraint_name, k.ordinal_position",
                schemas)) {
            String key = row.text("table_schema") + "\u0001" + row.text("table_name") + "\u0001"
                    + row.text("constraint_name");
            keys.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        for (List<Rows.Row> key : keys.values()) {
            Rows.Row first = key.get(0);
            TableBuilder table = tables.get(names.of(first.text("table_schema"), first.text("table_name")));
            if (table != null) {
                table.constraint(ForeignKey.of(
                                first.text("constraint_name"),
                                identifiers(key, "column_name"),
                                names.of(first.text("referenced_table_schema"), first.text("referenced_table_name")),
                                identifiers(key, "referenced_column_name"))
                        .withActions(action(first.text("delete_rule")), action(first.text("update_rule"))));
            }
        }
    }

    private static List<Identifier> identifiers(List<Rows.Row> rows, String column) {
        return rows.stream().map(row -> new Identifier(row.text(column))).toList();
    }

    private static ReferentialAction action(String rule) {
        for (ReferentialAction action : ReferentialAction.values()) {
            if (action.sql().equalsIgnoreCase(rule)) {
                return action;
            }
        }
        return ReferentialAction.NO_ACTION;
    }

    private void checks() throws SQLException {
        String sql = flavor.isMariaDb()
                ? "SELECT constraint_schema AS table_schema, table_name, constraint_name, check_clause, level,"
                        + " 'YES' AS enforced FROM information_schema.check_constraints"
                        + " WHERE constraint_schema IN %s ORDER BY table_name, constraint_name"
                : "SELECT t.table_schema, t.table_name, c.constraint_name, c.check_clause, 'Table' AS level, t.enforced"
                        + " FROM information_schema.check_constraints c JOIN information_schema.table_constraints t"
                        + " ON t.constraint_schema = c.constraint_schema AND t.constraint_name = c.constraint_name"
                        + " AND t.constraint_type = 'CHECK'"
                        + " WHERE c.constraint_schema IN %s ORDER BY t.table_name, c.constraint_name";
        for (Rows.Row row : rows.of(sql, schemas)) {
            QualifiedName name = names.of(row.text("table_schema"), row.text("table_name"));
            TableBuilder table = tables.get(name);
            String text = TableReader.expression(flavor, row.text("check_clause"));
            String column = row.text("constraint_name");
            if (table == null || periods.isPeriod(name, column)) {
                continue;
            }
            if (row.text("level").equals("Column")) {
                Matcher valid = JSON_VALID.matcher(SqlTexts.expression(text));
                if (valid.matches()) {
                    json.add(name + "\u0001" + valid.group(1).replace("``", "`"));
                }
            }
            if (row.text("level").equals("Column")) {
                String owner =
                        SqlTexts.mentions(text, column) ? column : new TrueTexts(flavor, rows).columnOfCheck(row, text);
                columnChecks.put(name + "\u0001" + (owner.isEmpty() ? column : owner), text);
                continue;
            }
            CheckConstraint check = CheckConstraint.of(column, new TrueTexts(flavor, rows).ofCheck(row, column, text));
            table.constraint(
                    row.text("enforced").equals("NO")
                            ? new CheckConstraint(
                                    check.name(),
                                    check.expression(),
                                    check.deferrability(),
                                    true,
                                    options.with(Options.NONE, MysqlOptions.NOT_ENFORCED, true))
                            : check);
        }
    }
}
