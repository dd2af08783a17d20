// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Edits a CREATE TABLE statement and leaves everything that is not meant as it is written.
 *
 * <p>An editor is a value: each method gives a new one. Between two edits the text may break a rule of SQLite (a primary
 * key is taken away before the next is put in); {@link #text()} checks the rules when all is done.
 */
public final class TableTextEditor {

    private final CreateTableText table;

    private TableTextEditor(CreateTableText table) {
        this.table = table;
    }

    /** An editor for the statement. */
    public static TableTextEditor of(CreateTableText table) {
        return new TableTextEditor(table);
    }

    /** The statement as it stands after the edits so far. */
    public CreateTableText table() {
        return table;
    }

    /**
     * The text after all edits.
     *
     * @throws IllegalStateException when SQLite would refuse it, with every reason
     */
    public String text() {
        List<String> problems = TableTextRules.problems(table);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(
                    "table " + table.name().name() + " would be refused by SQLite: " + String.join("; ", problems));
        }
        return table.text();
    }

    /** Renames the table, in its foreign keys to itself and before its columns' names too. */
    public TableTextEditor renameTable(String newName) {
        return reread(TableRename.ofTable(table, newName));
    }

    /** Renames a column wherever the statement names it. */
    public TableTextEditor renameColumn(String column, String newName) {
        return reread(TableRename.ofColumn(table, required(column), newName));
    }

    /** Puts a new definition in the place of a column's; the comments around it stay. */
    public TableTextEditor replaceColumn(String column, String definition) {
        checkColumn(definition);
        return reread(items().replace(indexOf(column), definition));
    }

    /** Puts a column before all others. */
    public TableTextEditor insertColumnFirst(String definition) {
        checkColumn(definition);
        return reread(items().insert(0, definition));
    }

    /** Puts a column behind another. */
    public TableTextEditor insertColumnAfter(String column, String definition) {
        checkColumn(definition);
        return reread(items().insert(indexOf(column) + 1, definition));
    }

    /** Puts a column behind all others. */
    public TableTextEditor appendColumn(String definition) {
        checkColumn(definition);
        return reread(items().insert(table.columns().size(), definition));
    }

    /**
     * Takes a column away with its comments. Constraints that name it must be edited too before {@link #text()}.
     *
     * @throws IllegalArgumentException when it is the only column
     */
    public TableTextEditor removeColumn(String column) {
        int index = indexOf(column);
        if (table.columns().size() == 1) {
            throw new IllegalArgumentException("column " + column + " is the only one of table "
                    + table.name().name() + " and must stay");
        }
        return reread(items().remove(index));
    }

    /** Puts a new text in the place of a table constraint, which must be one of {@link #table()}. */
    public TableTextEditor replaceConstraint(TableConstraintText constraint, String definition) {
        checkConstraint(definition);
        return reread(items().replace(indexOf(constraint), definition));
    }

    /** Puts a table constraint behind all others. */
    public TableTextEditor appendConstraint(String definition) {
        checkConstraint(definition);
        return reread(
                items().insert(table.columns().size() + table.constraints().size(), definition));
    }

    /** Puts a table constraint before another, which must be one of {@link #table()}. */
    public TableTextEditor insertConstraintBefore(TableConstraintText constraint, String definition) {
        checkConstraint(definition);
        return reread(items().insert(indexOf(constraint), definition));
    }

    /** Takes away a table constraint, which must be one of {@link #table()}, with its comments. */
    public TableTextEditor removeConstraint(TableConstraintText constraint) {
        return reread(items().remove(indexOf(constraint)));
    }

    /** Puts a new text in the place of a column's constraint, which must be one of {@link #table()}. */
    public TableTextEditor replaceColumnConstraint(String column, ColumnConstraintText constraint, String definition) {
        checkColumn("c " + definition);
        owned(column, constraint);
        Fragment old = constraint.fragment();
        return reread(new TextPatch(table.text())
                .replace(old.start(), old.end(), definition)
                .apply());
    }

    /** Puts a constraint behind all others of a column. */
    public TableTextEditor appendColumnConstraint(String column, String definition) {
        checkColumn("c " + definition);
        int end = required(column).fragment().end();
        return reread(new TextPatch(table.text()).insert(end, " " + definition).apply());
    }

    /** Takes away a column's constraint, which must be one of {@link #table()}; a deferral goes with its reference. */
    public TableTextEditor removeColumnConstraint(String column, ColumnConstraintText constraint) {
        List<ColumnConstraintText> constraints = owned(column, constraint).constraints();
        TextPatch patch = new TextPatch(table.text());
        remove(patch, constraint.fragment());
        if (constraint instanceof ColumnConstraintText.References) {
            for (int i = constraints.indexOf(constraint) + 1; i < constraints.size(); i++) {
                if (constraints.get(i) instanceof ColumnConstraintText.References) {
                    break;
                }
                // Left behind, it would hold for the foreign key before the one that goes.
                if (constraints.get(i) instanceof ColumnConstraintText.Deferred deferred) {
                    remove(patch, deferred.fragment());
                }
            }
        }
        return reread(patch.apply());
    }

    /** Changes a column's declared type and nothing else; an empty text takes the type away. */
    public TableTextEditor setType(String column, String type) {
        checkType(type);
        ColumnText found = required(column);
        TextPatch patch = new TextPatch(table.text());
        if (found.type() == null) {
            patch.insert(found.name().token().end(), type.isEmpty() ? "" : " " + type);
        } else if (type.isEmpty()) {
            remove(patch, found.type());
        } else {
            patch.replace(found.type().start(), found.type().end(), type);
        }
        return reread(patch.apply());
    }

    /** Sets or clears the table options; those that are already as asked stay as written. */
    public TableTextEditor setOptions(boolean withoutRowid, boolean strict) {
        if (withoutRowid == table.withoutRowid() && strict == table.strict()) {
            return this;
        }
        List<String> wanted = new ArrayList<>();
        for (TableOptionText option : table.options()) {
            boolean keep = option.kind() == TableOptionText.Kind.STRICT ? strict : withoutRowid;
            if (keep) {
                wanted.add(option.fragment().text());
            }
        }
        if (withoutRowid && !table.withoutRowid()) {
            wanted.add("WITHOUT ROWID");
        }
        if (strict && !table.strict()) {
            wanted.add("STRICT");
        }
        List<TableOptionText> old = table.options();
        int start = old.isEmpty() ? table.body().end() : old.get(0).fragment().start();
        int end = old.isEmpty() ? start : old.get(old.size() - 1).fragment().end();
        TextPatch patch = new TextPatch(table.text());
        if (wanted.isEmpty()) {
            remove(patch, new Fragment(table.text(), start, end));
        } else {
            patch.replace(start, end, (old.isEmpty() ? " " : "") + String.join(", ", wanted));
        }
        return reread(patch.apply());
    }

    /** Takes a fragment away with the blanks before it. */
    private void remove(TextPatch patch, Fragment fragment) {
        int start = SqliteLexer.tokens(table.text()).stream()
                .filter(token -> token.kind() == TokenKind.WHITESPACE && token.end() == fragment.start())
                .mapToInt(Token::start)
                .findFirst()
                .orElse(fragment.start());
        patch.replace(start, fragment.end(), "");
    }

    private TableTextEditor reread(String text) {
        return new TableTextEditor(CreateTableText.parse(text));
    }

    private ItemList items() {
        return new ItemList(table);
    }

    private ColumnText required(String column) {
        return table.columns().get(indexOf(column));
    }

    private int indexOf(String column) {
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).name().is(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("table " + table.name().name() + " has no column " + column + ", only "
                + String.join(
                        ", ", table.columns().stream().map(c -> c.name().name()).toList()));
    }

    private int indexOf(TableConstraintText constraint) {
        int index = table.constraints().indexOf(constraint);
        if (index < 0) {
            throw foreign(constraint.fragment());
        }
        return table.columns().size() + index;
    }

    private ColumnText owned(String column, ColumnConstraintText constraint) {
        ColumnText owner = required(column);
        if (!owner.constraints().contains(constraint)) {
            throw foreign(constraint.fragment());
        }
        return owner;
    }

    private IllegalArgumentException foreign(Fragment fragment) {
        return new IllegalArgumentException("constraint must be one of the table being edited, but was '"
                + fragment.text() + "' at offset " + fragment.start());
    }

    private static void checkColumn(String definition) {
        TokenCursor cursor = new TokenCursor(definition);
        new ColumnParser(cursor).column();
        cursor.expectEnd();
    }

    private static void checkConstraint(String definition) {
        TokenCursor cursor = new TokenCursor(definition);
        new TableConstraintParser(cursor).constraint();
        cursor.expectEnd();
    }

    private static void checkType(String type) {
        TokenCursor cursor = new TokenCursor("c " + type);
        if (!new ColumnParser(cursor).column().constraints().isEmpty()) {
            throw new IllegalArgumentException("type must be a declared type alone, but was '" + type + "'");
        }
        cursor.expectEnd();
    }
}
