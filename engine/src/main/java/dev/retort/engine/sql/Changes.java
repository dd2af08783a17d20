// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import dev.retort.diagnostic.NearMatches;
import dev.retort.dialect.SqlForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDelete;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlInsert;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlUpdate;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/** Writes INSERT, UPDATE and DELETE. */
final class Changes {

    private final Renderer renderer;
    private final Problems problems;

    Changes(Renderer renderer) {
        this.renderer = renderer;
        this.problems = renderer.problems;
    }

    String insert(SqlInsert insert, Scope scope) {
        Relation table = table(insert.getTargetTable(), null, scope);
        SqlNodeList names = insert.getTargetColumnList();
        List<Relation.@Nullable Field> fields = new ArrayList<>();
        StringBuilder sql = new StringBuilder("INSERT INTO ").append(written(insert.getTargetTable()));
        boolean known = names != null || table.columns() != null;
        if (names != null) {
            names.forEach(name -> fields.add(field((SqlIdentifier) name, table)));
            sql.append(" (").append(renderer.queries.names(names)).append(")");
        } else if (table.columns() != null) {
            fields.addAll(table.columns());
        }
        SqlNode source = insert.getSource();
        sql.append(' ');
        if (source.getKind() != SqlKind.VALUES) {
            Queries.Query query = renderer.queries.render(source, new Scope(null), false);
            List<Queries.Output> outputs = query.outputs();
            if (outputs != null && known && isComplete(source, outputs.size(), fields.size())) {
                for (int i = 0; i < fields.size(); i++) {
                    fits(source, fields.get(i), outputs.get(i).value());
                }
            }
            return sql.append(query.sql()).toString();
        }
        List<String> rows = new ArrayList<>();
        for (SqlNode row : ((SqlCall) source).getOperandList()) {
            rows.add(row((SqlCall) row, known ? fields : null));
        }
        return sql.append("VALUES ").append(String.join(", ", rows)).toString();
    }

    private String row(SqlCall row, @Nullable List<Relation.@Nullable Field> fields) {
        boolean complete = fields != null && isComplete(row, row.operandCount(), fields.size());
        List<String> values = new ArrayList<>();
        for (int i = 0; i < row.operandCount(); i++) {
            SqlNode node = row.operand(i);
            if (node.getKind() == SqlKind.DEFAULT) {
                problems.add(node, "'DEFAULT' as a value is not portable.", "Leave the column out.");
                continue;
            }
            Rendered value = renderer.expressions.render(node, new Scope(null));
            if (complete && fields != null) {
                fits(node, fields.get(i), value);
            }
            values.add(value.sql());
        }
        return "(" + String.join(", ", values) + ")";
    }

    private boolean isComplete(SqlNode where, int values, int columns) {
        if (values != columns) {
            problems.add(where, "There are " + values + " values for " + columns + " columns.", null);
        }
        return values == columns;
    }

    String update(SqlUpdate update, Scope scope) {
        SqlIdentifier alias = update.getAlias();
        Relation table = table(update.getTargetTable(), alias, scope);
        scope.relations.add(table);
        List<String> assignments = new ArrayList<>();
        Set<String> assigned = new HashSet<>();
        for (int i = 0; i < update.getTargetColumnList().size(); i++) {
            SqlIdentifier column = (SqlIdentifier) update.getTargetColumnList().get(i);
            SqlNode source = update.getSourceExpressionList().get(i);
            Relation.Field field = field(column, table);
            if (source.getKind() == SqlKind.DEFAULT) {
                problems.add(source, "'DEFAULT' as a value is not portable.", "Write the value.");
                continue;
            }
            Rendered value = renderer.expressions.render(source, scope);
            fits(source, field, value);
            if (!renderer.target.has(SqlForm.ASSIGNMENT_READS_OLD) && reads(source, assigned)) {
                renderer.form(source, SqlForm.ASSIGNMENT_READS_OLD, Kind.OTHER, value);
            }
            if (!assigned.add(column.getSimple())) {
                problems.add(column, "Column '" + column.getSimple() + "' is assigned twice.", null);
            }
            assignments.add(renderer.target.name(column.getSimple()) + " = " + value.sql());
        }
        return "UPDATE " + named(update.getTargetTable(), alias) + " SET " + String.join(", ", assignments)
                + where(update.getCondition(), scope);
    }

    String delete(SqlDelete delete, Scope scope) {
        SqlIdentifier alias = delete.getAlias();
        scope.relations.add(table(delete.getTargetTable(), alias, scope));
        return "DELETE FROM " + named(delete.getTargetTable(), alias) + where(delete.getCondition(), scope);
    }

    private String where(@Nullable SqlNode condition, Scope scope) {
        return condition == null
                ? ""
                : " WHERE "
                        + renderer.expressions
                                .condition(condition, scope, "What follows WHERE")
                                .sql();
    }

    private Relation table(SqlNode node, @Nullable SqlIdentifier alias, Scope scope) {
        return renderer.columns.table((SqlIdentifier) node, alias == null ? null : alias.getSimple(), scope);
    }

    private String written(SqlNode table) {
        return renderer.target.name(Columns.qualified((SqlIdentifier) table));
    }

    private String named(SqlNode table, @Nullable SqlIdentifier alias) {
        return alias == null ? written(table) : written(table) + " AS " + renderer.target.name(alias.getSimple());
    }

    private Relation.@Nullable Field field(SqlIdentifier name, Relation table) {
        List<Relation.Field> fields = table.columns();
        Relation.Field field = table.field(name.getSimple()).orElse(null);
        if (field == null && fields != null) {
            List<String> known = fields.stream().map(Relation.Field::name).toList();
            String near = new NearMatches(known).question(name.getSimple());
            problems.add(
                    name,
                    "Column '" + name.getSimple() + "' is unknown, not in '" + table.alias() + "'.",
                    near != null ? near : "There are: " + Columns.quoted(known) + ".");
        }
        return field;
    }

    private void fits(SqlNode where, Relation.@Nullable Field field, Rendered value) {
        if (field == null || field.kind().isOpen() || value.kind().isOpen()) {
            return;
        }
        Kind kind = value.kind();
        boolean wider = (field.kind() == Kind.DECIMAL && kind == Kind.INTEGER)
                || (field.kind() == Kind.FLOAT && kind.isNumber());
        if (field.kind() != kind && !wider) {
            String hint = field.kind() == Kind.BOOLEAN
                    ? "Write TRUE or FALSE."
                    : kind == Kind.TEXT && (field.kind() == Kind.DATE || field.kind() == Kind.TIMESTAMP)
                            ? "Write DATE '2026-01-31' or TIMESTAMP '2026-01-31 23:59:59'."
                            : "Turn it into the column's type with CAST.";
            problems.add(
                    where,
                    "Column '" + field.name() + "' holds a " + field.kind() + ", but found a " + kind
                            + ", which databases store differently.",
                    hint);
        }
    }

    private static boolean reads(SqlNode source, Set<String> columns) {
        boolean[] found = {false};
        source.accept(new SqlBasicVisitor<@Nullable Void>() {
            @Override
            public @Nullable Void visit(SqlIdentifier id) {
                found[0] |= columns.contains(id.names.get(id.names.size() - 1));
                return null;
            }
        });
        return found[0];
    }
}
