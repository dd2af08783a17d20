// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.sqlite.text.ColumnConstraintText;
import dev.retort.dialect.sqlite.text.ColumnText;
import dev.retort.dialect.sqlite.text.CreateTableText;
import dev.retort.dialect.sqlite.text.NameText;
import dev.retort.dialect.sqlite.text.SqliteTextException;
import dev.retort.dialect.sqlite.text.TableConstraintText;
import dev.retort.dialect.sqlite.text.TableTextEditor;
import dev.retort.schema.Column;
import dev.retort.schema.Identifier;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Edits a table's text until it says what the table after says, touching nothing else, so that comments and spelling
 * survive. What comes out is read again; where it does not say what it should, the text is written anew.
 */
final class TableTextMerge {

    private final SqliteWords words;
    private final TableChange change;
    private final Table target;
    private TableTextEditor editor;

    private TableTextMerge(SqliteWords words, TableChange change) {
        this.words = words;
        this.change = change;
        this.target = change.target();
        this.editor = TableTextEditor.of(CreateTableText.parse(change.text()));
    }

    static String merge(SqliteWords words, TableChange change) {
        try {
            String text = new TableTextMerge(words, change).edited();
            Table read = words.canonical.table(words.reader.table(CreateTableText.parse(text)), change.after());
            if (read.toBuilder().indexes(change.target().indexes()).build().equals(change.target())) {
                return text;
            }
        } catch (IllegalArgumentException | IllegalStateException | SqliteTextException notByEditing) {
            return words.tables.table(change.target(), "CREATE TABLE");
        }
        return words.tables.table(change.target(), "CREATE TABLE");
    }

    private String edited() {
        boolean numbering = target.columns().stream()
                .anyMatch(column -> change.base()
                        .column(column.name())
                        .map(old -> old.identity() != null)
                        .orElse(false)
                        .equals(column.identity() == null));
        List<TableConstraint> wanted = numbering
                ? new ArrayList<>()
                : new ArrayList<>(target.constraints().toList());
        if (numbering) {
            target.constraints()
                    .filter(constraint -> !constraint.equals(target.primaryKey()))
                    .forEach(wanted::add);
        }
        tableConstraints(wanted);
        columnConstraints(wanted);
        columns(numbering);
        editor = editor.setOptions(
                target.options().flag(SqliteOptions.DIALECT, SqliteOptions.WITHOUT_ROWID),
                target.options().flag(SqliteOptions.DIALECT, SqliteOptions.STRICT));
        List<TableConstraint> missing = new ArrayList<>(target.constraints().toList());
        words.reader.table(editor.table()).constraints().map(this::canonical).forEach(missing::remove);
        for (TableConstraint constraint : missing) {
            editor = editor.appendConstraint(words.tables.constraint(constraint));
        }
        return editor.text();
    }

    private TableConstraint canonical(TableConstraint constraint) {
        return words.canonical.constraint(constraint, target, change.after());
    }

    private void tableConstraints(List<TableConstraint> wanted) {
        int i = 0;
        while (i < editor.table().constraints().size()) {
            TableConstraintText text = editor.table().constraints().get(i);
            Optional<TableConstraint> found =
                    words.reader.constraint(editor.table(), text).map(this::canonical);
            if (found.isEmpty() || wanted.remove(found.get())) {
                i++;
                continue;
            }
            TableConstraint renamed = otherName(found.get(), wanted);
            if (renamed == null) {
                editor = editor.removeConstraint(text);
            } else {
                editor = editor.replaceConstraint(
                        text,
                        renamed(
                                text.name(),
                                text.fragment().start(),
                                text.fragment().text(),
                                renamed));
                i++;
            }
        }
    }

    private void columnConstraints(List<TableConstraint> wanted) {
        for (int c = 0; c < editor.table().columns().size(); c++) {
            int i = 0;
            while (i < editor.table().columns().get(c).constraints().size()) {
                ColumnText column = editor.table().columns().get(c);
                ColumnConstraintText text = column.constraints().get(i);
                Optional<TableConstraint> found =
                        words.reader.constraint(column, i).map(this::canonical);
                if (found.isEmpty() || wanted.remove(found.get())) {
                    i++;
                    continue;
                }
                TableConstraint renamed = otherName(found.get(), wanted);
                if (renamed == null) {
                    editor = editor.removeColumnConstraint(column.name().name(), text);
                } else {
                    editor = editor.replaceColumnConstraint(
                            column.name().name(),
                            text,
                            renamed(
                                    text.name(),
                                    text.fragment().start(),
                                    text.fragment().text(),
                                    renamed));
                    i++;
                }
            }
        }
    }

    /** Takes the wanted constraint that differs in its name alone, if there is one. */
    private static @Nullable TableConstraint otherName(TableConstraint found, List<TableConstraint> wanted) {
        TableConstraint unnamed = found.withName(null);
        for (TableConstraint candidate : wanted) {
            if (candidate.withName(null).equals(unnamed)) {
                wanted.remove(candidate);
                return candidate;
            }
        }
        return null;
    }

    private String renamed(@Nullable NameText old, int start, String text, TableConstraint constraint) {
        String rest =
                old == null ? text : text.substring(old.token().end() - start).strip();
        return words.tables.named(constraint.name()) + rest;
    }

    private void columns(boolean numbering) {
        for (Column column : change.removed()) {
            editor = editor.removeColumn(column.name().value());
        }
        Identifier previous = null;
        for (Column column : target.columns()) {
            String name = column.name().value();
            if (!change.isKept(column)) {
                insert(previous, words.tables.column(column, target));
            } else {
                Column old = change.base().column(column.name()).orElseThrow();
                boolean numbered = (old.identity() == null) != (column.identity() == null);
                editor = numbering && numbered && column.identity() != null
                        ? editor.replaceColumn(name, words.tables.column(column, target))
                        : new ColumnTextMerge(words, target).merge(editor, old, column);
                place(previous, name);
            }
            previous = column.name();
        }
    }

    private void insert(@Nullable Identifier previous, String definition) {
        editor = previous == null
                ? editor.insertColumnFirst(definition)
                : editor.insertColumnAfter(previous.value(), definition);
    }

    private void place(@Nullable Identifier previous, String name) {
        List<ColumnText> columns = editor.table().columns();
        int wanted = 0;
        for (int i = 0; i < columns.size(); i++) {
            if (previous != null && columns.get(i).name().is(previous.value())) {
                wanted = i + 1;
            }
        }
        if (!columns.get(wanted).name().is(name)) {
            String definition =
                    editor.table().column(name).orElseThrow().fragment().text();
            editor = editor.removeColumn(name);
            insert(previous, definition);
        }
    }
}
