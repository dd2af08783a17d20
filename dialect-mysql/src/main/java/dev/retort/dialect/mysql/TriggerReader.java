// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.mysql.text.Quote;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.SqlText;
import dev.retort.schema.Trigger;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Reads triggers. In its catalogue MySQL takes doubled quotes for single ones, so that there a trigger with quotes is asked
 * for by itself.
 */
record TriggerReader(
        Flavor flavor, Rows rows, List<String> schemas, MysqlInspector.Names names, Header header) {

    void read(SchemaBuilder schema) throws SQLException {
        MysqlOptions words = new MysqlOptions(flavor);
        for (Rows.Row row : rows.of(
                "SELECT trigger_schema, trigger_name, event_manipulation, event_object_schema, event_object_table,"
                        + " action_statement, action_timing, action_order, sql_mode, definer"
                        + " FROM information_schema.triggers WHERE trigger_schema IN %s ORDER BY trigger_name",
                schemas)) {
            QualifiedName table = names.of(row.text("event_object_schema"), row.text("event_object_table"));
            if (!names.isWanted(table)) {
                continue;
            }
            Options options = words.with(
                    Options.NONE, MysqlOptions.DEFINER, header.definer(row.text("definer")));
            String modes = header.modes(row.text("sql_mode"));
            if (modes != null) {
                options = words.with(options, MysqlOptions.SQL_MODE, modes.isEmpty() ? "," : modes);
            }
            schema.trigger(new Trigger(
                    new Identifier(row.text("trigger_name")),
                    table,
                    Trigger.Timing.valueOf(row.text("action_timing")),
                    Set.of(Trigger.Event.valueOf(row.text("event_manipulation"))),
                    List.of(),
                    true,
                    null,
                    SqlText.verbatim(body(row)),
                    null,
                    words.with(options, MysqlOptions.ORDER, Long.valueOf(row.text("action_order")))));
        }
    }

    private String body(Rows.Row row) throws SQLException {
        String body = row.text("action_statement");
        if (flavor.isMariaDb() || (body.indexOf('\'') < 0 && body.indexOf('"') < 0)) {
            return body;
        }
        String name = Quote.name(row.text("trigger_schema")) + "." + Quote.name(row.text("trigger_name"));
        for (Rows.Row text : rows.list("SHOW CREATE TRIGGER " + name)) {
            String shown = Header.bodyOfTrigger(text.text("sql original statement"));
            if (shown != null) {
                return shown;
            }
        }
        return body;
    }
}
