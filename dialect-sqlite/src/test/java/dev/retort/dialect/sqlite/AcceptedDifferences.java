// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.sqlite.text.CreateIndexText;
import dev.retort.dialect.sqlite.text.CreateTableText;
import dev.retort.dialect.sqlite.text.SchemaText;
import dev.retort.dialect.sqlite.text.SortOrder;
import dev.retort.dialect.sqlite.text.SqliteLexer;
import dev.retort.dialect.sqlite.text.TableConstraintText;
import dev.retort.dialect.sqlite.text.Token;
import dev.retort.dialect.sqlite.text.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The list of what may differ between a text and the text that is written from what was read, with the reasons. What
 * differs in another way has to be listed by name in {@code corpus-differences.txt}.
 */
final class AcceptedDifferences {

    /** Words that mean nothing, by the reason. */
    private static final Map<String, String> MEANINGLESS = Map.of(
            "ON (DELETE|UPDATE) NO ACTION", "NO ACTION is what SQLite does when nothing is said",
            "DEFAULT NULL", "a column without default gets NULL",
            "FOR EACH ROW", "SQLite has no other triggers",
            "NOT DEFERRABLE( INITIALLY IMMEDIATE)?", "a foreign key is not deferrable unless it says so",
            "(?<=[^ ] )ASC(?= [,)])", "indexes ascend unless they say otherwise",
            "\\bVIRTUAL\\b", "generated columns are virtual unless they are stored",
            "GENERATED ALWAYS (?=AS)", "the words before AS are optional");

    private AcceptedDifferences() {}

    /** A text that is equal for equivalent statements. */
    static String normalized(String sql) {
        SchemaText text = SchemaText.parse(sql);
        if (text instanceof CreateTableText table) {
            List<String> items = new ArrayList<>();
            table.columns().forEach(column -> items.add(words(column.fragment().text())));
            // The order of constraints means nothing.
            table.constraints().stream()
                    .map(TableConstraintText::fragment)
                    .map(fragment -> words(fragment.text()))
                    .sorted()
                    .forEach(items::add);
            // That of table options neither.
            table.options().stream()
                    .map(option -> words(option.fragment().text()))
                    .sorted()
                    .forEach(items::add);
            return words(table.name().token().text()) + " " + String.join(" , ", items);
        }
        if (text instanceof CreateIndexText index) {
            // Parentheses around a whole expression mean nothing.
            return index.parts().stream()
                            .map(part -> words(SqlExpressions.trimmed(
                                            part.expression().text()))
                                    + (part.order() == SortOrder.DESC ? " DESC" : "")
                                    + (part.collation() == null
                                            ? ""
                                            : " COLLATE " + part.collation().name()))
                            .collect(Collectors.joining(" , "))
                    + (index.where() == null
                            ? ""
                            : words(SqlExpressions.trimmed(index.where().text())));
        }
        return words(sql);
    }

    /** The order of ON DELETE and ON UPDATE means nothing either. */
    private static String words(String sql) {
        String text = SqliteLexer.significant(sql).stream()
                .map(AcceptedDifferences::word)
                .collect(Collectors.joining(" "));
        for (String meaningless : MEANINGLESS.keySet()) {
            text = text.replaceAll(meaningless, "");
        }
        return text.replaceAll("(ON UPDATE (?:SET )?\\w+) (ON DELETE (?:SET )?\\w+)", "$2 $1")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String word(Token token) {
        if (token.kind() == TokenKind.WORD) {
            return token.text().toUpperCase(Locale.ROOT);
        }
        return token.kind().isQuotedName() ? token.name().toUpperCase(Locale.ROOT) : token.text();
    }
}
