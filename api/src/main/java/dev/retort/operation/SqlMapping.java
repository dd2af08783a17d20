// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.Generated;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Routine;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Replaces the SQL texts inside parts of the model. */
public final class SqlMapping {

    private SqlMapping() {}

    /** @param table a table
     *  @param change gives the text to put in place of each
     *  @return a copy */
    public static Table table(Table table, UnaryOperator<SqlText> change) {
        return table.toBuilder()
                .mapColumns(column -> column(column, change))
                .mapChecks(check -> check(check, change))
                .mapExclusions(exclusion -> exclusion(exclusion, change))
                .mapIndexes(index -> index(index, change))
                .build();
    }

    /** @param column a column
     *  @param change gives the text to put in place of each
     *  @return a copy */
    public static Column column(Column column, UnaryOperator<SqlText> change) {
        return column.withDefault(null)
                .withGenerated(generated(column.generated(), change))
                .withDefault(defaultValue(column.defaultValue(), change));
    }

    private static @Nullable DefaultValue defaultValue(@Nullable DefaultValue value, UnaryOperator<SqlText> change) {
        return value instanceof DefaultValue.Expression expression
                ? new DefaultValue.Expression(change.apply(expression.sql()))
                : value;
    }

    private static @Nullable Generated generated(@Nullable Generated value, UnaryOperator<SqlText> change) {
        return value == null ? null : new Generated(change.apply(value.expression()), value.stored());
    }

    /** @param check a check
     *  @param change gives the text to put in place of each
     *  @return a copy */
    public static CheckConstraint check(CheckConstraint check, UnaryOperator<SqlText> change) {
        return check.withExpression(change.apply(check.expression()));
    }

    static ExclusionConstraint exclusion(ExclusionConstraint exclusion, UnaryOperator<SqlText> change) {
        return new ExclusionConstraint(
                exclusion.name(),
                exclusion.elements().stream()
                        .map(e -> new ExclusionConstraint.Element(part(e.part(), change), e.operator()))
                        .toList(),
                exclusion.method(),
                nullable(exclusion.where(), change),
                exclusion.deferrability(),
                exclusion.options());
    }

    /** @param index an index
     *  @param change gives the text to put in place of each
     *  @return a copy */
    public static Index index(Index index, UnaryOperator<SqlText> change) {
        return index.withParts(
                        index.parts().stream().map(part -> part(part, change)).toList())
                .withWhere(nullable(index.where(), change));
    }

    private static IndexPart part(IndexPart part, UnaryOperator<SqlText> change) {
        return part.key() instanceof IndexKey.OfExpression expression
                ? part.withKey(new IndexKey.OfExpression(change.apply(expression.sql())))
                : part;
    }

    /** @param view a view
     *  @param change gives the text to put in place of each
     *  @return a copy */
    public static View view(View view, UnaryOperator<SqlText> change) {
        return view.withQuery(change.apply(view.query()));
    }

    static Routine routine(Routine routine, UnaryOperator<SqlText> change) {
        return new Routine(
                routine.name(),
                routine.kind(),
                routine.arguments(),
                change.apply(routine.definition()),
                routine.comment());
    }

    /** @param trigger a trigger
     *  @param change gives the text to put in place of each
     *  @return a copy */
    public static Trigger trigger(Trigger trigger, UnaryOperator<SqlText> change) {
        return new Trigger(
                trigger.name(),
                trigger.table(),
                trigger.timing(),
                trigger.events(),
                trigger.updateOf(),
                trigger.forEachRow(),
                nullable(trigger.when(), change),
                change.apply(trigger.body()),
                trigger.comment(),
                trigger.options());
    }

    static ConstraintSelector selector(ConstraintSelector selector, UnaryOperator<SqlText> change) {
        return selector instanceof ConstraintSelector.CheckOf check
                ? new ConstraintSelector.CheckOf(change.apply(check.expression()))
                : selector;
    }

    static AlterColumn alterColumn(AlterColumn alter, UnaryOperator<SqlText> change) {
        AlterColumn result = alter;
        if (alter.defaultValue() instanceof Setting.To<DefaultValue> to) {
            result = result.withDefault(defaultValue(to.value(), change));
        }
        if (alter.generated() instanceof Setting.To<Generated> to) {
            result = result.withGenerated(generated(to.value(), change));
        }
        SqlText using = alter.using();
        return using == null ? result : result.withUsing(change.apply(using));
    }

    static List<Operation> operations(List<Operation> operations, UnaryOperator<SqlText> change) {
        return operations.stream().map(operation -> operation.mapSql(change)).toList();
    }

    private static @Nullable SqlText nullable(@Nullable SqlText sql, UnaryOperator<SqlText> change) {
        return sql == null ? null : change.apply(sql);
    }
}
