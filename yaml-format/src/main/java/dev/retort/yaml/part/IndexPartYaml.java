// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import static dev.retort.yaml.part.CommonKeys.COLUMN;
import static dev.retort.yaml.part.CommonKeys.OPTIONS;

import dev.retort.schema.Identifier;
import dev.retort.schema.IndexKey;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Options;
import dev.retort.schema.SqlText;
import dev.retort.yaml.form.Choice;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.form.Shared;
import dev.retort.yaml.form.Values;

/** One part of an index: a column name, or {@code {expression: lower(email), order: desc, nulls: last}}. */
final class IndexPartYaml {

    /** Direction of one part. */
    enum Order {
        ASC,
        DESC
    }

    private static final Key<SqlText> EXPRESSION =
            Key.of("expression", SqlTextYaml.FORM, "An expression in place of a column.");
    private static final Key<Order> ORDER = Key.of("order", Scalars.words("asc or desc", Order.class), "Direction.");
    private static final Key<IndexPart.NullsOrder> NULLS =
            Key.of("nulls", Scalars.words("first or last", IndexPart.NullsOrder.class), "Where NULLs go.");

    private static final Form<IndexPart> COLUMN_NAME = Scalars.text(
            "the name of a column",
            IndexPartYaml::column,
            part -> ((IndexKey.OfColumn) part.key()).name().value());

    private static final Form<IndexPart> DETAILS = keys().makes(IndexPartYaml::make);

    static final Form<IndexPart> FORM = Shared.of(
            "index_part",
            new Choice<IndexPart>(
                            "a column name, {column: ...} or {expression: ...}",
                            part -> isPlainColumn(part) ? COLUMN_NAME : DETAILS)
                    .or(Choice.scalar(), COLUMN_NAME)
                    .or(Choice.mapping(), DETAILS));

    private IndexPartYaml() {}

    static Mapping.Builder<IndexPart> keys() {
        return Mapping.<IndexPart>of("a part of an index")
                .optional(COLUMN, part -> part.key() instanceof IndexKey.OfColumn column ? column.name() : null)
                .optional(
                        EXPRESSION,
                        part -> part.key() instanceof IndexKey.OfExpression expression ? expression.sql() : null)
                .optional(ORDER, part -> part.descending() ? Order.DESC : null)
                .optional(NULLS, IndexPart::nulls)
                .optional(TypeYaml.COLLATION, IndexPart::collation)
                .optional(OPTIONS, IndexPart::options, Options.NONE);
    }

    static IndexPart make(Values values) {
        Identifier column = values.orNull(COLUMN);
        SqlText expression = values.orNull(EXPRESSION);
        if ((column == null) == (expression == null)) {
            throw new IllegalArgumentException("a part of an index must have either 'column' or 'expression'");
        }
        return new IndexPart(
                column != null ? new IndexKey.OfColumn(column) : new IndexKey.OfExpression(values.get(EXPRESSION)),
                values.or(ORDER, Order.ASC) == Order.DESC,
                values.orNull(NULLS),
                values.orNull(TypeYaml.COLLATION),
                values.or(OPTIONS, Options.NONE));
    }

    private static IndexPart column(String name) {
        if (name.indexOf('(') >= 0) {
            throw new IllegalArgumentException("'" + name + "' looks like an expression: write {expression: \"" + name
                    + "\"}, or {column: \"" + name + "\"} for a column of that name");
        }
        return IndexPart.column(name);
    }

    private static boolean isPlainColumn(IndexPart part) {
        return part.key() instanceof IndexKey.OfColumn column
                && column.name().value().indexOf('(') < 0
                && part.equals(IndexPart.column(column.name().value()));
    }
}
