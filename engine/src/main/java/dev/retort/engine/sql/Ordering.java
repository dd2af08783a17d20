// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import dev.retort.dialect.SqlForm;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.jspecify.annotations.Nullable;

/** Writes ORDER BY, where NULL counts as larger than everything unless NULLS FIRST or NULLS LAST says otherwise. */
final class Ordering {

    private final Renderer renderer;

    Ordering(Renderer renderer) {
        this.renderer = renderer;
    }

    /**
     * @param plain whether the query is one SELECT without DISTINCT, so that a key may say again what a column is made of
     */
    String keys(SqlNodeList list, Queries.Query query, Scope scope, boolean plain) {
        List<String> keys = new ArrayList<>();
        for (SqlNode key : list) {
            keys.add(key(key, query, scope, plain));
        }
        return String.join(", ", keys);
    }

    private String key(SqlNode key, Queries.Query query, Scope scope, boolean plain) {
        SqlNode node = key;
        Boolean first = null;
        boolean descending = false;
        while (node.getKind() == SqlKind.DESCENDING
                || node.getKind() == SqlKind.NULLS_FIRST
                || node.getKind() == SqlKind.NULLS_LAST) {
            if (node.getKind() == SqlKind.DESCENDING) {
                descending = true;
            } else {
                first = node.getKind() == SqlKind.NULLS_FIRST;
            }
            node = ((SqlCall) node).operand(0);
        }
        if (Literals.integer(node) != null) {
            return renderer.problems
                    .add(node, "A number in ORDER BY cannot be written for every database.", "Write the column's name.")
                    .sql();
        }
        Queries.Output column = column(node, query);
        Rendered output = column == null ? null : named(column);
        Rendered value = output != null ? output : renderer.expressions.render(node, scope);
        String direction = descending ? "DESC" : "ASC";
        if (value.notNull()) {
            return value.sql() + " " + direction;
        }
        boolean nullsFirst = first == null ? descending : first;
        SqlForm form = nullsFirst ? SqlForm.NULLS_FIRST : SqlForm.NULLS_LAST;
        // Where NULLs are ordered by a condition, MariaDB takes no name of an aggregate in it (error 1247).
        boolean spelledOut = plain && column != null && renderer.target.repeatsOperand(form);
        return renderer.form(
                        node,
                        form,
                        Kind.OTHER,
                        spelledOut ? column.value() : value,
                        Rendered.atom(direction, Kind.OTHER))
                .sql();
    }

    /** The column of the query that is named alone. */
    private static Queries.@Nullable Output column(SqlNode node, Queries.Query query) {
        List<Queries.Output> outputs = query.outputs();
        if (!(node instanceof SqlIdentifier name) || !name.isSimple() || outputs == null) {
            return null;
        }
        return outputs.stream()
                .filter(output -> name.getSimple().equals(output.name()))
                .findFirst()
                .orElse(null);
    }

    private Rendered named(Queries.Output column) {
        return new Rendered(
                renderer.target.name(String.valueOf(column.name())),
                Level.ATOM,
                column.value().kind(),
                column.value().notNull(),
                false);
    }
}
