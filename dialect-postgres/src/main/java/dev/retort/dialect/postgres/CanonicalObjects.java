// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.postgres.text.ArgumentTypes;
import dev.retort.dialect.postgres.text.Columns;
import dev.retort.dialect.postgres.text.GivenNames;
import dev.retort.dialect.postgres.text.QueryText;
import dev.retort.dialect.postgres.text.RoutineText;
import dev.retort.dialect.postgres.text.Texts;
import dev.retort.schema.OtherObject;
import dev.retort.schema.Routine;
import dev.retort.schema.SqlText;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.List;

/** Canonical forms of views, triggers and routines. */
final class CanonicalObjects {

    private final TableRelations relations;

    CanonicalObjects(TableRelations relations) {
        this.relations = relations;
    }

    /** The names of a view's columns are read back within its query. */
    View view(View view) {
        QueryText query = relations.query(view);
        return new View(
                view.name(),
                query.understood() ? List.of() : view.columns(),
                SqlText.verbatim(query.sql()),
                view.materialized(),
                PostgresCanonical.comment(view.comment()),
                PostgresOptions.canonical(view.options()).with(PostgresOptions.DIALECT, PostgresOptions.NO_DATA, null));
    }

    Trigger trigger(Trigger trigger) {
        SqlText when = trigger.when();
        String body = Texts.words(SqlWriter.verbatim(trigger.body()))
                .replaceFirst("(?i)^execute (procedure|function)", "EXECUTE FUNCTION");
        return new Trigger(
                trigger.name(),
                trigger.table(),
                trigger.timing(),
                trigger.events(),
                trigger.updateOf(),
                trigger.forEachRow(),
                when == null
                        ? null
                        : SqlText.verbatim(Texts.expression(
                                SqlWriter.verbatim(when), Columns.unknown(relations.extractsByDatePart()))),
                SqlText.verbatim(body),
                PostgresCanonical.comment(trigger.comment()),
                PostgresOptions.canonical(trigger.options()));
    }

    static Routine routine(Routine routine) {
        String definition = RoutineText.canonical(SqlWriter.verbatim(routine.definition()));
        return new Routine(
                routine.name(),
                routine.kind(),
                ArgumentTypes.of(routine.arguments()),
                SqlText.verbatim(definition),
                PostgresCanonical.comment(routine.comment()));
    }

    /** The text stays as it is, but for names of constants in the queries of rules. */
    static OtherObject other(OtherObject other) {
        String definition = SqlWriter.verbatim(other.definition());
        String without = GivenNames.without(definition);
        return without.equals(definition)
                ? other
                : new OtherObject(other.name(), other.type(), SqlText.verbatim(without), other.removal());
    }
}
