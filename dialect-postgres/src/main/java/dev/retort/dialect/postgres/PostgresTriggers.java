// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.SqlWriter;
import dev.retort.schema.Identifier;
import dev.retort.schema.SqlText;
import dev.retort.schema.Trigger;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code CREATE TRIGGER} in PostgreSQL's words.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtrigger.html">CREATE TRIGGER</a>
 */
record PostgresTriggers(Trigger trigger) {

    void create(SqlWriter sql) {
        String constraint = PostgresOptions.text(trigger.options(), PostgresOptions.CONSTRAINT);
        sql.sql("CREATE")
                .sqlIf(!constraint.isEmpty(), "CONSTRAINT")
                .sql("TRIGGER")
                .name(trigger.name());
        sql.sql(
                trigger.timing() == Trigger.Timing.INSTEAD_OF
                        ? "INSTEAD OF"
                        : trigger.timing().name());
        events(sql);
        sql.sql("ON").name(trigger.table());
        String referred = PostgresOptions.text(trigger.options(), PostgresOptions.FROM);
        if (!referred.isEmpty()) {
            sql.sql("FROM").sql(referred);
        }
        if (!constraint.isEmpty()) {
            sql.sql(
                    switch (constraint) {
                        case "deferred" -> "DEFERRABLE INITIALLY DEFERRED";
                        case "immediate" -> "DEFERRABLE INITIALLY IMMEDIATE";
                        default -> "";
                    });
        }
        transitions(sql);
        sql.sql(trigger.forEachRow() ? "FOR EACH ROW" : "FOR EACH STATEMENT");
        SqlText when = trigger.when();
        if (when != null) {
            sql.sql("WHEN").parenthesized(when);
        }
        sql.newLine().text(trigger.body());
    }

    private void events(SqlWriter sql) {
        List<Trigger.Event> events = new ArrayList<>(trigger.events());
        for (int i = 0; i < events.size(); i++) {
            sql.sqlIf(i > 0, "OR").sql(events.get(i).name());
            if (events.get(i) == Trigger.Event.UPDATE && !trigger.updateOf().isEmpty()) {
                sql.sql("OF").join(trigger.updateOf(), SqlWriter::name);
            }
        }
    }

    private void transitions(SqlWriter sql) {
        String before = PostgresOptions.text(trigger.options(), PostgresOptions.OLD_TABLE);
        String after = PostgresOptions.text(trigger.options(), PostgresOptions.NEW_TABLE);
        if (!before.isEmpty() || !after.isEmpty()) {
            sql.sql("REFERENCING");
        }
        if (!before.isEmpty()) {
            sql.sql("OLD TABLE AS").name(new Identifier(before));
        }
        if (!after.isEmpty()) {
            sql.sql("NEW TABLE AS").name(new Identifier(after));
        }
    }
}
