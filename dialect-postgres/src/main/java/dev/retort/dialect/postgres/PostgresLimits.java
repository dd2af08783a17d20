// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.dialect.PlacedOperation;
import dev.retort.dialect.ServerVersion;
import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.postgres.text.Texts;
import dev.retort.operation.AddCheck;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddForeignKey;
import dev.retort.operation.AddPrimaryKey;
import dev.retort.operation.AddUnique;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.Batch;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.EnumChange;
import dev.retort.operation.Operation;
import dev.retort.operation.Setting;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identifier;
import dev.retort.schema.MatchType;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a version of PostgreSQL cannot do, beyond what its capabilities and options tell. */
final class PostgresLimits {

    private final ServerVersion version;
    private final PostgresTypes types;
    private final Casts casts;
    private final List<Finding> findings = new ArrayList<>();

    PostgresLimits(ServerVersion version, PostgresTypes types, Casts casts) {
        this.version = version;
        this.types = types;
        this.casts = casts;
    }

    List<Finding> check(PlacedOperation placed) {
        check(placed.operation(), placed);
        findings.addAll(new VersionedOptions(version).check(placed));
        return findings;
    }

    private void check(Operation operation, PlacedOperation placed) {
        if (operation instanceof Batch batch) {
            batch.operations().forEach(inner -> check(inner, placed));
        } else if (operation instanceof CreateTable create) {
            Table table = create.table();
            table.columns().forEach(column -> type(column.type(), table.name() + "." + column.name(), placed));
            table.checks().forEach(check -> check(check, table.name(), placed));
            table.foreignKeys().forEach(key -> foreignKey(key, table, placed));
            table.constraints().forEach(constraint -> virtual(VirtualColumns.in(table, constraint), placed));
            table.indexes().forEach(index -> virtual(VirtualColumns.in(table, index), placed));
        } else if (operation instanceof CreateIndex create) {
            placed.after()
                    .table(create.table())
                    .ifPresent(table -> virtual(VirtualColumns.in(table, create.index()), placed));
        } else if (operation instanceof AddColumn add) {
            type(add.column().type(), add.table() + "." + add.column().name(), placed);
        } else if (operation instanceof AlterColumn alter) {
            alter(alter, placed);
        } else if (operation instanceof AlterEnum alter && alter.change() instanceof EnumChange.DropValue drop) {
            EnumReaders.of(alter.type(), placed.before()).forEach(view -> reader(alter.type(), drop, view, placed));
        } else if (operation instanceof AddCheck add) {
            check(add.check(), add.table(), placed);
        } else if (operation instanceof AddForeignKey add) {
            foreignKey(add.foreignKey(), placed.after().table(add.table()).orElse(null), placed);
            key(add.table(), add.foreignKey(), placed);
        } else if (operation instanceof AddUnique add) {
            key(add.table(), add.unique(), placed);
        } else if (operation instanceof AddPrimaryKey add) {
            key(add.table(), add.primaryKey(), placed);
        }
    }

    private void reader(QualifiedName type, EnumChange.DropValue drop, View view, PlacedOperation placed) {
        found(
                placed,
                "Value '" + drop.value() + "' cannot be dropped from enum " + type + ", because view " + view.name()
                        + " reads a column of that type: " + version.product()
                        + " makes the type anew without the value, and does not change the type of such a column.",
                "Drop the view first and create it again afterwards.");
    }

    private void key(QualifiedName table, TableConstraint constraint, PlacedOperation placed) {
        placed.after().table(table).ifPresent(found -> virtual(VirtualColumns.in(found, constraint), placed));
    }

    private void virtual(List<Identifier> columns, PlacedOperation placed) {
        for (Identifier column : columns) {
            found(
                    placed,
                    "Column " + column + " is virtual, and " + version.product()
                            + " has neither indexes nor keys on virtual columns.",
                    "Make the column stored.");
        }
    }

    private void found(PlacedOperation placed, String message, String hint) {
        findings.add(Finding.error(ErrorCode.UNSUPPORTED, message)
                .about(placed.operation().keyword())
                .at(placed.location())
                .withHint(hint));
    }

    private void type(DataType type, String column, PlacedOperation placed) {
        DataType element = type instanceof DataType.Array array ? array.element() : type;
        if (element instanceof DataType.Enum anEnum && anEnum.name() == null) {
            found(
                    placed,
                    "The enum of column " + column + " must have a name, since enums are types of their own in "
                            + version.product() + ".",
                    "Create the type with create_enum, and name it in the column.");
        }
    }

    private void check(CheckConstraint check, QualifiedName table, PlacedOperation placed) {
        if (check.deferrability() != Deferrability.NOT_DEFERRABLE) {
            found(
                    placed,
                    version.product() + " checks a check constraint at once; that of table " + table
                            + " cannot be deferred.",
                    "Leave deferrable out, or write a constraint trigger.");
        }
    }

    private void foreignKey(ForeignKey key, @Nullable Table table, PlacedOperation placed) {
        if (key.match() == MatchType.PARTIAL) {
            found(placed, version.product() + " has no MATCH PARTIAL.", "Use MATCH FULL or SIMPLE.");
        }
        Table target = table != null && key.referredTable().equals(table.name())
                ? table
                : placed.after().table(key.referredTable()).orElse(null);
        if (target != null && isDeferrableKey(target, key.referredColumns())) {
            found(
                    placed,
                    "A foreign key cannot refer to a deferrable key, as that of table " + key.referredTable() + " is.",
                    "Make the key of table " + key.referredTable() + " not deferrable.");
        }
    }

    private static boolean isDeferrableKey(Table target, List<Identifier> columns) {
        PrimaryKey key = target.primaryKey();
        List<Identifier> wanted = columns.isEmpty() && key != null ? key.columns() : columns;
        boolean primary = key != null && key.columns().equals(wanted);
        if (primary) {
            return key.deferrability() != Deferrability.NOT_DEFERRABLE;
        }
        return target.uniques().stream()
                .filter(unique -> unique.columns().equals(wanted))
                .anyMatch(unique -> unique.deferrability() != Deferrability.NOT_DEFERRABLE);
    }

    private static boolean isComputedFrom(PlacedOperation placed, AlterColumn alter) {
        return placed.before().table(alter.table()).stream()
                .flatMap(table -> table.columns().stream())
                .map(Column::generated)
                .filter(Objects::nonNull)
                .anyMatch(generated -> Texts.names(SqlWriter.verbatim(generated.expression()))
                        .contains(alter.column().value()));
    }

    private void alter(AlterColumn alter, PlacedOperation placed) {
        DataType to = alter.type();
        String name = alter.table() + "." + alter.column();
        Optional<Column> before = placed.before().table(alter.table()).flatMap(table -> table.column(alter.column()));
        if (to != null) {
            type(to, name, placed);
        }
        if (before.isEmpty()) {
            return;
        }
        Generated was = before.get().generated();
        if (to != null && isComputedFrom(placed, alter)) {
            found(
                    placed,
                    "Column " + name + " cannot change its type in " + version.product()
                            + ", because another column is computed from it.",
                    "Drop the computed column first and add it again.");
        }
        if (to != null && alter.using() == null && was == null) {
            DataType from = types.canonical(before.get().type());
            if (casts.way(from, types.canonical(to)) == Casts.Way.NONE) {
                found(
                        placed,
                        "Column " + name + " cannot go from " + types.render(from) + " to " + types.render(to) + ": "
                                + version.product() + " has no cast between them.",
                        "Say with 'using' how the new values are computed.");
            }
        }
        if (alter.generated() instanceof Setting.Drop && was != null && !was.stored()) {
            found(
                    placed,
                    "Column " + name + " is virtual, and " + version.product()
                            + " cannot keep the values of a virtual column when it is no longer computed.",
                    "Make it stored first, or drop it and add a plain column.");
        }
    }
}
