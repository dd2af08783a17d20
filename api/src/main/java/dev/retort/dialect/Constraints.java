// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.operation.ConstraintSelector;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameConstraint;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.UniqueConstraint;
import java.util.List;
import java.util.Optional;

/** Finds constraints by what is said of them. */
final class Constraints {

    private Constraints() {}

    static Optional<Identifier> name(DropConstraint operation, Schema before) {
        if (operation.constraint() instanceof ConstraintSelector.Named named) {
            return Optional.of(named.name());
        }
        return find(operation, before).flatMap(found -> Optional.ofNullable(found.name()));
    }

    static Optional<TableConstraint> find(DropConstraint operation, Schema before) {
        return before.table(operation.table()).stream()
                .flatMap(table -> table.constraints())
                .filter(constraint -> matches(operation.constraint(), constraint))
                .findFirst();
    }

    /** A constraint without a name that says what the selector says; empty for names and primary keys. */
    static Optional<TableConstraint> unnamed(ConstraintSelector selector) {
        if (selector instanceof ConstraintSelector.UniqueOn on) {
            return Optional.of(
                    new UniqueConstraint(null, on.columns(), Deferrability.NOT_DEFERRABLE, Options.NONE));
        }
        if (selector instanceof ConstraintSelector.CheckOf of) {
            return Optional.of(CheckConstraint.of(null, "").withExpression(of.expression()));
        }
        return selector instanceof ConstraintSelector.ForeignKeyOn on && on.referredTable() != null
                ? Optional.of(ForeignKey.of(null, on.columns(), on.referredTable(), List.of()))
                : Optional.empty();
    }

    private static boolean matches(ConstraintSelector selector, TableConstraint constraint) {
        if (selector instanceof ConstraintSelector.Named named) {
            return named.name().equals(constraint.name());
        }
        if (selector instanceof ConstraintSelector.UniqueOn wanted) {
            return constraint instanceof UniqueConstraint unique
                    && unique.columns().equals(wanted.columns());
        }
        if (selector instanceof ConstraintSelector.ForeignKeyOn wanted) {
            QualifiedName referred = wanted.referredTable();
            return constraint instanceof ForeignKey key
                    && key.columns().equals(wanted.columns())
                    && (referred == null || referred.equals(key.referredTable()));
        }
        if (selector instanceof ConstraintSelector.CheckOf wanted) {
            return constraint instanceof CheckConstraint check
                    && check.expression().equals(wanted.expression());
        }
        return constraint instanceof PrimaryKey;
    }

    static boolean covers(Index index, List<Identifier> columns) {
        return columns.stream()
                .allMatch(column ->
                        index.parts().stream().anyMatch(part -> part.key().equals(new IndexKey.OfColumn(column))));
    }

    static DropConstraint drop(Table table, ForeignKey key) {
        Identifier name = key.name();
        ConstraintSelector selector = name == null
                ? new ConstraintSelector.ForeignKeyOn(key.columns(), key.referredTable())
                : new ConstraintSelector.Named(name, null);
        return new DropConstraint(table.name(), selector, false, false);
    }

    /** The schema after an operation, as far as its constraints, indexes and the names of columns go. */
    static Schema after(Operation operation, Schema before) {
        OperationParts made = OperationParts.of(operation);
        QualifiedName name = operation instanceof DropConstraint drop
                ? drop.table()
                : operation instanceof DropIndex drop
                        ? drop.table()
                        : operation instanceof RenameColumn rename
                                ? rename.table()
                                : operation instanceof RenameConstraint rename ? rename.table() : made.table();
        Table table = name == null ? null : before.tables().get(name);
        if (table == null || operation instanceof CreateTable) {
            return before;
        }
        TableBuilder builder = table.toBuilder();
        made.constraints().forEach(builder::constraint);
        made.indexes().forEach(builder::index);
        if (operation instanceof DropConstraint drop) {
            find(drop, before).ifPresent(builder::withoutConstraint);
        } else if (operation instanceof RenameColumn rename) {
            builder.mapColumns(c -> c.name().equals(rename.column()) ? c.withName(rename.to()) : c);
        } else if (operation instanceof RenameConstraint rename) {
            table.constraint(rename.constraint()).ifPresent(found -> builder.withoutConstraint(found)
                    .constraint(found.withName(rename.to())));
        } else if (operation instanceof DropIndex drop) {
            builder.mapIndexes(index -> drop.index().name().equals(index.name()) ? null : index);
        }
        return before.toBuilder().table(builder.build()).build();
    }
}
