// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.mysql.text.Quote;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.SqlText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads functions, procedures and packages, each by itself: the catalogue has their parameters only in the server's spelling and
 * without character sets, and MySQL's takes doubled quotes in a body for single ones. Whoever may not see the text of a
 * routine has none of it.
 */
record RoutineReader(Rows rows, List<String> schemas, MysqlInspector.Names names, Header header) {

    void read(SchemaBuilder schema) throws SQLException {
        Map<QualifiedName, List<Rows.Row>> packages = new LinkedHashMap<>();
        for (Rows.Row row : rows.of(
                "SELECT routine_schema, routine_name, routine_type, routine_comment, sql_mode, definer"
                        + " FROM information_schema.routines WHERE routine_schema IN %s"
                        + " AND routine_type IN ('FUNCTION', 'PROCEDURE', 'PACKAGE', 'PACKAGE BODY')"
                        + " ORDER BY routine_name, routine_type",
                schemas)) {
            QualifiedName name = names.of(row.text("routine_schema"), row.text("routine_name"));
            if (names.isWanted(name) && PackageReader.isPart(row)) {
                packages.computeIfAbsent(name, key -> new ArrayList<>()).add(row);
            } else if (names.isWanted(name)) {
                schema.routine(routine(name, row));
            }
        }
        for (Map.Entry<QualifiedName, List<Rows.Row>> parts : packages.entrySet()) {
            schema.other(new PackageReader(rows, header).read(parts.getKey(), parts.getValue()));
        }
    }

    private Routine routine(QualifiedName name, Rows.Row row) throws SQLException {
        String type = row.text("routine_type");
        String full = Quote.name(row.text("routine_schema")) + "." + Quote.name(row.text("routine_name"));
        String shown = rows.list("SHOW CREATE " + type + " " + full).stream()
                .map(text -> text.text("create " + type.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse("");
        String modes = header.modes(row.text("sql_mode"));
        return new Routine(
                name,
                Routine.Kind.valueOf(type),
                "",
                SqlText.verbatim(RoutineTexts.read(shown, modes, header.definer(row.text("definer")))),
                row.text("routine_comment").isEmpty() ? null : row.text("routine_comment"));
    }
}
