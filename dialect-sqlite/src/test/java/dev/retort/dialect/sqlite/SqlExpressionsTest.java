// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTrigger;
import dev.retort.operation.CreateView;
import dev.retort.operation.Operation;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlText;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is around SQL texts. */
class SqlExpressionsTest {

    @Test
    void outerBlanksAndParenthesesMeanNothing() {
        assertEquals("a > 0", SqlExpressions.trimmed(" ( (a > 0) )\n"));
        assertEquals("(a) AND (b)", SqlExpressions.trimmed("((a) AND (b))"));
        assertEquals("(a, b)", SqlExpressions.trimmed("(a, b)"));
        assertEquals("a = ')'", SqlExpressions.trimmed("(a = ')')"));
        assertEquals("", SqlExpressions.trimmed("  "));
    }

    @Test
    void aCommentAtTheEndDoesNotSwallowTheParenthesis() {
        assertEquals("(a > 0 -- positive\n)", SqlExpressions.parenthesized(SqlText.verbatim("a > 0 -- positive")));
        assertEquals("(a > '--')", SqlExpressions.parenthesized(SqlText.verbatim("a > '--'")));
    }

    /** SQLite keeps a statement from its first to its last token. */
    @Test
    void commentsAroundAStatementAreNotPartOfTheCanonicalForm() throws SQLException {
        try (TestDatabase database = TestDatabase.of("CREATE TABLE t (a INT)")) {
            Schema before = database.schema();
            QualifiedName t = QualifiedName.of("t");
            Index index = Index.of("i", "a")
                    .withParts(List.of(IndexPart.expression("/* sum */ (a + 1) -- one more")))
                    .withWhere(SqlText.verbatim("-- few\n(a > 0) -- positive"));
            Trigger trigger = new Trigger(
                    new Identifier("tr"),
                    t,
                    Trigger.Timing.AFTER,
                    Set.of(Trigger.Event.INSERT),
                    List.of(),
                    true,
                    SqlText.verbatim("new.a > 0 -- when"),
                    SqlText.verbatim("-- what\nDELETE FROM t WHERE a = 5; -- gone"),
                    null,
                    Options.NONE);
            Operation[] operations = {
                new CreateIndex(t, index, false),
                new CreateView(View.of("v", "-- all\nSELECT a -- only\nFROM t; -- rows"), false),
                new CreateTrigger(trigger, false)
            };
            Schema after =
                    TestDatabase.place(before, List.of(operations)).get(2).after();
            database.run(operations);
            assertEquals(database.dialect.canonical(after), database.schema());
        }
    }
}
