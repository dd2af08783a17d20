// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.Statement;
import dev.retort.dialect.sqlite.text.CreateTableText;
import dev.retort.dialect.sqlite.text.SqliteLexer;
import dev.retort.dialect.sqlite.text.SqliteName;
import dev.retort.dialect.sqlite.text.Token;
import dev.retort.schema.Index;
import dev.retort.schema.Literal;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a table anew by SQLite's own procedure: a new table under a temporary name, the rows copied, the old table
 * dropped, the new one renamed, indexes and triggers created again, references checked; all in one transaction, with
 * foreign keys off outside of it.
 *
 * @see <a href="https://www.sqlite.org/lang_altertable.html#otheralter">Making other kinds of table schema changes</a>
 */
final class Rebuild {

    private static final String PREFIX = "_retort_new_";

    private final SqliteWords words;
    private final TableChange change;
    private final ObjectTexts texts;
    private final Guards guards;
    private final List<Statement> out = new ArrayList<>();
    private final String name;
    private final String table;
    private final String temporary;

    private Rebuild(SqliteWords words, TableChange change, ObjectTexts texts) {
        this.words = words;
        this.change = change;
        this.texts = texts;
        this.guards = new Guards(words.syntax);
        this.name = change.target().name().name().value();
        this.table = words.syntax.quote(name);
        this.temporary = words.syntax.quote(PREFIX + name);
    }

    /** The statements; the texts of the table, its indexes and triggers are afterwards as the database has them. */
    static List<Statement> of(SqliteWords words, TableChange change, ObjectTexts texts) {
        return new Rebuild(words, change, texts).statements();
    }

    private List<Statement> statements() {
        ReferenceCheck references = new ReferenceCheck(change, guards, words.syntax);
        List<String> dependents = dependents();
        out.add(Sessions.FOREIGN_KEYS_OFF);
        out.add(Sessions.MODERN_ALTER_TABLE);
        preconditions();
        references.before().ifPresent(this::sql);
        String definition = definition();
        out.add(new Statement.Sql(
                "CREATE TABLE " + temporary + definition,
                Statement.Placement.IN_TRANSACTION,
                "make table " + name + " anew"));
        copy();
        sql("DROP TABLE " + table);
        // Views and triggers keep speaking of the old name, which nobody has at this moment.
        sql("PRAGMA legacy_alter_table = ON");
        sql("ALTER TABLE " + temporary + " RENAME TO " + table);
        sql("PRAGMA legacy_alter_table = OFF");
        dependents.forEach(this::sql);
        if (!change.removed().isEmpty()) {
            // A rename to the same name makes SQLite read every view and trigger, and refuse those that miss a column.
            String column =
                    SqliteName.sql(change.target().columns().get(0).name().value());
            sql("ALTER TABLE " + table + " RENAME COLUMN " + column + " TO " + column);
        }
        out.addAll(references.after());
        texts.put(ObjectKind.TABLE, change.target().name(), "CREATE TABLE " + table + definition);
        return out;
    }

    private void preconditions() {
        String literal = words.syntax.literal(new Literal.Text(PREFIX + name));
        out.add(guards.none(
                "SELECT name FROM sqlite_schema WHERE name = " + literal + " COLLATE NOCASE",
                "table " + PREFIX + name + " is left over from a run that did not end; look at it, then drop it",
                ""));
        out.add(guards.none(
                "SELECT foreign_keys FROM pragma_foreign_keys WHERE foreign_keys <> 0",
                "foreign keys must be off while table " + name
                        + " is made anew, since dropping the old one would delete rows that refer to it",
                ""));
    }

    /** What follows the name in CREATE TABLE; the name itself before a column would be that of the old table. */
    private String definition() {
        String text = TableTextMerge.merge(words, change);
        int start = CreateTableText.parse(text).body().start();
        StringBuilder result = new StringBuilder(" ");
        int done = start;
        List<Token> tokens = SqliteLexer.significant(text);
        for (int i = 0; i + 2 < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.start() > start && token.names(name) && tokens.get(i + 1).isOperator(".")) {
                result.append(text, done, token.start());
                done = tokens.get(i + 2).start();
            }
        }
        return result.append(text.substring(done)).toString();
    }

    private void copy() {
        CopyColumns columns = new CopyColumns(words, change);
        sql("INSERT OR ABORT INTO " + temporary + " (" + String.join(", ", columns.into()) + ") SELECT "
                + String.join(", ", columns.from()) + " FROM " + table);
        out.add(guards.none(
                "SELECT 1 WHERE (SELECT count(*) FROM " + temporary + ") <> (SELECT count(*) FROM " + table + ")",
                "rows of table " + name + " were not all copied",
                ""));
        if (numbered(change.base()) && numbered(change.target())) {
            String from = words.syntax.literal(new Literal.Text(name));
            String to = words.syntax.literal(new Literal.Text(PREFIX + name));
            sql("DELETE FROM sqlite_sequence WHERE name = " + to);
            sql("INSERT INTO sqlite_sequence (name, seq) SELECT " + to + ", seq FROM sqlite_sequence WHERE name = "
                    + from + " COLLATE NOCASE");
        }
    }

    private static boolean numbered(Table table) {
        return table.columns().stream().anyMatch(column -> column.identity() != null);
    }

    private List<String> dependents() {
        List<String> result = new ArrayList<>();
        Table base = change.base();
        for (Index index : change.target().indexes()) {
            Optional<Index> same = base.indexes().stream().filter(index::equals).findFirst();
            result.add(
                    same.isPresent()
                            ? texts.index(base, index)
                            : words.objects.index(change.target().name(), index, false));
        }
        QualifiedName own = change.target().name();
        words.canonical.triggers(own, change.after()).stream()
                .map(texts::ownTrigger)
                .forEach(result::add);
        return result;
    }

    private void sql(String text) {
        out.add(new Statement.Sql(text));
    }
}
