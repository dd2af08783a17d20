// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.mysql.text.Lexer;
import dev.retort.dialect.mysql.text.Quote;
import dev.retort.dialect.mysql.text.Token;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.OtherObject;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.SqlText;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads views, triggers, routines and sequences. */
record ObjectReader(Flavor flavor, Rows rows, List<String> schemas, MysqlInspector.Names names, TableReader tables) {

    void read(SchemaBuilder schema) throws SQLException {
        views(schema);
        triggers(schema);
        routines(schema);
        if (flavor.isMariaDb()) {
            sequences(schema);
        }
    }

    private void views(SchemaBuilder schema) throws SQLException {
        for (Rows.Row row : rows.of(
                "SELECT table_schema, table_name, view_definition FROM information_schema.views"
                        + " WHERE table_schema IN %s ORDER BY table_name",
                schemas)) {
            QualifiedName name = names.of(row.text("table_schema"), row.text("table_name"));
            if (names.isWanted(name)) {
                schema.view(new View(
                        name,
                        tables.columns(name).stream().map(Identifier::new).toList(),
                        SqlText.verbatim(withoutDatabase(row.text("view_definition"))),
                        false,
                        null,
                        Options.NONE));
            }
        }
    }

    /** The server writes the database before each name. */
    private String withoutDatabase(String sql) {
        StringBuilder text = new StringBuilder();
        List<Token> tokens = Lexer.read(sql);
        int copied = 0;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean first = i == 0 || !tokens.get(i - 1).isSymbol(".");
            if (first
                    && token.kind() == Token.Kind.NAME
                    && token.value().equals(names.database())
                    && tokens.get(i + 1).isSymbol(".")) {
                text.append(sql, copied, token.start());
                copied = tokens.get(i + 1).end();
            }
        }
        return text.append(sql.substring(copied)).toString();
    }

    private void triggers(SchemaBuilder schema) throws SQLException {
        for (Rows.Row row : rows.of(
                "SELECT trigger_schema, trigger_name, event_manipulation, event_object_schema, event_object_table,"
                        + " action_statement, action_timing FROM information_schema.triggers"
                        + " WHERE trigger_schema IN %s ORDER BY trigger_name",
                schemas)) {
            QualifiedName table = names.of(row.text("event_object_schema"), row.text("event_object_table"));
            if (names.isWanted(table)) {
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
                        Options.NONE));
            }
        }
    }

    /** In its copy of a body MySQL takes doubled quotes for single ones, so that what has quotes is asked for by itself. */
    private String body(Rows.Row row) throws SQLException {
        String body = row.text("action_statement");
        if (flavor.isMariaDb() || (body.indexOf('\'') < 0 && body.indexOf('"') < 0)) {
            return body;
        }
        String name = Quote.name(row.text("trigger_schema")) + "." + Quote.name(row.text("trigger_name"));
        for (Rows.Row text : rows.list("SHOW CREATE TRIGGER " + name)) {
            String sql = text.text("sql original statement");
            List<Token> tokens = Lexer.read(sql);
            for (int i = 2; i < tokens.size(); i++) {
                if (tokens.get(i - 2).is("FOR")
                        && tokens.get(i - 1).is("EACH")
                        && tokens.get(i).is("ROW")) {
                    return sql.substring(tokens.get(i).end()).strip();
                }
            }
        }
        return body;
    }

    private void routines(SchemaBuilder schema) throws SQLException {
        Map<String, List<Rows.Row>> parameters = new LinkedHashMap<>();
        for (Rows.Row row : rows.of(
                "SELECT specific_schema, specific_name, routine_type, parameter_mode, parameter_name, dtd_identifier,"
                        + " ordinal_position FROM information_schema.parameters WHERE specific_schema IN %s"
                        + " ORDER BY specific_name, ordinal_position",
                schemas)) {
            String key = row.text("routine_type") + row.text("specific_schema") + "." + row.text("specific_name");
            parameters.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        for (Rows.Row row : rows.of(
                "SELECT routine_schema, routine_name, routine_type, dtd_identifier, routine_definition,"
                        + " is_deterministic, sql_data_access, security_type, routine_comment"
                        + " FROM information_schema.routines WHERE routine_schema IN %s"
                        + " AND routine_type IN ('FUNCTION', 'PROCEDURE') ORDER BY routine_name",
                schemas)) {
            QualifiedName name = names.of(row.text("routine_schema"), row.text("routine_name"));
            if (names.isWanted(name)) {
                String key = row.text("routine_type") + row.text("routine_schema") + "." + row.text("routine_name");
                schema.routine(routine(name, row, parameters.getOrDefault(key, List.of())));
            }
        }
    }

    /** Like that of a trigger, the copy of a routine's body loses doubled quotes. */
    private String definition(Rows.Row row) throws SQLException {
        String body = row.text("routine_definition");
        if (flavor.isMariaDb() || (body.indexOf('\'') < 0 && body.indexOf('"') < 0)) {
            return body;
        }
        String type = row.text("routine_type");
        String name = Quote.name(row.text("routine_schema")) + "." + Quote.name(row.text("routine_name"));
        for (Rows.Row text : rows.list("SHOW CREATE " + type + " " + name)) {
            String sql = text.text("create " + type.toLowerCase(Locale.ROOT));
            if (!sql.isEmpty()) {
                return RoutineTexts.body(sql);
            }
        }
        return body;
    }

    private Routine routine(QualifiedName name, Rows.Row row, List<Rows.Row> parameters) throws SQLException {
        boolean function = row.text("routine_type").equals("FUNCTION");
        List<String> list = new ArrayList<>();
        for (Rows.Row parameter : parameters) {
            if (!parameter.text("ordinal_position").equals("0")) {
                String mode = parameter.text("parameter_mode");
                list.add((function || mode.equals("IN") ? "" : mode + " ")
                        + Quote.name(parameter.text("parameter_name")) + " " + parameter.text("dtd_identifier"));
            }
        }
        String sql = "CREATE " + row.text("routine_type") + " "
                + Quote.name(name.name().value()) + "("
                + String.join(", ", list) + ")"
                + (function ? " RETURNS " + row.text("dtd_identifier") : "")
                + (row.isYes("is_deterministic") ? " DETERMINISTIC" : "")
                + " " + row.text("sql_data_access")
                + " SQL SECURITY " + row.text("security_type")
                + "\n" + definition(row);
        return new Routine(
                name,
                function ? Routine.Kind.FUNCTION : Routine.Kind.PROCEDURE,
                "",
                SqlText.verbatim(sql),
                row.text("routine_comment").isEmpty() ? null : row.text("routine_comment"));
    }

    /** What a sequence says of itself is in the sequence alone. */
    private void sequences(SchemaBuilder schema) throws SQLException {
        for (Rows.Row row : rows.of(
                "SELECT table_schema, table_name FROM information_schema.tables WHERE table_schema IN %s"
                        + " AND table_type = 'SEQUENCE' ORDER BY table_name",
                schemas)) {
            QualifiedName name = names.of(row.text("table_schema"), row.text("table_name"));
            if (!names.isWanted(name)) {
                continue;
            }
            String quoted = Quote.name(row.text("table_schema")) + "." + Quote.name(row.text("table_name"));
            for (Rows.Row text : rows.list("SHOW CREATE SEQUENCE " + quoted)) {
                schema.other(new OtherObject(
                        name,
                        "sequence",
                        SqlText.verbatim(text.text("create table")),
                        SqlText.verbatim("DROP SEQUENCE " + Quote.name(row.text("table_name")))));
            }
        }
    }
}
