// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.inverse;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnPosition;
import dev.retort.schema.Column;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Optional;

/** The inverse of {@code alter_column}: every attribute that it mentions gets its old value. */
final class AlterInverse {

    private AlterInverse() {}

    static Optional<Reversal> of(AlterColumn alter, Table table, boolean placing) {
        return table.column(alter.column()).map(before -> of(alter, table, before, placing));
    }

    private static Reversal of(AlterColumn alter, Table table, Column before, boolean placing) {
        Column after;
        try {
            after = alter.applyTo(before);
        } catch (IllegalArgumentException e) {
            return new Reversal.Irreversible("it does not fit the schema: " + e.getMessage(), "Correct it first.");
        }
        Identifier renamed = alter.rename();
        AlterColumn back = AlterColumn.of(alter.table(), renamed == null ? alter.column() : renamed);
        back = renamed == null ? back : back.withRename(before.name());
        back = alter.type() == null ? back : back.withType(before.type());
        back = alter.nullable() == null ? back : back.withNullable(before.nullable());
        back = alter.defaultValue().isChange() ? back.withDefault(before.defaultValue()) : back;
        back = alter.identity().isChange() ? back.withIdentity(before.identity()) : back;
        back = alter.generated().isChange() ? back.withGenerated(before.generated()) : back;
        back = alter.comment().isChange() ? back.withComment(before.comment()) : back;
        Options overlay = after.options().overlayTo(before.options());
        back = overlay.isEmpty() ? back : back.withOptions(overlay);
        back = alter.position() == null || !placing ? back : back.withPosition(position(table, before.name()));
        if (back.isEmpty()) {
            return Reversal.by();
        }
        return new Reversal.By(List.of(back), findings(alter));
    }

    private static ColumnPosition position(Table table, Identifier column) {
        List<Identifier> names = table.columns().stream().map(Column::name).toList();
        int index = names.indexOf(column);
        return index == 0 ? ColumnPosition.FIRST : new ColumnPosition.After(names.get(index - 1));
    }

    private static List<Finding> findings(AlterColumn alter) {
        return alter.using() == null
                ? List.of()
                : List.of(Finding.warning(
                                ErrorCode.ROWS_NOT_RESTORED,
                                "The values of column '" + alter.column()
                                        + "' are changed by an expression and go back by a plain cast.")
                        .withHint("Write the downgrade with the expression for the way back."));
    }
}
