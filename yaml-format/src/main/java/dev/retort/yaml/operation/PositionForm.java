// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.operation;

import dev.retort.operation.ColumnPosition;
import dev.retort.schema.Identifier;
import dev.retort.yaml.form.Choice;
import dev.retort.yaml.form.Converted;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.form.Values;

/** Where a column stands: {@code first}, {@code last}, {@code {after: email}} or {@code {before: email}}. */
final class PositionForm {

    /** The ends of a table. */
    private enum End {
        FIRST,
        LAST
    }

    private static final Key<Identifier> AFTER = Key.of("after", Scalars.IDENTIFIER, "The column before it.");
    private static final Key<Identifier> BEFORE = Key.of("before", Scalars.IDENTIFIER, "The column after it.");

    private static final Form<ColumnPosition> END = new Converted<>(
            Scalars.words("first, last, {after: ...} or {before: ...}", End.class),
            end -> end == End.FIRST ? ColumnPosition.FIRST : ColumnPosition.LAST,
            position -> position instanceof ColumnPosition.First ? End.FIRST : End.LAST);

    private static final Form<ColumnPosition> NEIGHBOUR = Mapping.<ColumnPosition>of("a position")
            .optional(AFTER, position -> position instanceof ColumnPosition.After after ? after.column() : null)
            .optional(BEFORE, position -> position instanceof ColumnPosition.Before before ? before.column() : null)
            .makes(PositionForm::neighbour);

    static final Key<ColumnPosition> KEY = Key.of(
            "position",
            new Choice<ColumnPosition>(
                            "first, last, {after: ...} or {before: ...}",
                            position ->
                                    position instanceof ColumnPosition.First || position instanceof ColumnPosition.Last
                                            ? END
                                            : NEIGHBOUR)
                    .or(Choice.mapping(), NEIGHBOUR)
                    .or(node -> true, END),
            "Where it stands among the columns; not on every database.");

    private PositionForm() {}

    private static ColumnPosition neighbour(Values values) {
        if (values.has(AFTER) == values.has(BEFORE)) {
            throw new IllegalArgumentException("a position must have either 'after' or 'before'");
        }
        return values.has(AFTER)
                ? new ColumnPosition.After(values.get(AFTER))
                : new ColumnPosition.Before(values.get(BEFORE));
    }
}
