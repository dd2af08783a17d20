// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import dev.retort.dialect.SqlForm;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.List;
import org.apache.calcite.sql.SqlDelete;
import org.apache.calcite.sql.SqlInsert;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Writes one parsed text; the parts of the work find one another here. */
final class Renderer {

    final Target target;
    final Problems problems;
    final Columns columns;
    final Expressions expressions;
    final Queries queries;

    Renderer(Target target, Schema schema, Problems problems) {
        this.target = target;
        this.problems = problems;
        this.columns = new Columns(target, schema, problems);
        this.expressions = new Expressions(this);
        this.queries = new Queries(this);
    }

    String render(SqlNode parsed, @Nullable Table table) {
        Scope scope = new Scope(null);
        if (parsed instanceof SqlInsert insert) {
            return new Changes(this).insert(insert, scope);
        }
        if (parsed instanceof SqlUpdate update) {
            return new Changes(this).update(update, scope);
        }
        if (parsed instanceof SqlDelete delete) {
            return new Changes(this).delete(delete, scope);
        }
        if (parsed.getKind() == SqlKind.VALUES || parsed.isA(SqlKind.QUERY)) {
            return queries.render(parsed, scope, true).sql();
        }
        scope.relations.add(
                table == null
                        ? new Relation("", null)
                        : Relation.of(table.name().name().value(), table));
        return expressions.render(parsed, scope).sql();
    }

    /** A form of the dialect, or a finding that it has none. */
    Rendered form(SqlNode where, SqlForm form, Kind kind, Rendered... operands) {
        return target.form(form, kind, List.of(operands))
                .orElseGet(() -> problems.add(
                        where,
                        target.refusal(form) + " (dialect '" + target.dialect().id() + "').",
                        null));
    }

    /** Says that a value is not what is needed. */
    Rendered wrongKind(SqlNode where, String what, Kind found, String expected, @Nullable String hint) {
        String advice = hint != null || found != Kind.UNKNOWN ? hint : "State its type with CAST.";
        return problems.add(where, what + " must be a " + expected + ", but found a " + found + ".", advice);
    }
}
