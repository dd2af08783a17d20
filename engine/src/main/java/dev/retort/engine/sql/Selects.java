// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.jspecify.annotations.Nullable;

/** Writes SELECT. */
final class Selects {

    /**
     * A SELECT and what names mean in it, for ORDER BY.
     *
     * @param query its text and columns
     * @param scope what names mean
     */
    record Selected(Queries.Query query, Scope scope) {}

    private final Renderer renderer;
    private final FromClause from;

    Selects(Renderer renderer) {
        this.renderer = renderer;
        this.from = new FromClause(renderer);
    }

    Selected render(SqlSelect select, Scope outer, boolean named) {
        if (select.getWindowList() != null && !select.getWindowList().isEmpty()) {
            renderer.problems.add(select.getWindowList(), "'WINDOW' is not portable.", null);
        }
        Scope scope = new Scope(outer);
        StringBuilder tail = new StringBuilder();
        SqlNode source = select.getFrom();
        if (source != null) {
            tail.append(" FROM ").append(from.render(source, scope));
        }
        SqlNode where = select.getWhere();
        if (where != null) {
            tail.append(" WHERE ")
                    .append(renderer.expressions
                            .condition(where, scope, "What follows WHERE")
                            .sql());
        }
        SqlNodeList group = select.getGroup();
        if (group != null) {
            tail.append(" GROUP BY ").append(grouped(group, scope));
        }
        scope.aggregates = true;
        Grouping.check(select, renderer.problems);
        SqlNode having = select.getHaving();
        if (having != null) {
            tail.append(" HAVING ")
                    .append(renderer.expressions
                            .condition(having, scope, "What follows HAVING")
                            .sql());
        }
        List<Queries.Output> outputs = new ArrayList<>();
        boolean known = true;
        List<String> items = new ArrayList<>();
        for (SqlNode item : select.getSelectList()) {
            if (item instanceof SqlIdentifier star && star.isStar()) {
                known &= star(star, scope, items, outputs);
            } else {
                outputs.add(item(item, scope, named, items));
            }
        }
        String sql = "SELECT " + (select.isDistinct() ? "DISTINCT " : "") + String.join(", ", items) + tail;
        return new Selected(new Queries.Query(sql, known ? outputs : null), scope);
    }

    private String grouped(SqlNodeList group, Scope scope) {
        List<String> keys = new ArrayList<>();
        for (SqlNode key : group) {
            if (Literals.integer(key) != null) {
                renderer.problems.add(
                        key, "A number in GROUP BY means a column on some databases.", "Write the expression.");
            }
            keys.add(renderer.expressions.render(key, scope).sql());
        }
        if (keys.isEmpty()) {
            renderer.problems.add(group, "'GROUP BY ()' is not portable.", null);
        }
        return String.join(", ", keys);
    }

    private Queries.Output item(SqlNode item, Scope scope, boolean named, List<String> items) {
        if (item instanceof SqlBasicCall as && as.getKind() == SqlKind.AS) {
            String name = ((SqlIdentifier) as.operand(1)).getSimple();
            Rendered value = renderer.expressions.render(as.operand(0), scope);
            items.add(value.sql() + " AS " + renderer.target.name(name));
            return new Queries.Output(name, value);
        }
        Rendered value = renderer.expressions.render(item, scope);
        items.add(value.sql());
        String name = item instanceof SqlIdentifier column && value.sql().endsWith(last(column)) ? plain(column) : null;
        if (name == null && named && !value.isBroken()) {
            renderer.problems.add(
                    item,
                    "A column that is computed must have a name, because databases give it different ones.",
                    "Write AS and a name.");
        }
        return new Queries.Output(name, value);
    }

    private String last(SqlIdentifier column) {
        return renderer.target.name(plain(column));
    }

    private static String plain(SqlIdentifier column) {
        return column.names.get(column.names.size() - 1);
    }

    /** Adds the columns of a star; false if they are not known. */
    private boolean star(SqlIdentifier star, Scope scope, List<String> items, List<Queries.Output> outputs) {
        List<Relation> relations = scope.relations;
        if (star.names.size() == 1) {
            items.add("*");
        } else {
            String alias = star.names.get(0);
            Relation relation = scope.relation(alias);
            if (relation == null) {
                renderer.problems.add(star, "There is no table '" + alias + "' in this query.", null);
                return false;
            }
            relations = List.of(relation);
            items.add(renderer.target.name(alias) + ".*");
        }
        if (!scope.shared.isEmpty()) {
            return false;
        }
        for (Relation relation : relations) {
            @Nullable List<Relation.Field> fields = relation.columns();
            if (fields == null) {
                return false;
            }
            for (Relation.Field field : fields) {
                outputs.add(new Queries.Output(
                        field.name(),
                        new Rendered(
                                renderer.target.name(field.name()),
                                Level.ATOM,
                                field.kind(),
                                field.notNull(),
                                field.fractions())));
            }
        }
        return true;
    }
}
