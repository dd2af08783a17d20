// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Every edit gives a text that SQLite takes and understands as the old one but for the edit. */
class RandomEditsTest {

    private static final int TABLES = 150;

    /** Makes an edit and says what it does to the facts; empty when the table offers nothing to edit so. */
    private record Edit(UnaryOperator<TableTextEditor> change, UnaryOperator<TableFacts> effect) {}

    private static void check(boolean keepsComments, Function<TableTextEditor, Optional<Edit>> edits)
            throws SQLException {
        int made = 0;
        int refused = 0;
        for (int seed = 0; seed < TABLES; seed++) {
            String text = RandomTable.text(new Random(seed));
            TableTextEditor before = TableTextEditor.of(CreateTableText.parse(text));
            Optional<Edit> edit = edits.apply(before);
            if (edit.isEmpty()) {
                continue;
            }
            TableTextEditor after = edit.get().change().apply(before);
            String context = "seed " + seed + "\n" + text + "\n--- became ---\n"
                    + after.table().text() + "\n---\n";
            boolean refuses = refuses(after);
            refused += refuses ? 1 : 0;
            made += refuses ? 0 : 1;
            try (Sqlite old = new Sqlite();
                    Sqlite fresh = new Sqlite()) {
                old.run(text);
                if (refuses) {
                    assertFalse(fresh.accepts(after.table().text()), "refused without need: " + context);
                    continue;
                }
                fresh.run(after.text());
                TableFacts expected = edit.get().effect().apply(old.facts("t 1"));
                assertEquals(expected, fresh.facts(expected.name()), context);
                if (keepsComments) {
                    assertEquals(comments(text), comments(after.text()), context);
                }
            } catch (SQLException failure) {
                throw new AssertionError(context, failure);
            }
        }
        assertTrue(made > TABLES / 20, "only " + made + " edits could be tried, " + refused + " were refused");
    }

    private static boolean refuses(TableTextEditor editor) {
        try {
            editor.text();
            return false;
        } catch (IllegalStateException refusal) {
            return true;
        }
    }

    private static List<String> comments(String text) {
        return SqliteLexer.tokens(text).stream()
                .filter(token -> token.kind().isComment())
                .map(Token::text)
                .toList();
    }

    private static String first(TableTextEditor editor) {
        return editor.table().columns().get(0).name().name();
    }

    private static String last(TableTextEditor editor) {
        return editor.table()
                .columns()
                .get(editor.table().columns().size() - 1)
                .name()
                .name();
    }

    @Test
    void aTableIsRenamed() throws SQLException {
        check(
                true,
                before -> Optional.of(new Edit(
                        editor -> editor.renameTable("new name"),
                        facts -> new TableFacts(
                                "new name",
                                facts.columns(),
                                new TreeSet<>(facts.foreignKeys().stream()
                                        .map(key -> key.replace("-> t 1[", "-> new name["))
                                        .toList()),
                                facts.uniques(),
                                facts.withoutRowid(),
                                facts.strict()))));
    }

    @Test
    void aColumnIsInsertedAnywhere() throws SQLException {
        TableFacts.Column added = new TableFacts.Column("added", "text", true, "'x'", 0, 0);
        String definition = "added TEXT DEFAULT 'x' NOT NULL";
        check(
                true,
                before -> Optional.of(
                        new Edit(editor -> editor.insertColumnFirst(definition), facts -> inserted(facts, 0, added))));
        check(
                true,
                before -> Optional.of(new Edit(
                        editor -> editor.insertColumnAfter(first(editor), definition),
                        facts -> inserted(facts, 1, added))));
        check(
                true,
                before -> Optional.of(new Edit(
                        editor -> editor.appendColumn(definition),
                        facts -> inserted(facts, facts.columns().size(), added))));
    }

    private static TableFacts inserted(TableFacts facts, int index, TableFacts.Column column) {
        List<TableFacts.Column> columns = new ArrayList<>(facts.columns());
        columns.add(index, column);
        return facts.withColumns(columns);
    }

    @Test
    void aColumnIsRemoved() throws SQLException {
        check(false, before -> removal(before, first(before)));
        check(false, before -> removal(before, last(before)));
    }

    private static Optional<Edit> removal(TableTextEditor before, String column) {
        if (before.table().columns().size() == 1) {
            return Optional.empty();
        }
        TableTextEditor after = before.removeColumn(column);
        return Optional.of(new Edit(editor -> after, facts -> TableFacts.of(after.table())));
    }

    @Test
    void aRemovedColumnIsGoneAndTheOthersStay() throws SQLException {
        check(
                false,
                before -> before.table().columns().size() == 1
                                || before.table()
                                                .column(last(before))
                                                .orElseThrow()
                                                .constraints()
                                                .size()
                                        > 0
                        ? Optional.empty()
                        : Optional.of(new Edit(
                                editor -> editor.removeColumn(last(editor)),
                                facts -> facts.withColumns(facts.columns()
                                        .subList(0, facts.columns().size() - 1)))));
    }

    @Test
    void theTypeOfAColumnChangesAlone() throws SQLException {
        check(
                true,
                before -> before.table().columns().get(0).type() == null
                                || before.table().columns().get(0).type().text().contains("-")
                                || before.table().text().contains("AUTOINCREMENT")
                                || TableFacts.of(before.table())
                                                .columns()
                                                .get(0)
                                                .key()
                                        > 0
                        ? Optional.empty()
                        : Optional.of(new Edit(
                                editor -> editor.setType(first(editor), "BLOB"),
                                facts -> facts.mapColumn(
                                        first(before),
                                        c -> new TableFacts.Column(
                                                c.name(),
                                                "blob",
                                                c.notNull(),
                                                c.defaultText(),
                                                c.key(),
                                                c.hidden())))));
    }

    @Test
    void aColumnLosesItsNotNull() throws SQLException {
        check(
                true,
                before -> before.table().columns().stream()
                        .filter(column -> TableFacts.of(before.table()).columns().stream()
                                .noneMatch(
                                        fact -> fact.key() > 0 && column.name().is(fact.name())))
                        .filter(column -> notNulls(column).size() == 1
                                && comments(notNulls(column).get(0).fragment().text())
                                        .isEmpty())
                        .findFirst()
                        .map(column -> new Edit(
                                editor -> editor.removeColumnConstraint(
                                        column.name().name(), notNulls(column).get(0)),
                                facts -> facts.mapColumn(
                                        column.name().name(),
                                        c -> new TableFacts.Column(
                                                c.name(), c.type(), false, c.defaultText(), c.key(), c.hidden())))));
    }

    private static List<ColumnConstraintText> notNulls(ColumnText column) {
        return column.constraints().stream()
                .filter(ColumnConstraintText.NotNull.class::isInstance)
                .toList();
    }

    @Test
    void aColumnGetsADefaultAndACheck() throws SQLException {
        check(
                true,
                before -> Optional.of(new Edit(
                        editor -> editor.appendColumnConstraint(first(editor), "DEFAULT (7)")
                                .appendColumnConstraint(first(editor), "CHECK (1)"),
                        facts -> facts.mapColumn(
                                first(before),
                                c -> new TableFacts.Column(
                                        c.name(), c.type(), c.notNull(), "7", c.key(), c.hidden())))));
    }

    @Test
    void tableConstraintsComeAndGo() throws SQLException {
        check(
                true,
                before -> Optional.of(new Edit(
                        editor -> editor.appendConstraint(
                                "CONSTRAINT added UNIQUE (" + SqliteName.sql(first(editor)) + ")"),
                        facts -> {
                            var uniques = new HashSet<>(facts.uniques());
                            uniques.add(List.of(SqliteName.fold(first(before))));
                            return new TableFacts(
                                    facts.name(),
                                    facts.columns(),
                                    facts.foreignKeys(),
                                    uniques,
                                    facts.withoutRowid(),
                                    facts.strict());
                        })));
        for (boolean fromFront : List.of(true, false)) {
            check(false, before -> {
                List<TableConstraintText> constraints = before.table().constraints();
                if (constraints.isEmpty()) {
                    return Optional.empty();
                }
                TableTextEditor after =
                        before.removeConstraint(constraints.get(fromFront ? 0 : constraints.size() - 1));
                assertEquals(constraints.size() - 1, after.table().constraints().size());
                return Optional.of(new Edit(editor -> after, facts -> TableFacts.of(after.table())));
            });
        }
    }

    @Test
    void optionsAreSetAndCleared() throws SQLException {
        check(
                false,
                before -> Optional.of(new Edit(
                        editor -> editor.setOptions(false, false),
                        facts -> TableFacts.of(before.setOptions(false, false).table()))));
        check(
                false,
                before -> Optional.of(new Edit(
                        editor -> editor.setOptions(true, before.table().strict()),
                        facts -> TableFacts.of(
                                before.setOptions(true, before.table().strict()).table()))));
    }
}
