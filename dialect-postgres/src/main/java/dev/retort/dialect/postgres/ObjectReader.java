// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.postgres.text.TriggerText;
import dev.retort.schema.EnumType;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.OtherObject;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlText;
import dev.retort.schema.Trigger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

/** Makes sequences, enum types, routines and triggers of what the catalogue says. */
record ObjectReader(Reader reader, PostgresTypes types, SchemaBuilder schema) {

    private static final int ROW = 1;
    private static final int BEFORE = 2;
    private static final int INSERT = 4;
    private static final int DELETE = 8;
    private static final int UPDATE = 16;
    private static final int TRUNCATE = 32;
    private static final int INSTEAD = 64;

    void sequence(ResultSet row) throws SQLException {
        String table = row.getString("owner_table");
        QualifiedName owner = table == null ? null : reader.name(row.getString("owner_namespace"), table);
        if (owner != null && !reader.wants(owner)) {
            return;
        }
        schema.sequence(new Sequence(
                reader.name(row.getString("nspname"), row.getString("relname")),
                types.parse(row.getString("type")),
                row.getLong("seqstart"),
                row.getLong("seqincrement"),
                row.getLong("seqmin"),
                row.getLong("seqmax"),
                row.getBoolean("seqcycle"),
                row.getLong("seqcache"),
                owner == null
                        ? null
                        : new Sequence.ColumnReference(owner, new Identifier(row.getString("owner_column"))),
                row.getString("comment")));
    }

    /** An object that the model has no type for; where two have one name, what it is stands behind it. */
    void other(ResultSet row) throws SQLException {
        String namespace = row.getString("nspname");
        String text = row.getString("name");
        QualifiedName name = namespace == null ? QualifiedName.of(text) : reader.name(namespace, text);
        String type = row.getString("type");
        QualifiedName free =
                schema.others().containsKey(name) ? name.sibling(new Identifier(text + " (" + type + ")")) : name;
        schema.other(new OtherObject(
                free, type, SqlText.verbatim(row.getString("definition")), SqlText.verbatim(row.getString("removal"))));
    }

    void enumType(ResultSet row) throws SQLException {
        schema.enumType(new EnumType(
                reader.name(row.getString("nspname"), row.getString("typname")),
                Reader.list(row, "labels"),
                row.getString("comment")));
    }

    void routine(ResultSet row) throws SQLException {
        String namespace = row.getString("nspname");
        String definition = row.getString("definition");
        if (reader.isHome(namespace)) {
            int start = definition.indexOf(row.getString("quoted") + ".");
            int end = start + row.getString("quoted").length() + 1;
            boolean head = start >= 0 && start < definition.indexOf('(');
            definition = head ? definition.substring(0, start) + definition.substring(end) : definition;
        }
        schema.routine(new Routine(
                reader.name(namespace, row.getString("proname")),
                row.getString("prokind").equals("p") ? Routine.Kind.PROCEDURE : Routine.Kind.FUNCTION,
                Reader.text(row, "arguments"),
                SqlText.verbatim(definition),
                row.getString("comment")));
    }

    void trigger(ResultSet row) throws SQLException {
        QualifiedName table = reader.name(row.getString("nspname"), row.getString("relname"));
        if (!reader.wants(table)) {
            return;
        }
        int type = row.getInt("tgtype");
        TriggerText text = TriggerText.of(row.getString("definition"));
        String when = text.when();
        schema.trigger(new Trigger(
                new Identifier(row.getString("tgname")),
                table,
                (type & BEFORE) != 0
                        ? Trigger.Timing.BEFORE
                        : (type & INSTEAD) != 0 ? Trigger.Timing.INSTEAD_OF : Trigger.Timing.AFTER,
                events(type),
                Reader.names(row, "columns"),
                (type & ROW) != 0,
                when.isEmpty() ? null : SqlText.verbatim(when),
                SqlText.verbatim(text.body()),
                row.getString("comment"),
                options(row)));
    }

    private static Set<Trigger.Event> events(int type) {
        Set<Trigger.Event> events = EnumSet.noneOf(Trigger.Event.class);
        if ((type & INSERT) != 0) {
            events.add(Trigger.Event.INSERT);
        }
        if ((type & UPDATE) != 0) {
            events.add(Trigger.Event.UPDATE);
        }
        if ((type & DELETE) != 0) {
            events.add(Trigger.Event.DELETE);
        }
        if ((type & TRUNCATE) != 0) {
            events.add(Trigger.Event.TRUNCATE);
        }
        return events;
    }

    private static Options options(ResultSet row) throws SQLException {
        Options options = Options.NONE;
        if (row.getBoolean("is_constraint")) {
            String words = !row.getBoolean("tgdeferrable")
                    ? "not deferrable"
                    : row.getBoolean("tginitdeferred") ? "deferred" : "immediate";
            options = options.with(PostgresOptions.DIALECT, PostgresOptions.CONSTRAINT, words);
        }
        options = options.with(PostgresOptions.DIALECT, PostgresOptions.FROM, row.getString("referred"));
        options = options.with(PostgresOptions.DIALECT, PostgresOptions.OLD_TABLE, row.getString("tgoldtable"));
        return options.with(PostgresOptions.DIALECT, PostgresOptions.NEW_TABLE, row.getString("tgnewtable"));
    }
}
