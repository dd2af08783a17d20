// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.operation.AddForeignKey;
import dev.retort.operation.Batch;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropSequence;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.TextAttributes;
import dev.retort.schema.UniqueConstraint;
import java.util.List;
import org.junit.jupiter.api.Test;

class LackTest {

    private static final QualifiedName T = QualifiedName.of("t");
    private static final Column TEXT = Column.of("a", new DataType.Text(TextAttributes.DEFAULT));
    private static final Column SHORT = Column.of("a", new DataType.Varchar(9, TextAttributes.DEFAULT));

    private static List<String> refused(Lack lack, Operation operation, Schema after) {
        PlacedOperation placed = new PlacedOperation(operation, SourceLocation.NONE, Schema.EMPTY, after);
        return PlainDialect.lacking(lack).ddl().check(placed).stream()
                .filter(finding -> finding.code() == ErrorCode.UNSUPPORTED)
                .map(Finding::message)
                .toList();
    }

    private static List<String> refused(Lack lack, TableBuilder table) {
        Table built = table.build();
        return refused(
                lack, CreateTable.of(built), new SchemaBuilder().table(built).build());
    }

    private static TableBuilder table(Column column) {
        return new TableBuilder(T).column(column);
    }

    @Test
    void whatDependsOnAPartStaysWhereItCannotGoWithIt() {
        Lack lack = Lack.CASCADES_OF_PARTS;
        Operation column = new DropColumn(T, new Identifier("a"), false, true, Options.NONE);
        List<String> expected = List.of(
                "What depends on a column, an index or a sequence cannot be dropped with it on " + "PlainDB 1.2.3.");
        assertEquals(expected, refused(lack, column, Schema.EMPTY));
        assertEquals(expected, refused(lack, new DropSequence(T, false, true), Schema.EMPTY));
        assertEquals(
                expected,
                refused(lack, new DropIndex(T, QualifiedName.of("ix"), false, true, Options.NONE), Schema.EMPTY));
        assertEquals(
                expected,
                refused(lack, new Batch(T, List.of(column), Batch.Recreate.AUTO, Options.NONE), Schema.EMPTY));
        assertEquals(List.of(), refused(lack, DropColumn.of(T, new Identifier("a")), Schema.EMPTY));
        assertEquals(List.of(), refused(Lack.MATCH_TYPES, column, Schema.EMPTY));
    }

    @Test
    void columnWithoutALengthIsInNoKeyAndNoIndex() {
        Lack lack = Lack.INDEXED_LARGE_OBJECTS;
        List<String> expected = List.of("Column t.a cannot have a type without a length, because it is in a key or an "
                + "index on PlainDB 1.2.3.");
        Index index = new Index(new Identifier("ix"), List.of(IndexPart.column("a")), false, null, null, Options.NONE);
        assertEquals(expected, refused(lack, table(TEXT).index(index)));
        assertEquals(expected, refused(lack, table(TEXT).constraint(UniqueConstraint.of("uq", "a"))));
        assertEquals(List.of(), refused(lack, table(TEXT)));
        assertEquals(List.of(), refused(lack, table(SHORT).index(index)));
    }

    @Test
    void sequenceWithoutAnOwnerIsNoMistake() {
        dev.retort.schema.Sequence sequence = dev.retort.schema.Sequence.of("q");
        Schema after = new SchemaBuilder().sequence(sequence).build();
        assertEquals(List.of(), refused(Lack.SEQUENCE_OWNERS, new CreateSequence(sequence, false), after));
    }

    @Test
    void referredTableWithoutANamespaceGetsTheHomeOfAll() {
        ForeignKey key = ForeignKey.of(null, Identifier.listOf("a"), T, List.of());
        PlainDialect dialect = PlainDialect.withEverything();
        SqlWriter home = dialect.writer();
        new ConstraintClauses(dialect, new Identifier("PUBLIC")).references(home, key);
        assertEquals("REFERENCES \"PUBLIC\".\"t\"", home.toString());
        SqlWriter plain = dialect.writer();
        new ConstraintClauses(dialect).references(plain, new AddForeignKey(T, key).foreignKey());
        assertEquals("REFERENCES \"t\"", plain.toString());
    }
}
