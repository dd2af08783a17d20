// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.operation.Custom;
import dev.retort.operation.CustomOperation;
import dev.retort.operation.DeleteRows;
import dev.retort.operation.Execute;
import dev.retort.operation.Footprint;
import dev.retort.operation.InsertRows;
import dev.retort.operation.Operation;
import dev.retort.operation.Row;
import dev.retort.operation.Run;
import dev.retort.operation.UpdateRows;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.SqlText;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandardRowsTest {

    private static final QualifiedName T = QualifiedName.of("t");

    @Test
    void oneRowIsOnOneLine() {
        assertEquals(
                List.of("INSERT INTO \"t\" (\"id\", \"name\") VALUES (1, NULL)"),
                insert(true, Row.of("id", 1).and("name", null)));
    }

    @Test
    void rowsWithTheSameColumnsShareAStatement() {
        assertEquals(
                List.of(
                        "INSERT INTO \"t\" (\"a\", \"b\") VALUES\n    (1, 2),\n    (3, 4)",
                        "INSERT INTO \"t\" (\"a\") VALUES (5)",
                        "INSERT INTO \"t\" (\"a\", \"b\") VALUES (6, 7)"),
                insert(
                        true,
                        Row.of("a", 1).and("b", 2),
                        Row.of("b", 4).and("a", 3),
                        Row.of("a", 5),
                        Row.of("a", 6).and("b", 7)));
    }

    @Test
    void rowsAreInsertedOneByOneWhereThatIsAskedFor() {
        assertEquals(2, insert(false, Row.of("a", 1), Row.of("a", 2)).size());
    }

    @Test
    void aStatementHasAHundredRowsAtMost() {
        List<String> sql = insert(true, Collections.nCopies(201, Row.of("a", 1)).toArray(Row[]::new));
        assertEquals(
                List.of(101L, 101L, 1L),
                sql.stream().map(text -> text.lines().count()).toList());
    }

    @Test
    void noRowsAreNoStatement() {
        assertEquals(List.of(), insert(true));
    }

    @Test
    void hostileNamesAndTextsStayInTheirQuotes() {
        assertEquals(
                List.of("INSERT INTO \"t\" (\"a\"\"; --\") VALUES ('''); DROP TABLE t; --\n\\')"),
                insert(true, Row.of("a\"; --", "'); DROP TABLE t; --\n\\")));
    }

    @Test
    void anExpressionIsWrittenAsItIs() {
        assertEquals(
                List.of("INSERT INTO \"t\" (\"at\") VALUES (now())"),
                insert(true, Row.of("at", SqlText.verbatim("now()"))));
    }

    @Test
    void rowsAreUpdatedAndDeleted() {
        assertEquals(
                List.of("UPDATE \"t\" SET \"a\" = 'x', \"b\" = b + 1 WHERE a IS NULL"),
                render(new UpdateRows(
                        T, Row.of("a", "x").and("b", SqlText.verbatim("b + 1")), SqlText.verbatim("a IS NULL"))));
        assertEquals(List.of("DELETE FROM \"t\" WHERE a > 1"), render(new DeleteRows(T, List.of(), SqlText.verbatim("a > 1"))));
        assertEquals(List.of("DELETE FROM \"t\""), render(new DeleteRows(T, List.of(), null)));
    }

    @Test
    void aTextToExecuteLosesItsFinalSemicolonAlone() {
        assertEquals(List.of("ANALYZE t"), render(Execute.of("  ANALYZE t ;\n")));
        assertEquals(List.of(), render(Execute.of("  \n")));
    }

    @Test
    void codeStaysCode() {
        Operation run = new Run("fill labels", connection -> {}, null);
        PlacedOperation placed = new PlacedOperation(run, SourceLocation.NONE, Schema.EMPTY, Schema.EMPTY);
        List<Statement> statements = PlainDialect.withEverything().ddl().render(List.of(placed), Definitions.NONE);
        assertEquals(
                "fill labels",
                assertInstanceOf(Statement.Code.class, statements.get(0)).description());
    }

    @Test
    void anOutsideOperationRendersItself() {
        CustomOperation operation = new CustomOperation() {
            @Override
            public String name() {
                return "grant_all";
            }

            @Override
            public Footprint footprint() {
                return Footprint.OPAQUE;
            }

            @Override
            public List<String> render(String dialect) {
                return List.of("GRANT " + dialect, "GRANT 2");
            }

            @Override
            public void replay(SchemaBuilder schema) {}
        };
        assertEquals(List.of("GRANT plain", "GRANT 2"), render(new Custom(operation)));
    }

    private static List<String> insert(boolean multiple, Row... rows) {
        return render(new InsertRows(T, List.of(rows), multiple));
    }

    private static List<String> render(Operation operation) {
        return Rendered.by(PlainDialect.withEverything(), operation);
    }
}
