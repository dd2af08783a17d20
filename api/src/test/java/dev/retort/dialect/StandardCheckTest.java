// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import static dev.retort.dialect.OptionVocabulary.option;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Severity;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.OptionVocabulary.Place;
import dev.retort.dialect.OptionVocabulary.ValueType;
import dev.retort.operation.AddCheck;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddForeignKey;
import dev.retort.operation.AddUnique;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.Batch;
import dev.retort.operation.ColumnPosition;
import dev.retort.operation.ConstraintSelector;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSchema;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropTrigger;
import dev.retort.operation.DropView;
import dev.retort.operation.EnumChange;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.RenameIndex;
import dev.retort.operation.RenameTable;
import dev.retort.operation.SetTableComment;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.Deferrability;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identifier;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlText;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.UniqueConstraint;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StandardCheckTest {

    private static final QualifiedName T = QualifiedName.of("t");
    private static final Identifier A = new Identifier("a");
    private static final SourceLocation PLACE = new SourceLocation("m.yaml", 3, 5);
    private static final Column INTEGER = Column.of("a", new DataType.Integer());

    static Stream<Arguments> needs() {
        ForeignKey foreignKey = ForeignKey.of(null, List.of(A), QualifiedName.of("u"), List.of());
        return Stream.of(
                Arguments.of(Capability.SCHEMAS, new CreateSchema(A, false, null)),
                Arguments.of(Capability.SCHEMAS, new RenameTable(QualifiedName.of("s", "t"), A)),
                Arguments.of(Capability.SEQUENCES, new CreateSequence(Sequence.of("q"), false)),
                Arguments.of(Capability.ENUMS, new CreateEnum(new EnumType(T, List.of(), null), false)),
                Arguments.of(Capability.ENUMS, add(INTEGER.withType(new DataType.Enum(T, List.of())))),
                Arguments.of(Capability.ARRAYS, add(INTEGER.withType(new DataType.Array(new DataType.Integer())))),
                Arguments.of(Capability.COMMENTS, new SetTableComment(T, "words")),
                Arguments.of(Capability.COMMENTS, add(INTEGER.withComment("words"))),
                Arguments.of(Capability.IDENTITY, add(INTEGER.withIdentity(Identity.DEFAULT))),
                Arguments.of(
                        Capability.IDENTITY_OPTIONS,
                        AlterColumn.of(T, A).withIdentity(new Identity(true, null, null, null, null, false, null))),
                Arguments.of(
                        Capability.GENERATED_STORED,
                        add(INTEGER.withGenerated(new Generated(SqlText.verbatim("1"), true)))),
                Arguments.of(
                        Capability.GENERATED_VIRTUAL,
                        AlterColumn.of(T, A).withGenerated(new Generated(SqlText.verbatim("1"), false))),
                Arguments.of(Capability.COLUMN_POSITION, AlterColumn.of(T, A).withPosition(ColumnPosition.FIRST)),
                Arguments.of(
                        Capability.IF_EXISTS_ON_PARTS,
                        new AddColumn(T, INTEGER, ColumnPosition.LAST, null, false, true)),
                Arguments.of(Capability.ALTER_CONSTRAINTS, new AddUnique(T, UniqueConstraint.of(null, "a"))),
                Arguments.of(
                        Capability.DEFERRABLE_CONSTRAINTS,
                        new AddForeignKey(T, foreignKey.withDeferrability(Deferrability.INITIALLY_DEFERRED))),
                Arguments.of(
                        Capability.DEFERRABLE_UNIQUE,
                        new CreateTable(
                                new TableBuilder(T)
                                        .constraint(new PrimaryKey(
                                                null, List.of(A), Deferrability.INITIALLY_IMMEDIATE, Options.NONE))
                                        .build(),
                                false,
                                List.of())),
                Arguments.of(Capability.NOT_VALID_CONSTRAINTS, new AddForeignKey(T, foreignKey.withValidated(false))),
                Arguments.of(Capability.NOT_VALID_CONSTRAINTS, new ValidateConstraint(T, A)),
                Arguments.of(Capability.NAMED_CHECKS, new AddCheck(T, CheckConstraint.of("ck", "1 = 1"))),
                Arguments.of(Capability.RENAME_CONSTRAINT, new RenameConstraint(T, A, A)),
                Arguments.of(Capability.RENAME_INDEX, new RenameIndex(null, T, A)),
                Arguments.of(
                        Capability.PARTIAL_INDEX,
                        new CreateIndex(T, Index.of("ix", "a").withWhere(SqlText.verbatim("a > 0")), false)),
                Arguments.of(
                        Capability.EXPRESSION_INDEX,
                        new CreateIndex(T, Index.of("ix", "a").withParts(List.of(IndexPart.expression("1"))), false)),
                Arguments.of(
                        Capability.DESCENDING_INDEX,
                        new CreateIndex(
                                T,
                                Index.of("ix", "a")
                                        .withParts(List.of(IndexPart.column("a").desc())),
                                false)),
                Arguments.of(Capability.MATERIALIZED_VIEWS, new DropView(T, true, false, false)),
                Arguments.of(Capability.TRIGGERS, new DropTrigger(null, A, false)));
    }

    private static Operation add(Column column) {
        return AddColumn.of(T, column);
    }

    @ParameterizedTest
    @MethodSource("needs")
    void whatADatabaseCannotDoIsFoundAtItsPlace(Capability missing, Operation operation) {
        assertEquals(List.of(), check(PlainDialect.withEverything(), operation, Schema.EMPTY));
        List<Finding> findings = check(PlainDialect.without(missing), operation, Schema.EMPTY);
        assertEquals(1, findings.size(), findings.toString());
        Finding finding = findings.get(0);
        assertEquals(ErrorCode.UNSUPPORTED, finding.code());
        assertEquals(PLACE, finding.location());
        assertEquals(operation.keyword(), finding.subject());
        assertTrue(finding.message().contains(missing.sentence()), finding.message());
        assertTrue(finding.message().contains("PlainDB 1.2.3"), finding.message());
    }

    @ParameterizedTest
    @MethodSource("needs")
    void insideABatchItIsFoundToo(Capability missing, Operation operation) {
        Batch batch = new Batch(T, List.of(operation), Batch.Recreate.AUTO, Options.NONE);
        assertEquals(
                1, check(PlainDialect.without(missing), batch, Schema.EMPTY).size());
    }

    @Test
    void aCommentIsLeftOutWithAWarning() {
        Finding finding = check(
                        PlainDialect.without(Capability.COMMENTS), new SetTableComment(T, "words"), Schema.EMPTY)
                .get(0);
        assertEquals(Severity.WARNING, finding.severity());
        assertEquals(
                "The comment on table t is left out: it needs a database where objects keep a comment, which"
                        + " PlainDB 1.2.3 does not offer.",
                finding.message());
    }

    @Test
    void aPlainTableNeedsNothing() {
        Operation create = CreateTable.of(new TableBuilder(T)
                .column(INTEGER.withNullable(false))
                .constraint(PrimaryKey.of("a"))
                .constraint(CheckConstraint.of(null, "a > 0"))
                .build());
        assertEquals(List.of(), check(PlainDialect.withNothing(), create, Schema.EMPTY));
    }

    @Test
    void everyCapabilityOfAnOperationIsAskedForByATest() {
        Set<Capability> asked = EnumSet.noneOf(Capability.class);
        needs().forEach(arguments -> asked.add((Capability) arguments.get()[0]));
        Set<Capability> others = new TreeSet<>(EnumSet.complementOf(EnumSet.copyOf(asked)));
        assertEquals(
                EnumSet.of(
                        Capability.TRANSACTIONAL_DDL,
                        Capability.ALTER_COLUMN_IN_PLACE,
                        Capability.ENUM_TYPES,
                        Capability.CONCURRENT_INDEX,
                        Capability.EXCLUSION_CONSTRAINTS,
                        Capability.INDEX_NULLS_ORDER,
                        Capability.ROUTINES),
                others);
    }

    @Test
    void anUnnamedConstraintCannotBeDroppedByItsName() {
        Schema before = new SchemaBuilder()
                .table(new TableBuilder(T)
                        .column(INTEGER)
                        .constraint(PrimaryKey.of("a"))
                        .build())
                .build();
        DropConstraint drop = new DropConstraint(T, new ConstraintSelector.ThePrimaryKey(), false, false);
        Finding finding = check(PlainDialect.withEverything(), drop, before).get(0);
        assertEquals(ErrorCode.UNSUPPORTED, finding.code());
        assertTrue(finding.message().contains("the primary key of table t"), finding.message());
    }

    @Test
    void aValueOfAnEnumTypeCannotBeDropped() {
        AlterEnum alter = new AlterEnum(T, new EnumChange.DropValue("sad"));
        assertEquals(
                1, check(PlainDialect.withEverything(), alter, Schema.EMPTY).size());
    }

    @Test
    void aSelectorNeedsTheDefinition() {
        Ddl ddl = PlainDialect.withEverything().ddl();
        DropConstraint drop = new DropConstraint(T, new ConstraintSelector.ThePrimaryKey(), false, false);
        assertTrue(ddl.needsDefinition(new Batch(T, List.of(drop), Batch.Recreate.AUTO, Options.NONE)));
        assertFalse(ddl.needsDefinition(new DropConstraint(T, ConstraintSelector.named("c"), false, false)));
    }

    private static final OptionVocabulary OPTIONS = new OptionVocabulary(List.of(
            option("strict", ValueType.FLAG, Place.TABLE),
            option("concurrently", ValueType.FLAG, Place.INDEX, Place.DROP_INDEX),
            new OptionVocabulary.Known("using", ValueType.TEXT, List.of("btree", "gin"), Set.of(Place.INDEX)),
            option("include", ValueType.LIST, Place.INDEX),
            option("fillfactor", ValueType.NUMBER, Place.INDEX)));

    static Stream<Arguments> options() {
        return Stream.of(
                Arguments.of(
                        "concurently",
                        true,
                        "Dialect plain knows no option 'concurently' of an index; it knows concurrently, using,"
                                + " include, fillfactor.",
                        "Did you mean 'concurrently'?"),
                Arguments.of(
                        "strict",
                        true,
                        "Dialect plain knows no option 'strict' of an index; it knows concurrently, using, include,"
                                + " fillfactor.",
                        "'strict' is an option of a table."),
                Arguments.of(
                        "using",
                        "hash",
                        "Option 'using' of dialect plain must be one of btree, gin, but was 'hash'.",
                        null),
                Arguments.of(
                        "concurrently",
                        "yes",
                        "Option 'concurrently' of dialect plain must be true or false, but was 'yes'.",
                        null),
                Arguments.of(
                        "fillfactor", "9", "Option 'fillfactor' of dialect plain must be a number, but was '9'.", null),
                Arguments.of("include", 1, "Option 'include' of dialect plain must be a list, but was '1'.", null));
    }

    @ParameterizedTest
    @MethodSource("options")
    void aWrongOptionIsFound(String name, Object value, String message, String hint) {
        Operation create = new CreateIndex(T, Index.of("ix", "a").withOptions(Options.of("plain", name, value)), false);
        List<Finding> findings = check(
                new PlainDialect(EnumSet.allOf(Capability.class), OPTIONS),
                new Batch(T, List.of(create), Batch.Recreate.AUTO, Options.NONE),
                Schema.EMPTY);
        assertEquals(1, findings.size());
        assertEquals(ErrorCode.BAD_OPTION, findings.get(0).code());
        assertEquals(PLACE, findings.get(0).location());
        assertEquals(message, findings.get(0).message());
        assertEquals(hint, findings.get(0).hint());
    }

    @Test
    void rightOptionsAndThoseOfOtherDialectsAreFine() {
        Options fine = Options.of("plain", "using", "gin")
                .with("plain", "fillfactor", 90)
                .with("other", "anything", "goes");
        Operation create = new CreateIndex(T, Index.of("ix", "a").withOptions(fine), false);
        assertEquals(
                List.of(), check(new PlainDialect(EnumSet.allOf(Capability.class), OPTIONS), create, Schema.EMPTY));
    }

    private static List<Finding> check(Dialect dialect, Operation operation, Schema before) {
        return dialect.ddl().check(new PlacedOperation(operation, PLACE, before, Schema.EMPTY));
    }
}
