// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.mysql.text.Lexer;
import dev.retort.dialect.mysql.text.Quote;
import dev.retort.dialect.mysql.text.Token;
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
 * Reads triggers. In their catalogues MySQL takes doubled quotes for single ones, and both leave out backslashes, so that
 * triggers of MySQL with quotes and those of MariaDB with backslashes are asked for by themselves. So are those with question
 * marks, which stand for characters beyond the basic plane as well.
 */
record TriggerReader(Flavor flavor, Rows rows, List<String> schemas, MysqlInspector.Names names, Header header) {

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
            Options options = words.with(Options.NONE, MysqlOptions.DEFINER, header.definer(row.text("definer")));
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

    private boolean isDoubtful(String body) {
        if (body.indexOf('?') >= 0) {
            return true;
        }
        if (!flavor.isMariaDb()) {
            return body.indexOf('\'') >= 0 || body.indexOf('"') >= 0;
        }
        return body.indexOf('\\') >= 0
                || Lexer.read(body).stream()
                        .filter(token -> token.kind() == Token.Kind.STRING)
                        .anyMatch(token -> token.value().chars().anyMatch(c -> c < ' '));
    }

    private String body(Rows.Row row) throws SQLException {
        String body = row.text("action_statement");
        if (!isDoubtful(body)) {
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
