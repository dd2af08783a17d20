// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.MatchType;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds what of a table SQLite cannot have. */
final class TableLimits {

    private static final Set<String> STRICT_TYPES = Set.of("INT", "INTEGER", "REAL", "TEXT", "BLOB", "ANY");

    private final SqliteWords words;

    TableLimits(SqliteWords words) {
        this.words = words;
    }

    List<Finding> check(Table table, Schema schema) {
        List<Finding> findings = new ArrayList<>();
        if (table.columns().stream().allMatch(column -> column.generated() != null)) {
            findings.add(SqliteLimits.error("Table " + table.name()
                    + " must have at least one column that is not generated, as SQLite has no other tables."));
        }
        boolean strict = table.options().flag(SqliteOptions.DIALECT, SqliteOptions.STRICT);
        for (Column column : table.columns()) {
            String name = table.name() + "." + column.name();
            type(name, column, strict, schema, findings);
            Identity identity = column.identity();
            if (identity != null) {
                identity(name, column, identity, table, findings);
            }
        }
        if (table.options().flag(SqliteOptions.DIALECT, SqliteOptions.WITHOUT_ROWID) && table.primaryKey() == null) {
            findings.add(SqliteLimits.error(
                    "Table " + table.name() + " is without rowid, so SQLite wants it to have a primary key."));
        }
        table.checks().forEach(check -> deferral(check, table, findings));
        table.foreignKeys().forEach(key -> match(key, table, findings));
        table.indexes().forEach(index -> index(index, table, findings));
        return findings;
    }

    private void type(String name, Column column, boolean strict, Schema schema, List<Finding> findings) {
        if (column.type() instanceof DataType.Enum type
                && SqliteCanonical.EnumChecks.values(type, schema).isEmpty()) {
            findings.add(SqliteLimits.error("The values of enum type " + type.name() + " of column " + name
                    + " are not known, so SQLite cannot check them."));
        }
        if (strict && !(column.type() instanceof DataType.Array)) {
            String word = words.types.strict(column.type()).toUpperCase(Locale.ROOT);
            if (!STRICT_TYPES.contains(word)) {
                findings.add(SqliteLimits.error("Column " + name + " of a strict table must have one of the types "
                        + "INT, INTEGER, REAL, TEXT, BLOB or ANY, but has '" + word + "'."));
            }
        }
    }

    private static void identity(String name, Column column, Identity identity, Table table, List<Finding> findings) {
        PrimaryKey key = table.primaryKey();
        boolean alone = key != null
                && key.columns().size() == 1
                && SqliteCanonical.same(key.columns().get(0), column.name());
        if (!alone || table.options().flag(SqliteOptions.DIALECT, SqliteOptions.WITHOUT_ROWID)) {
            findings.add(SqliteLimits.error(
                            "SQLite numbers only the one column of a primary key of a table with rowids, but " + name
                                    + " is none.")
                    .withHint("Make the column the primary key, or leave out its identity."));
        }
        Long increment = identity.increment();
        if ((increment != null && increment != 1)
                || identity.cycle()
                || identity.minValue() != null
                || identity.maxValue() != null) {
            findings.add(SqliteLimits.error(
                    "SQLite numbers upwards in steps of 1 without limits, but the identity of column " + name
                            + " asks for another increment, a limit or a cycle."));
        }
        if (identity.always()) {
            findings.add(Finding.warning(
                    ErrorCode.UNSUPPORTED,
                    "SQLite takes given values for column " + name + ", although its identity is 'always'."));
        }
    }

    private static void deferral(CheckConstraint check, Table table, List<Finding> findings) {
        if (check.deferrability() != Deferrability.NOT_DEFERRABLE) {
            findings.add(SqliteLimits.error(
                    "SQLite checks at once, so a check of table " + table.name() + " cannot be deferrable."));
        }
    }

    private static void match(ForeignKey key, Table table, List<Finding> findings) {
        if (key.match() != MatchType.SIMPLE) {
            findings.add(SqliteLimits.error("SQLite reads MATCH " + key.match() + " of a foreign key of table "
                    + table.name() + " but does not enforce it."));
        }
    }

    private static void index(Index index, Table table, List<Finding> findings) {
        if (index.name() == null) {
            findings.add(SqliteLimits.error("An index of table " + table.name() + " must have a name.")
                    .withHint("Name it, or give the project a naming convention."));
        }
        for (IndexPart part : index.parts()) {
            IndexPart.NullsOrder natural = part.descending() ? IndexPart.NullsOrder.LAST : IndexPart.NullsOrder.FIRST;
            if (part.nulls() != null && part.nulls() != natural) {
                findings.add(SqliteLimits.error("SQLite cannot put NULLs " + part.nulls() + " in index " + index.name()
                        + " of table " + table.name() + ": they come before all values."));
            }
        }
    }
}
