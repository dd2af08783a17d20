// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.mysql.text.Lexer;
import dev.retort.dialect.mysql.text.Quote;
import dev.retort.dialect.mysql.text.Token;
import dev.retort.schema.Identifier;
import dev.retort.schema.OtherObject;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.SqlText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads events, each by itself: in its catalogue MySQL takes doubled quotes in a body for single ones. An event of another
 * mode or time zone than the session's is made in those.
 */
record EventReader(Rows rows, List<String> schemas, MysqlInspector.Names names, Header header) {

    void read(SchemaBuilder schema) throws SQLException {
        for (Rows.Row row : rows.of(
                "SELECT event_schema, event_name, sql_mode, time_zone, definer, @@session.time_zone AS own_zone"
                        + " FROM information_schema.events WHERE event_schema IN %s"
                        + " ORDER BY event_schema, event_name",
                schemas)) {
            String full = Quote.name(row.text("event_schema")) + "." + Quote.name(row.text("event_name"));
            QualifiedName name = names.of(row.text("event_schema"), row.text("event_name"));
            if (!names.isWanted(name)) {
                continue;
            }
            for (Rows.Row text : rows.list("SHOW CREATE EVENT " + full)) {
                schema.other(new OtherObject(
                        name.sibling(new Identifier("event " + row.text("event_name"))),
                        "event",
                        SqlText.verbatim(text(name, row, text.text("create event"))),
                        SqlText.verbatim("DROP EVENT " + written(name))));
            }
        }
    }

    private String text(QualifiedName name, Rows.Row row, String shown) {
        List<Token> tokens = Lexer.read(shown);
        int at = 0;
        while (at < tokens.size() && !tokens.get(at).is("EVENT")) {
            at++;
        }
        if (at + 2 >= tokens.size()) {
            return shown;
        }
        String create = "CREATE " + Header.clause(header.definer(row.text("definer"))) + "EVENT " + written(name)
                + (row.text("sql_mode").contains("NO_BACKSLASH_ESCAPES")
                        ? withPlainComment(shown, tokens, at + 1)
                        : shown.substring(tokens.get(at + 1).end()));
        List<String> save = new ArrayList<>();
        List<String> set = new ArrayList<>();
        List<String> restore = new ArrayList<>();
        String modes = header.modes(row.text("sql_mode"));
        if (modes != null) {
            save.add("@retort_mode = @@sql_mode");
            set.add("sql_mode = " + Quote.string(modes));
            restore.add("sql_mode = @retort_mode");
        }
        if (!row.text("time_zone").equals(row.text("own_zone"))) {
            save.add("@retort_zone = @@time_zone");
            set.add("time_zone = " + Quote.string(row.text("time_zone")));
            restore.add("time_zone = @retort_zone");
        }
        if (set.isEmpty()) {
            return create;
        }
        save.addAll(set);
        String before = "SET " + String.join(", ", save);
        String after = "SET " + String.join(", ", restore);
        // A backslash may be the last character of a string then.
        return row.text("sql_mode").contains("NO_BACKSLASH_ESCAPES")
                ? ScriptCutter.script(List.of(before, create, after))
                : before + ";\n" + create + ";\n" + after;
    }

    /** The servers escape a comment even if the event's own mode knows no escapes. */
    private static String withPlainComment(String shown, List<Token> tokens, int name) {
        int from = tokens.get(name).end();
        for (int i = name; i + 1 < tokens.size() && !tokens.get(i).is("DO"); i++) {
            Token comment = tokens.get(i + 1);
            if (tokens.get(i).is("COMMENT") && comment.kind() == Token.Kind.STRING) {
                return shown.substring(from, comment.start()) + "'"
                        + comment.value().replace("'", "''") + "'" + shown.substring(comment.end());
            }
        }
        return shown.substring(from);
    }

    static String written(QualifiedName name) {
        Identifier namespace = name.namespace();
        return (namespace == null ? "" : Quote.name(namespace.value()) + ".")
                + Quote.name(name.name().value());
    }
}
