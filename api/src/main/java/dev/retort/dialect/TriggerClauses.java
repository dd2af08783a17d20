// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import dev.retort.schema.Trigger;
import java.util.Iterator;

/** {@code CREATE TRIGGER} as ISO SQL has it, with {@code OR} between several events as databases do. */
final class TriggerClauses {

    /** @param name the trigger's name, with or without the namespace of its table */
    void create(SqlWriter sql, Trigger trigger, QualifiedName name, boolean ifNotExists) {
        sql.sql("CREATE TRIGGER")
                .sqlIf(ifNotExists, "IF NOT EXISTS")
                .name(name)
                .sql(timing(trigger.timing()));
        events(sql, trigger);
        sql.sql("ON").name(trigger.table()).sqlIf(trigger.forEachRow(), "FOR EACH ROW");
        SqlText when = trigger.when();
        if (when != null) {
            sql.sql("WHEN").parenthesized(when);
        }
        sql.newLine().text(trigger.body());
    }

    private static String timing(Trigger.Timing timing) {
        return timing == Trigger.Timing.INSTEAD_OF ? "INSTEAD OF" : timing.name();
    }

    private static void events(SqlWriter sql, Trigger trigger) {
        for (Iterator<Trigger.Event> events = trigger.events().iterator(); events.hasNext(); ) {
            Trigger.Event event = events.next();
            sql.sql(event.name());
            if (event == Trigger.Event.UPDATE && !trigger.updateOf().isEmpty()) {
                sql.sql("OF").join(trigger.updateOf(), SqlWriter::name);
            }
            sql.sqlIf(events.hasNext(), "OR");
        }
    }
}
