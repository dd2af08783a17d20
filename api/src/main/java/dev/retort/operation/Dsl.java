// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.migration.Condition;
import dev.retort.schema.DataType;
import dev.retort.schema.Identifier;
import dev.retort.schema.IndexKey;
import dev.retort.schema.IndexPart;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of a migration written in Java, meant for {@code import static dev.retort.operation.Dsl.*}. Types are among
 * them, see {@link TypeFactories}.
 */
public final class Dsl extends TypeFactories {

    private Dsl() {}

    /** @param name its name
     *  @param type its type
     *  @return a nullable column */
    public static ColumnSpec column(String name, DataType type) {
        return new ColumnSpec(name, type);
    }

    /** {@return a numbering by the database from 1 in steps of 1, to be told otherwise} */
    public static IdentitySpec identity() {
        return new IdentitySpec();
    }

    /** @param columns at least one, in order
     *  @return a primary key */
    public static PrimaryKeySpec primaryKey(String... columns) {
        return new PrimaryKeySpec(columns);
    }

    /** @param columns at least one, in order
     *  @return a unique constraint */
    public static UniqueSpec unique(String... columns) {
        return new UniqueSpec(columns);
    }

    /** @param columns referring columns, at least one, in order
     *  @return a foreign key, to be told what it references */
    public static ForeignKeySpec foreignKey(String... columns) {
        return new ForeignKeySpec(columns);
    }

    /** @param expression what every row must satisfy, as SQL that is passed as it is
     *  @return a check */
    public static CheckSpec check(String expression) {
        return new CheckSpec(SqlText.verbatim(expression));
    }

    /** @param expression what every row must satisfy
     *  @return a check */
    public static CheckSpec check(SqlText expression) {
        return new CheckSpec(expression);
    }

    /** {@return an exclusion constraint, to be told what it compares} */
    public static ExclusionSpec exclusion() {
        return new ExclusionSpec();
    }

    /** @param columns at least one, in order
     *  @return an index of a table that is created */
    public static IndexSpec index(String... columns) {
        return new IndexSpec(parts(columns));
    }

    /** @param parts at least one, in order
     *  @return an index of a table that is created */
    public static IndexSpec index(IndexPartSpec... parts) {
        return new IndexSpec(parts(parts));
    }

    /** @param column a column's name
     *  @return an ascending part of an index */
    public static IndexPartSpec part(String column) {
        return new IndexPartSpec(new IndexKey.OfColumn(new Identifier(column)));
    }

    /** @param sql an expression, passed as it is
     *  @return an ascending part of an index */
    public static IndexPartSpec expression(String sql) {
        return expression(SqlText.verbatim(sql));
    }

    /** @param sql an expression
     *  @return an ascending part of an index */
    public static IndexPartSpec expression(SqlText sql) {
        return new IndexPartSpec(new IndexKey.OfExpression(sql));
    }

    static List<IndexPart> parts(String... columns) {
        return Arrays.stream(columns).map(IndexPart::column).toList();
    }

    static List<IndexPart> parts(IndexPartSpec... parts) {
        return Arrays.stream(parts).map(IndexPartSpec::build).toList();
    }

    /** @param column a column's name
     *  @param value  a Java value (see {@link dev.retort.schema.Literal#of}), null, or an {@link SqlText}
     *  @return a row, to be continued with {@link Row#and} */
    public static Row row(String column, @Nullable Object value) {
        return Row.of(column, value);
    }

    /** @param schema a namespace
     *  @param name   a name in it
     *  @return the qualified name */
    public static QualifiedName qualified(String schema, String name) {
        return QualifiedName.of(schema, name);
    }

    /** @param text SQL that is passed as it is
     *  @return the text */
    public static SqlText sql(String text) {
        return SqlText.verbatim(text);
    }

    /** @param text SQL in the portable subset, which means the same on every dialect
     *  @return the text */
    public static SqlText portable(String text) {
        return SqlText.portable(text);
    }

    /** @param byDialect one text for each dialect id; an empty one means that there is nothing to do
     *  @return the texts; dialects that are not named have none */
    public static SqlText variants(Map<String, String> byDialect) {
        return SqlText.variants(byDialect, null);
    }

    /** @param byDialect one text for each dialect id; an empty one means that there is nothing to do
     *  @param otherwise the text for all other dialects
     *  @return the texts */
    public static SqlText variants(Map<String, String> byDialect, String otherwise) {
        return SqlText.variants(byDialect, otherwise);
    }

    /** @param ids dialect ids
     *  @return the condition that limits a step to these dialects */
    public static Condition dialect(String... ids) {
        return new Condition(Set.of(ids), Set.of());
    }

    /** @param names names of targets of the project
     *  @return the condition that limits a step to these targets */
    public static Condition target(String... names) {
        return new Condition(Set.of(), Set.of(names));
    }
}
