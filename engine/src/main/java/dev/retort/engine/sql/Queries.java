// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import dev.retort.dialect.SqlForm;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlSetOperator;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.jspecify.annotations.Nullable;

/** Writes queries. */
final class Queries {

    /**
     * A column of a query.
     *
     * @param name  its name, or null for a value without one
     * @param value what it holds
     */
    record Output(@Nullable String name, Rendered value) {}

    /**
     * A query in the dialect's words.
     *
     * @param sql     its text, without parentheses
     * @param outputs its columns, or null if they are not known
     */
    record Query(String sql, @Nullable List<Output> outputs) {}

    private final Renderer renderer;
    private final Problems problems;
    private final Selects selects;
    private final Ordering ordering;

    Queries(Renderer renderer) {
        this.renderer = renderer;
        this.problems = renderer.problems;
        this.selects = new Selects(renderer);
        this.ordering = new Ordering(renderer);
    }

    /**
     * Writes a query.
     *
     * @param node  a query
     * @param outer what names mean around it
     * @param named whether each of its columns must have a name
     * @return its text and columns
     */
    Query render(SqlNode node, Scope outer, boolean named) {
        if (node instanceof SqlSelect select) {
            return selects.render(select, outer, named).query();
        }
        if (node instanceof SqlOrderBy ordered) {
            return ordered(ordered, outer, named);
        }
        if (node instanceof SqlWith with) {
            return with(with, outer, named);
        }
        if (node instanceof SqlBasicCall call && call.getOperator() instanceof SqlSetOperator set) {
            return set(call, set, outer, named);
        }
        problems.add(
                node,
                "'" + (node.getKind() == SqlKind.VALUES ? "VALUES" : node.getKind().sql)
                        + "' cannot stand here, where a query is expected.",
                "Write SELECT.");
        return new Query("?", null);
    }

    private Query ordered(SqlOrderBy node, Scope outer, boolean named) {
        Scope scope = new Scope(outer);
        Query query;
        boolean plain = node.query instanceof SqlSelect alone && !alone.isDistinct();
        if (node.query instanceof SqlSelect select) {
            Selects.Selected selected = selects.render(select, outer, named);
            scope = selected.scope();
            query = selected.query();
        } else {
            query = render(node.query, outer, named);
        }
        StringBuilder sql = new StringBuilder(query.sql());
        if (!node.orderList.isEmpty()) {
            sql.append(" ORDER BY ").append(ordering.keys(node.orderList, query, scope, plain));
        }
        String limit = limit(node);
        return new Query(sql.append(limit.isEmpty() ? "" : " " + limit).toString(), query.outputs());
    }

    private String limit(SqlOrderBy node) {
        SqlNode fetch = node.fetch;
        SqlNode offset = node.offset;
        Rendered rows = fetch == null ? null : count(fetch);
        Rendered skipped = offset == null ? null : count(offset);
        if (rows != null && skipped != null) {
            return renderer.form(node, SqlForm.LIMIT_OFFSET, Kind.OTHER, rows, skipped)
                    .sql();
        }
        if (rows != null) {
            return renderer.form(node, SqlForm.LIMIT, Kind.OTHER, rows).sql();
        }
        return skipped == null
                ? ""
                : renderer.form(node, SqlForm.OFFSET, Kind.OTHER, skipped).sql();
    }

    private Rendered count(SqlNode node) {
        java.math.BigDecimal rows = Literals.integer(node);
        return rows == null || rows.signum() < 0
                ? problems.add(
                        node, "The number of rows must be a whole number, 0 or more, but was '" + node + "'.", null)
                : Rendered.atom(rows.toPlainString(), Kind.INTEGER);
    }

    private Query with(SqlWith with, Scope outer, boolean named) {
        Scope scope = new Scope(outer);
        List<String> items = new ArrayList<>();
        for (SqlNode each : with.withList) {
            SqlWithItem item = (SqlWithItem) each;
            if (item.recursive.booleanValue()) {
                problems.add(item, "'WITH RECURSIVE' is not portable.", null);
            }
            Query query = render(item.query, scope, item.columnList == null);
            String name = item.name.getSimple();
            List<Output> outputs = query.outputs();
            StringBuilder sql = new StringBuilder(renderer.target.name(name));
            if (item.columnList != null) {
                outputs = renamed(item, outputs);
                sql.append(" (").append(names(item.columnList)).append(")");
            }
            scope.named.put(name, relation(name, outputs));
            items.add(sql.append(" AS (").append(query.sql()).append(")").toString());
        }
        Query body = render(with.body, scope, named);
        return new Query("WITH " + String.join(", ", items) + " " + body.sql(), body.outputs());
    }

    String names(List<? extends @Nullable SqlNode> list) {
        List<String> names = new ArrayList<>();
        for (SqlNode name : list) {
            if (name instanceof SqlIdentifier identifier) {
                names.add(renderer.target.name(identifier.getSimple()));
            }
        }
        return String.join(", ", names);
    }

    private @Nullable List<Output> renamed(SqlWithItem item, @Nullable List<Output> outputs) {
        List<Output> renamed = new ArrayList<>();
        if (item.columnList == null || outputs == null) {
            return outputs;
        }
        if (item.columnList.size() != outputs.size()) {
            problems.add(
                    item.columnList,
                    item.columnList.size() + " names are given to " + outputs.size() + " columns.",
                    null);
            return null;
        }
        for (int i = 0; i < outputs.size(); i++) {
            renamed.add(new Output(
                    ((SqlIdentifier) item.columnList.get(i)).getSimple(),
                    outputs.get(i).value()));
        }
        return renamed;
    }

    static Relation relation(String alias, @Nullable List<Output> outputs) {
        if (outputs == null) {
            return new Relation(alias, null);
        }
        List<Relation.Field> fields = new ArrayList<>();
        for (Output output : outputs) {
            Rendered value = output.value();
            if (output.name() != null) {
                fields.add(new Relation.Field(output.name(), value.kind(), value.notNull(), value.fractions()));
            }
        }
        return new Relation(alias, fields);
    }

    private Query set(SqlCall call, SqlSetOperator operator, Scope outer, boolean named) {
        Query left = render(call.operand(0), outer, named);
        Query right = render(call.operand(1), outer, false);
        String word = operator.getName();
        if (!call.getKind().equals(SqlKind.UNION)) {
            SqlForm form = call.getKind() == SqlKind.INTERSECT ? SqlForm.INTERSECT : SqlForm.EXCEPT;
            word = operator.isAll()
                    ? problems.add(call, "'" + word + "' is not portable.", null)
                            .sql()
                    : renderer.form(call, form, Kind.OTHER).sql();
        }
        boolean chain =
                call.operand(0).getKind() == SqlKind.UNION || call.operand(0).getKind() == SqlKind.EXCEPT;
        String first = call.operand(0) instanceof SqlSelect || (chain && call.getKind() != SqlKind.INTERSECT)
                ? left.sql()
                : nested(left);
        String second = call.operand(1) instanceof SqlSelect ? right.sql() : nested(right);
        return new Query(first + " " + word + " " + second, unite(call, left.outputs(), right.outputs()));
    }

    /** A query that is an operand, in the one form that all databases read alike. */
    private String nested(Query query) {
        return "SELECT * FROM (" + query.sql() + ") AS " + renderer.target.name("nested");
    }

    private @Nullable List<Output> unite(SqlCall call, @Nullable List<Output> left, @Nullable List<Output> right) {
        if (left == null || right == null) {
            return left;
        }
        if (left.size() != right.size()) {
            problems.add(
                    call.operand(1),
                    "The queries of " + call.getOperator().getName() + " have " + left.size() + " and " + right.size()
                            + " columns.",
                    null);
            return left;
        }
        List<Output> united = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            Rendered first = left.get(i).value();
            Rendered second = right.get(i).value();
            if (!first.kind().comparesWith(second.kind())) {
                problems.add(
                        call.operand(1),
                        "Column " + (i + 1) + " is a " + first.kind() + " in one query and a " + second.kind()
                                + " in the other.",
                        "Turn one of them into the other's type with CAST.");
            }
            Rendered value = new Rendered(
                    first.sql(),
                    first.level(),
                    first.kind().or(second.kind()),
                    first.notNull() && second.notNull(),
                    first.fractions() || second.fractions());
            united.add(new Output(left.get(i).name(), value));
        }
        return united;
    }
}
