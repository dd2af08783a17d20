// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Renames a table or a column in the statements that refer to it: indexes, views, triggers, foreign keys.
 *
 * <p>Inside the engine {@code ALTER TABLE ... RENAME} does the same; this class is for where that cannot be used. It
 * takes for granted that SQLite accepts the text: a bare name that could belong to two tables of one FROM would not have
 * been accepted. What still cannot be told is left alone and reported.
 */
public final class ReferenceRenamer {

    private final TableColumns known;

    /** A renamer that knows the columns of the tables and views beside the renamed one. */
    public ReferenceRenamer(TableColumns known) {
        this.known = known;
    }

    /**
     * Renames a table in a CREATE statement, its own or another's.
     *
     * @throws SqliteTextException when the statement cannot be read
     */
    public RenameResult renameTable(String sql, String table, String newName) {
        return rename(sql, table, null, newName);
    }

    /**
     * Renames a column of a table in a CREATE statement, the table's own or another's.
     *
     * @throws SqliteTextException when the statement cannot be read
     */
    public RenameResult renameColumn(String sql, String table, String column, String newName) {
        return rename(sql, table, column, newName);
    }

    private RenameResult rename(String sql, String table, @Nullable String column, String newName) {
        SchemaText statement = SchemaText.parse(sql);
        if (statement instanceof CreateTableText text) {
            return table(text, table, column, newName);
        }
        RenameJob job = new RenameJob(sql, table, column, newName, known);
        if (statement instanceof CreateIndexText index) {
            index(job, index);
        } else if (statement instanceof CreateViewText view) {
            int from = firstAt(job.tokens(), view.select().start());
            int to = firstAt(job.tokens(), view.select().end());
            boolean renamed =
                    new QueryWalker(job).query(from, to, RenameScope.NOTHING).carries();
            job.outputRenamed(renamed && view.columns().isEmpty());
        } else if (statement instanceof CreateTriggerText trigger) {
            trigger(job, trigger);
        } else {
            virtual(job, (CreateVirtualTableText) statement, column == null ? table : column);
        }
        return job.result();
    }

    private static RenameResult table(CreateTableText text, String table, @Nullable String column, String newName) {
        if (text.name().is(table)) {
            if (column == null) {
                return certain(TableRename.ofTable(text, newName));
            }
            String renamed = text.column(column)
                    .map(found -> TableRename.ofColumn(text, found, newName))
                    .orElse(text.text());
            return certain(renamed);
        }
        TextPatch patch = new TextPatch(text.text());
        TableRename.references(text).filter(target -> target.table().is(table)).forEach(target -> {
            Stream<NameText> names = column == null
                    ? Stream.of(target.table())
                    : target.columns().stream().filter(name -> name.is(column));
            names.forEach(name -> patch.rename(name.token(), newName));
        });
        return certain(patch.apply());
    }

    private static void index(RenameJob job, CreateIndexText index) {
        Token table = index.table().token();
        if (!job.isTarget(table)) {
            return;
        }
        RenameSource source = job.source(null, table, null, RenameScope.NOTHING);
        RenameScope scope = RenameScope.NOTHING.with(List.of(source));
        QueryWalker queries = new QueryWalker(job);
        for (IndexedPartText part : index.parts()) {
            if (part.column() != null) {
                job.ownColumn(part.column().token());
            } else {
                queries.expression(
                        firstAt(job.tokens(), part.expression().start()),
                        firstAt(job.tokens(), part.expression().end()),
                        scope);
            }
        }
        if (index.where() != null) {
            queries.expression(
                    firstAt(job.tokens(), index.where().start()),
                    firstAt(job.tokens(), index.where().end()),
                    scope);
        }
    }

    private static void trigger(RenameJob job, CreateTriggerText trigger) {
        Token table = trigger.table().token();
        job.tableName(table);
        if (job.isTarget(table)) {
            trigger.updateOf().forEach(name -> job.ownColumn(name.token()));
        }
        RenameScope rows = RenameScope.NOTHING.with(List.of(job.pseudoRow("new", table), job.pseudoRow("old", table)));
        QueryWalker queries = new QueryWalker(job);
        List<Token> tokens = job.tokens();
        if (trigger.when() != null) {
            queries.expression(
                    firstAt(tokens, trigger.when().start()),
                    firstAt(tokens, trigger.when().end()),
                    rows);
        }
        StatementWalker statements = new StatementWalker(job, queries);
        int start = firstAt(tokens, trigger.body().start()) + 1;
        int end = firstAt(tokens, trigger.body().end()) - 1;
        for (int i = start; i < end; i++) {
            if (tokens.get(i).isOperator(";")) {
                if (i > start) {
                    statements.statement(start, i, rows);
                }
                start = i + 1;
            }
        }
    }

    /** What a module makes of its arguments is not known here. */
    private static void virtual(RenameJob job, CreateVirtualTableText virtual, String name) {
        if (job.isTarget(virtual.name().token())) {
            job.tableName(virtual.name().token());
        }
        for (Fragment argument : virtual.arguments()) {
            for (Token token : job.tokens()) {
                boolean inside = token.start() >= argument.start() && token.end() <= argument.end();
                if (inside && token.names(name)) {
                    job.doubt(token, "only module " + virtual.module().name() + " knows what its arguments mean");
                }
            }
        }
    }

    private static RenameResult certain(String text) {
        return new RenameResult(text, false, List.of());
    }

    /** Index of the first token at or behind the offset. */
    private static int firstAt(List<Token> tokens, int offset) {
        int index = 0;
        while (index < tokens.size() && tokens.get(index).start() < offset) {
            index++;
        }
        return index;
    }
}
