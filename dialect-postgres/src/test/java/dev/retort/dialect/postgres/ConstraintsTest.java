// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import static dev.retort.dialect.postgres.PostgresOptions.DIALECT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.operation.AddCheck;
import dev.retort.operation.AddExclusion;
import dev.retort.operation.AddForeignKey;
import dev.retort.operation.AddUnique;
import dev.retort.operation.Batch;
import dev.retort.operation.ConstraintSelector;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.UniqueConstraint;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConstraintsTest extends OnServer {

    @Test
    void exclusionConstraintsAreReadBack() throws Exception {
        ExclusionConstraint exclusion = new ExclusionConstraint(
                name("no_overlap"),
                List.of(new ExclusionConstraint.Element(IndexPart.column("during"), "&&")),
                "gist",
                SqlText.verbatim("NOT cancelled"),
                Deferrability.INITIALLY_DEFERRED,
                Options.NONE);
        live.run(
                CreateTable.of(table(
                                Column.of("during", new DataType.Native("tsrange")),
                                Column.of("cancelled", new DataType.Boolean()))
                        .build()),
                new AddExclusion(T, exclusion));
        live.recreates();
    }

    @Test
    void aConstraintThatIsNotValidatedStaysSoUntilItIs() throws Exception {
        CheckConstraint check = CheckConstraint.of("ck", "a > 0").withValidated(false);
        ForeignKey key = ForeignKey.of("fk", Identifier.listOf("a"), QualifiedName.of("u"), Identifier.listOf("id"))
                .withValidated(false);
        Table referred = new TableBuilder(QualifiedName.of("u"))
                .column(Column.of("id", INTEGER).withNullable(false))
                .primaryKey(PrimaryKey.of("id"))
                .build();
        live.run(
                CreateTable.of(referred),
                CreateTable.of(table(Column.of("a", INTEGER)).constraint(check).build()),
                new AddForeignKey(T, key));
        live.recreates();
        live.run(new ValidateConstraint(T, name("ck")), new ValidateConstraint(T, name("fk")));
    }

    @Test
    void keysOfTheSameColumnsAreAllMade() throws Exception {
        UniqueConstraint first = UniqueConstraint.of("uq_1", "a");
        UniqueConstraint second = UniqueConstraint.of("uq_2", "a");
        live.run(
                CreateTable.of(table(Column.of("a", INTEGER).withNullable(false))
                        .primaryKey(PrimaryKey.of("a"))
                        .constraint(first)
                        .constraint(second)
                        .build()),
                new AddUnique(T, UniqueConstraint.of("uq_3", "a")),
                new AddUnique(T, UniqueConstraint.of("uq_4", "a")));
        live.recreates();
    }

    @Test
    void uniqueConstraintsKeepTheirOptions() throws Exception {
        UniqueConstraint unique = new UniqueConstraint(
                name("uq"),
                Identifier.listOf("a"),
                Deferrability.NOT_DEFERRABLE,
                option("nulls_not_distinct", true).with(DIALECT, "include", List.of("b")));
        live.run(
                CreateTable.of(
                        table(Column.of("a", INTEGER), Column.of("b", INTEGER)).build()),
                new AddUnique(T, unique));
        live.recreates();
    }

    @Test
    void unnamedConstraintsHaveTheNamesThatPostgresGives() throws Exception {
        live.execute("CREATE TABLE t (id integer PRIMARY KEY, a integer UNIQUE CHECK (a > 0), b integer REFERENCES t,"
                + " CHECK (a > b), UNIQUE (a, b))");
        Table read = live.table("t");
        live.execute("DROP TABLE t");
        live.run(CreateTable.of(
                table(Column.of("id", INTEGER).withNullable(false), Column.of("a", INTEGER), Column.of("b", INTEGER))
                        .primaryKey(PrimaryKey.of("id"))
                        .constraint(UniqueConstraint.of(null, "a"))
                        .constraint(UniqueConstraint.of(null, "a", "b"))
                        .constraint(CheckConstraint.of(null, "a > 0"))
                        .constraint(CheckConstraint.of(null, "a > b"))
                        .constraint(ForeignKey.of(null, Identifier.listOf("b"), T, List.of()))
                        .build()));
        assertEquals(read, live.table("t"));
    }

    @Test
    void longNamesAreCutAsPostgresCutsThem() throws Exception {
        String column = "a_column_with_a_very_long_name_that_goes_on_and_on_and_on";
        String name = "a_table_with_a_name_that_is_not_short_either_x";
        live.execute("CREATE TABLE " + name + " (" + column + " integer UNIQUE CHECK (" + column + " > 0))");
        Table read = live.table(name);
        live.execute("DROP TABLE " + name);
        live.run(CreateTable.of(new TableBuilder(QualifiedName.of(name))
                .column(Column.of(column, INTEGER))
                .constraint(UniqueConstraint.of(null, column))
                .constraint(CheckConstraint.of(null, column + " > 0"))
                .build()));
        assertEquals(read, live.table(name));
    }

    @Test
    void unnamedConstraintsFollowRenamesAndCanBeDropped() throws Exception {
        live.run(
                CreateTable.of(table(Column.of("id", INTEGER).withNullable(false), Column.of("a", INTEGER))
                        .primaryKey(PrimaryKey.of("id"))
                        .constraint(UniqueConstraint.of(null, "a"))
                        .constraint(CheckConstraint.of(null, "a > 0"))
                        .constraint(CheckConstraint.of(null, "a < 100"))
                        .build()),
                new RenameColumn(T, name("a"), name("b")),
                new RenameTable(T, name("u")));
        QualifiedName u = QualifiedName.of("u");
        assertEquals("u_pkey", String.valueOf(live.table("u").primaryKey().name()));
        live.run(
                new DropConstraint(u, new ConstraintSelector.UniqueOn(Identifier.listOf("b")), false, false),
                new DropConstraint(u, new ConstraintSelector.ThePrimaryKey(), false, false));
    }

    @Test
    void anUnnamedCheckThatABatchAddsFindsItsNameFree() throws Exception {
        live.run(CreateTable.of(table(Column.of("a", INTEGER))
                .constraint(CheckConstraint.of(null, "a > -2"))
                .build()));
        live.run(new Batch(
                T, List.of(new AddCheck(T, CheckConstraint.of(null, "a > -1"))), Batch.Recreate.AUTO, Options.NONE));
    }

    @Test
    void aDroppedPrimaryKeyGivesBackNullability() throws Exception {
        live.run(
                CreateTable.of(table(Column.of("id", INTEGER))
                        .primaryKey(PrimaryKey.of("id"))
                        .build()),
                new DropConstraint(T, new ConstraintSelector.ThePrimaryKey(), false, false));
        assertTrue(live.table("t").columns().get(0).nullable());
    }
}
