// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.sqlite.text.ColumnConstraintText;
import dev.retort.dialect.sqlite.text.ColumnText;
import dev.retort.dialect.sqlite.text.TableTextEditor;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Table;
import java.util.Objects;
import java.util.Optional;

/** Edits the text of one column until it says what the column after says. */
final class ColumnTextMerge {

    private final SqliteWords words;
    private final Table target;

    ColumnTextMerge(SqliteWords words, Table target) {
        this.words = words;
        this.target = target;
    }

    TableTextEditor merge(TableTextEditor before, Column old, Column column) {
        String name = column.name().value();
        TableTextEditor editor = before;
        if (!Objects.equals(old.generated(), column.generated())) {
            return editor.replaceColumn(name, words.tables.column(column, target));
        }
        String type = words.types.render(column.type());
        if (!words.types.render(old.type()).equals(type)) {
            editor = editor.setType(name, type);
        }
        Optional<String> collation = SqliteTypes.collation(column.type());
        if (!SqliteTypes.collation(old.type()).equals(collation)) {
            editor = without(editor, name, ColumnConstraintText.Collate.class);
            editor = collation.isPresent()
                    ? editor.appendColumnConstraint(name, words.tables.collate(collation.get()))
                    : editor;
        }
        editor = nullability(editor, name, old, column);
        DefaultValue value = column.defaultValue();
        if (!Objects.equals(old.defaultValue(), value)) {
            editor = without(editor, name, ColumnConstraintText.Default.class);
            editor = value == null ? editor : editor.appendColumnConstraint(name, words.tables.defaultClause(value));
        }
        return editor;
    }

    private TableTextEditor nullability(TableTextEditor editor, String name, Column old, Column column) {
        PrimaryKey key = target.primaryKey();
        boolean inKey = key != null && key.columns().contains(column.name());
        boolean written =
                column(editor, name).last(ColumnConstraintText.NotNull.class).isPresent();
        boolean sameWords = old.options().equals(column.options());
        if (sameWords && (inKey || written != column.nullable())) {
            return editor;
        }
        TableTextEditor cleared = without(
                without(editor, name, ColumnConstraintText.NotNull.class), name, ColumnConstraintText.Null.class);
        return column.nullable() ? cleared : cleared.appendColumnConstraint(name, words.tables.notNull(column));
    }

    private static TableTextEditor without(
            TableTextEditor editor, String name, Class<? extends ColumnConstraintText> kind) {
        TableTextEditor result = editor;
        Optional<? extends ColumnConstraintText> clause = column(result, name).last(kind);
        while (clause.isPresent()) {
            result = result.removeColumnConstraint(name, clause.get());
            clause = column(result, name).last(kind);
        }
        return result;
    }

    private static ColumnText column(TableTextEditor editor, String name) {
        return editor.table().column(name).orElseThrow();
    }
}
