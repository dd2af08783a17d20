// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.dialect.mysql.text.Quote;
import dev.retort.schema.Identifier;
import dev.retort.schema.OtherObject;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.SqlText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the model has no place for as the server shows it, and tells what cannot be kept. */
record ShownReader(Flavor flavor, Rows rows, List<String> schemas, MysqlInspector.Names names) {

    private static final Pattern PARTITIONS =
            Pattern.compile("(?:/\\*!\\d+ )?PARTITION BY (.*?)\\s*(?:\\*/)?\\s*$", Pattern.DOTALL);
    private static final Pattern DEFINER = Pattern.compile(" DEFINER=`(?:[^`]|``)*`(?:@`(?:[^`]|``)*`)?");

    /** What stands behind PARTITION BY, or nothing; asked of tables alone that have partitions. */
    static String partitions(Rows rows, String schema, String table) throws SQLException {
        for (Rows.Row row : rows.list("SHOW CREATE TABLE " + Quote.name(schema) + "." + Quote.name(table))) {
            String text = row.text("create table");
            Matcher matcher = PARTITIONS.matcher(text);
            int from = 0;
            while (matcher.find(from)) {
                if (matcher.start() > text.indexOf("\n) ")) {
                    return matcher.group(1).replaceAll("\\s*\\n\\s*", " ");
                }
                from = matcher.start() + 1;
            }
        }
        return "";
    }

    void read(SchemaBuilder schema, List<Finding> findings) throws SQLException {
        events(schema);
        views(schema);
        triggers(findings);
    }

    private void events(SchemaBuilder schema) throws SQLException {
        for (Rows.Row row : rows.of(
                "SELECT event_schema, event_name FROM information_schema.events WHERE event_schema IN %s"
                        + " ORDER BY event_schema, event_name",
                schemas)) {
            String full = Quote.name(row.text("event_schema")) + "." + Quote.name(row.text("event_name"));
            for (Rows.Row text : rows.list("SHOW CREATE EVENT " + full)) {
                QualifiedName name = names.of(row.text("event_schema"), row.text("event_name"));
                schema.other(new OtherObject(
                        name.sibling(new Identifier("event " + row.text("event_name"))),
                        "event",
                        SqlText.verbatim(plain(text.text("create event"), row.text("event_schema"))),
                        SqlText.verbatim("DROP EVENT " + written(name))));
            }
        }
    }

    private static String written(QualifiedName name) {
        Identifier namespace = name.namespace();
        return (namespace == null ? "" : Quote.name(namespace.value()) + ".")
                + Quote.name(name.name().value());
    }

    /** A view is altered to have its algorithm, security and check, if one of them is not the usual. */
    private void views(SchemaBuilder schema) throws SQLException {
        for (Rows.Row row : rows.of(
                "SELECT table_schema, table_name, check_option FROM information_schema.views"
                        + " WHERE table_schema IN %s ORDER BY table_schema, table_name",
                schemas)) {
            QualifiedName name = names.of(row.text("table_schema"), row.text("table_name"));
            if (!names.isWanted(name)) {
                continue;
            }
            for (Rows.Row text : rows.list("SHOW CREATE VIEW " + Quote.name(row.text("table_schema")) + "."
                    + Quote.name(row.text("table_name")))) {
                String sql = plain(text.text("create view"), row.text("table_schema"));
                boolean usual = sql.startsWith("CREATE ALGORITHM=UNDEFINED SQL SECURITY DEFINER VIEW ")
                        && row.text("check_option").equals("NONE");
                if (!usual) {
                    schema.other(new OtherObject(
                            name.sibling(new Identifier("attributes of view " + row.text("table_name"))),
                            "setting",
                            SqlText.verbatim("ALTER" + sql.substring("CREATE".length())),
                            null));
                }
            }
        }
    }

    private String plain(String sql, String database) {
        String text = DEFINER.matcher(sql).replaceFirst("");
        return database.equals(names.database()) ? text.replace(Quote.name(database) + ".", "") : text;
    }

    /** Triggers are created in the order of their names, in which they run then. */
    private void triggers(List<Finding> findings) throws SQLException {
        List<String> before = new ArrayList<>();
        String place = "";
        for (Rows.Row row : rows.of(
                "SELECT event_object_schema, event_object_table, event_manipulation, action_timing, trigger_name"
                        + " FROM information_schema.triggers WHERE trigger_schema IN %s ORDER BY event_object_schema,"
                        + " event_object_table, event_manipulation, action_timing, action_order",
                schemas)) {
            String here = row.text("event_object_schema") + "." + row.text("event_object_table") + " "
                    + row.text("action_timing") + " " + row.text("event_manipulation");
            if (!here.equals(place)) {
                before.clear();
                place = here;
            }
            String name = row.text("trigger_name");
            if (before.stream().anyMatch(other -> new Identifier(other).compareTo(new Identifier(name)) > 0)) {
                findings.add(Finding.warning(
                                ErrorCode.UNSUPPORTED,
                                "That trigger '" + name + "' runs after '" + before.get(before.size() - 1) + "' ("
                                        + here + ") is not read: the model has no place for it.")
                        .about(name)
                        .withHint("Triggers are created in the order of their names; name them so that it is theirs."));
            }
            before.add(name);
        }
    }
}
