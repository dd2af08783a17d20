// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Schemas of published projects, read in place; {@code -Dretort.corpus} says where they are. */
class CorpusTest {

    /** The folder told by the property, or a {@code shared/corpus} beside one of the folders above this module. */
    private static Optional<Path> corpus() {
        String told = System.getProperty("retort.corpus");
        if (told != null) {
            assertTrue(Files.isDirectory(Path.of(told)), "retort.corpus must be a folder, but was '" + told + "'");
            return Optional.of(Path.of(told));
        }
        Stream<Path> above = Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent);
        return above.map(path -> path.resolve("shared").resolve("corpus"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static List<Path> scripts() throws IOException {
        Optional<Path> corpus = corpus();
        assumeTrue(corpus.isPresent(), "NOT RUN: no corpus of schemas found; set -Dretort.corpus to its folder");
        try (Stream<Path> folders = Files.list(corpus.get())) {
            return folders.map(folder -> folder.resolve("sqlite.sql"))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyStatementOfTheCorpusIsReadAsSqliteReadsIt() throws IOException, SQLException {
        List<Path> scripts = scripts();
        assertTrue(scripts.size() >= 3, "scripts found: " + scripts);
        for (Path script : scripts) {
            try (Sqlite sqlite = new Sqlite()) {
                for (Fragment statement : StatementSplitter.split(Files.readString(script))) {
                    sqlite.run(statement.text());
                    if (statement.text().regionMatches(true, 0, "CREATE", 0, 6)) {
                        SchemaText.parse(statement.text());
                    }
                }
                for (String sql : sqlite.schema()) {
                    SchemaText kept = SchemaText.parse(sql);
                    if (kept instanceof CreateTableText table) {
                        assertEquals(sqlite.facts(table.name().name()), TableFacts.of(table), sql);
                        assertEquals(sql, TableTextEditor.of(table).text());
                    }
                }
            }
        }
    }

    @Test
    void everyColumnOfTheCorpusIsRenamedAsSqliteDoes() throws IOException, SQLException {
        for (Path script : scripts()) {
            try (Sqlite sqlite = new Sqlite()) {
                for (Fragment statement : StatementSplitter.split(Files.readString(script))) {
                    sqlite.run(statement.text());
                }
                for (String sql : sqlite.schema()) {
                    if (SchemaText.parse(sql) instanceof CreateTableText table) {
                        String name = table.name().name();
                        renameBothWays(
                                sqlite,
                                name,
                                table.columns()
                                        .get(table.columns().size() - 1)
                                        .name()
                                        .name());
                    }
                }
            }
        }
    }

    /** SQLite's rename also writes double-quoted strings in single quotes; ours leaves them as they are. */
    private static String asNames(String sql) {
        StringBuilder text = new StringBuilder();
        for (Token token : SqliteLexer.tokens(sql)) {
            text.append(token.kind() == TokenKind.STRING ? SqliteName.quoted(token.name()) : token.text());
        }
        return text.toString();
    }

    private static void renameBothWays(Sqlite sqlite, String table, String column) throws SQLException {
        List<String> before = sqlite.schema();
        if (!sqlite.accepts("ALTER TABLE " + SqliteName.quoted(table) + " RENAME COLUMN " + SqliteName.quoted(column)
                + " TO retort_new")) {
            return;
        }
        List<String> after = sqlite.schema();
        ReferenceRenamer renamer = new ReferenceRenamer(TableColumns.unknown());
        for (int i = 0; i < before.size(); i++) {
            RenameResult ours = renamer.renameColumn(before.get(i), table, column, "retort_new");
            if (ours.isCertain()) {
                assertEquals(Optional.empty(), TextEquivalence.difference(asNames(after.get(i)), asNames(ours.text())));
            }
        }
    }
}
