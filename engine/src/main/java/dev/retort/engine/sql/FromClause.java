// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import dev.retort.dialect.SqlForm;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.jspecify.annotations.Nullable;

/** Writes what rows come from, and makes it known to the rest of the query. */
final class FromClause {

    private final Renderer renderer;

    FromClause(Renderer renderer) {
        this.renderer = renderer;
    }

    String render(SqlNode node, Scope scope) {
        if (node instanceof SqlJoin join) {
            return join(join, scope);
        }
        if (node instanceof SqlIdentifier table) {
            return table(table, null, scope);
        }
        if (node instanceof SqlBasicCall as && as.getKind() == SqlKind.AS) {
            String alias = ((SqlIdentifier) as.operand(1)).getSimple();
            if (as.operandCount() > 2) {
                renderer.problems.add(
                        as.operand(2),
                        "Names of columns cannot follow the name of a table here.",
                        "Use WITH " + alias + " (...) AS, or AS in its SELECT.");
            }
            SqlNode source = as.operand(0);
            if (source instanceof SqlIdentifier table) {
                return table(table, alias, scope);
            }
            if (source.isA(SqlKind.QUERY)) {
                Queries.Query query = renderer.queries.render(source, outside(scope), true);
                add(Queries.relation(alias, query.outputs()), as, scope);
                return "(" + query.sql() + ") AS " + renderer.target.name(alias);
            }
        }
        if (node.isA(SqlKind.QUERY)) {
            return renderer.problems
                    .add(node, "A query in FROM must have a name.", "Write AS and a name after it.")
                    .sql();
        }
        return renderer.problems
                .add(node, "'" + node.getKind().sql + "' in FROM is not portable.", null)
                .sql();
    }

    /** A query in FROM does not see its neighbours. */
    private static Scope outside(Scope scope) {
        return scope.outer == null ? new Scope(null) : scope.outer;
    }

    private String table(SqlIdentifier name, @Nullable String alias, Scope scope) {
        add(renderer.columns.table(name, alias, scope), name, scope);
        String written = renderer.target.name(Columns.qualified(name));
        return alias == null ? written : written + " AS " + renderer.target.name(alias);
    }

    private void add(Relation relation, SqlNode where, Scope scope) {
        if (scope.relations.stream().anyMatch(other -> other.alias().equals(relation.alias()))) {
            renderer.problems.add(
                    where, "Two tables have the name '" + relation.alias() + "'.", "Name one of them with AS.");
        }
        scope.relations.add(relation);
    }

    private String join(SqlJoin join, Scope scope) {
        if (join.isNatural()) {
            renderer.problems.add(join, "'NATURAL' changes its meaning when a column is added.", "Write USING or ON.");
        }
        JoinType type = join.getJoinType();
        int start = scope.relations.size();
        String left = render(join.getLeft(), scope);
        int middle = scope.relations.size();
        String right = render(join.getRight(), scope);
        if (join.getRight() instanceof SqlJoin) {
            right = "(" + right + ")";
        }
        int end = scope.relations.size();
        if (type == JoinType.LEFT || type == JoinType.FULL) {
            scope.relations.subList(middle, end).replaceAll(Relation::optional);
        }
        if (type == JoinType.RIGHT || type == JoinType.FULL) {
            scope.relations.subList(start, middle).replaceAll(Relation::optional);
        }
        String words = switch (type) {
            case INNER -> "JOIN";
            case LEFT -> "LEFT JOIN";
            case RIGHT -> renderer.form(join, SqlForm.RIGHT_JOIN, Kind.OTHER).sql();
            case FULL -> renderer.form(join, SqlForm.FULL_JOIN, Kind.OTHER).sql();
            case CROSS, COMMA -> "CROSS JOIN";
            default ->
                renderer.problems
                        .add(join, "'" + type + " JOIN' is not portable.", null)
                        .sql();
        };
        return left + " " + words + " " + right + condition(join, scope);
    }

    private String condition(SqlJoin join, Scope scope) {
        SqlNode condition = join.getCondition();
        if (join.getConditionType() == JoinConditionType.USING && condition instanceof SqlNodeList shared) {
            shared.forEach(name -> scope.shared.add(((SqlIdentifier) name).getSimple()));
            shared.forEach(name -> renderer.columns.column((SqlIdentifier) name, scope));
            return " USING (" + renderer.queries.names(shared) + ")";
        }
        if (condition == null) {
            boolean cross = join.getJoinType() == JoinType.CROSS || join.getJoinType() == JoinType.COMMA;
            if (!cross && !join.isNatural()) {
                renderer.problems.add(join, "A join must have a condition.", "Write ON, or CROSS JOIN.");
            }
            return "";
        }
        return " ON "
                + renderer.expressions
                        .condition(condition, scope, "What follows ON")
                        .sql();
    }
}
