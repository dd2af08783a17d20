// SPDX-License-Identifier: Apache-2.0
package dev.retort.recording;

import static dev.retort.operation.Dsl.bool;
import static dev.retort.operation.Dsl.check;
import static dev.retort.operation.Dsl.collate;
import static dev.retort.operation.Dsl.column;
import static dev.retort.operation.Dsl.dialect;
import static dev.retort.operation.Dsl.expression;
import static dev.retort.operation.Dsl.foreignKey;
import static dev.retort.operation.Dsl.integer;
import static dev.retort.operation.Dsl.part;
import static dev.retort.operation.Dsl.primaryKey;
import static dev.retort.operation.Dsl.row;
import static dev.retort.operation.Dsl.sql;
import static dev.retort.operation.Dsl.target;
import static dev.retort.operation.Dsl.varchar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.retort.diagnostic.Finding;
import dev.retort.migration.Condition;
import dev.retort.migration.Downgrade;
import dev.retort.migration.MigrationStep;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.Batch;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Execute;
import dev.retort.operation.InsertRows;
import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.Row;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.TextAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Outside the package of the recorder, as every migration is: lines are told by the first frame outside of it. */
class OperationsTest {

    private final Operations op = new Operations();

    @Test
    void aTableIsRecordedAsItReads() {
        op.createTable(
                        "user_roles",
                        column("id", integer()).notNull().identity(),
                        column("name", collate(varchar(100), "C")).defaultTo("x"),
                        primaryKey("id").named("pk"),
                        foreignKey("name").references("names", "n").onDelete(ReferentialAction.CASCADE))
                .inSchema("sales")
                .comment("who may")
                .ifNotExists();
        var table = new TableBuilder(QualifiedName.of("sales", "user_roles"))
                .column(Column.of("id", new DataType.Integer())
                        .withNullable(false)
                        .withIdentity(dev.retort.schema.Identity.DEFAULT))
                .column(Column.of("name", new DataType.Varchar(100, TextAttributes.collate("C")))
                        .withDefault(DefaultValue.of("x")))
                .constraint(PrimaryKey.of("id").withName(new Identifier("pk")))
                .constraint(ForeignKey.of(
                                null, Identifier.listOf("name"), QualifiedName.of("names"), Identifier.listOf("n"))
                        .withActions(ReferentialAction.CASCADE, ReferentialAction.NO_ACTION))
                .comment("who may")
                .build();
        assertEquals(new CreateTable(table, true, List.of()), only());
    }

    @Test
    void aStepKnowsTheLineThatRecordedIt() {
        op.dropTable("a");
        List.of("b").forEach(op::dropTable);
        List<MigrationStep> steps = op.steps();
        assertEquals("OperationsTest.java", steps.get(0).location().file());
        assertEquals(steps.get(0).location().line() + 1, steps.get(1).location().line());
    }

    @Test
    void allMistakesAreToldAtTheirLines() {
        op.createTable("t", column("a", integer()), column("a", integer()));
        op.dropTable("fine");
        op.addColumn("t", column("b", bool()).defaultTo(true).storedAs("1"));
        op.createTable("u", foreignKey("x"));
        List<Finding> findings = op.findings();
        assertEquals(
                List.of(
                        "table t must not have column 'a' twice",
                        "column b must not have a default or an identity, because it is generated",
                        "foreign key of x must say what it references"),
                findings.stream().map(Finding::message).toList());
        assertEquals(
                findings.get(0).location().line() + 2,
                findings.get(1).location().line());
        assertEquals(1, op.steps().size());
    }

    @Test
    void aColumnKeepsWhatIsNotMentioned() {
        op.alterColumn("users", "email").type(varchar(320)).notNull().dropDefault();
        assertEquals(
                AlterColumn.of(QualifiedName.of("users"), new Identifier("email"))
                        .withType(new DataType.Varchar(320, TextAttributes.DEFAULT))
                        .withNullable(false)
                        .withDefault(null),
                only());
    }

    @Test
    void anIndexCanBeOnExpressions() {
        op.createIndex("ix", "t", expression("lower(a)"), part("b").desc().nullsLast())
                .unique()
                .where("a > 0")
                .option("postgres", "concurrently", true);
        CreateIndex create = assertInstanceOf(CreateIndex.class, only());
        assertEquals(2, create.index().parts().size());
        assertEquals(true, create.index().options().flag("postgres", "concurrently"));
    }

    @Test
    void rowsAndSqlAreRecorded() {
        op.insertRows("t", row("name", "admin").and("at", sql("now()")), row("name", null));
        InsertRows insert = assertInstanceOf(InsertRows.class, only());
        assertEquals(
                List.of(
                        new Row(Map.of(new Identifier("name"), dev.retort.schema.Literal.NULL))
                                .cells()
                                .size(),
                        2),
                List.of(
                        insert.rows().get(1).cells().size(),
                        insert.rows().get(0).cells().size()));
    }

    @Test
    void effectsAreToldAsOperations() {
        op.execute("CREATE TABLE x (id int)")
                .effects(inner -> inner.createTable("x", column("id", integer())))
                .reverse("DROP TABLE x");
        Execute execute = assertInstanceOf(Execute.class, only());
        assertEquals(
                List.of("create_table"),
                execute.effects().stream().map(Operation::keyword).toList());
        assertEquals(sql("DROP TABLE x"), execute.reverse());
    }

    @Test
    void noEffectsRecordedMeansNoEffects() {
        op.execute("ANALYZE").effects(inner -> {});
        assertEquals(List.of(), ((Execute) only()).effects());
    }

    @Test
    void aBatchHoldsItsOperations() {
        op.batch("t", b -> {
                    b.dropColumn("t", "a");
                    b.addCheck("t", check("b > 0"));
                })
                .recreate(Batch.Recreate.ALWAYS);
        assertEquals(2, ((Batch) only()).operations().size());
    }

    @Test
    void mistakesInsideABatchAreTold() {
        op.batch("t", b -> {
            b.dropColumn("t", "a").when(dialect("sqlite"));
            b.addForeignKey("t", foreignKey("a"));
        });
        assertEquals(2, op.findings().size());
    }

    @Test
    void conditionsAddUp() {
        op.dropTable("t").when(dialect("postgres")).when(target("billing")).allow("drop-table", "it is empty");
        MigrationStep step = op.steps().get(0);
        assertEquals(new Condition(Set.of("postgres"), Set.of("billing")), step.when());
        assertEquals(Map.of("drop-table", "it is empty"), step.allow());
    }

    @Test
    void aDowngradeIsStepsOrAStatement() {
        assertEquals(new Downgrade.Steps(List.of()), op.asDowngrade());
        op.irreversible("rows are gone");
        assertEquals(
                "rows are gone",
                assertInstanceOf(Downgrade.Irreversible.class, op.asDowngrade()).reason());
    }

    @Test
    void aTypeWithImpossibleBoundsIsRefusedAtOnce() {
        assertThrows(IllegalArgumentException.class, () -> varchar(-1));
    }

    private Operation only() {
        assertEquals(List.of(), op.findings());
        assertEquals(1, op.steps().size());
        return op.steps().get(0).operation();
    }
}
