// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.Rendering;
import dev.retort.operation.ConstraintSelector;
import dev.retort.operation.DropConstraint;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.UniqueConstraint;
import java.util.List;
import java.util.Optional;

/** A constraint that is dropped, told by its name or by what it says. */
record DroppedConstraint(DropConstraint operation, Rendering rendering) {

    Identifier name() {
        if (operation.constraint() instanceof ConstraintSelector.Named named) {
            return named.name();
        }
        return found().map(constraint -> DefaultNames.of(rendering.before()).of(operation.table(), constraint))
                .or(this::usual)
                .orElseThrow(() -> new RetortException(Finding.error(
                                ErrorCode.UNSUPPORTED,
                                "drop_constraint on table " + operation.table()
                                        + " must name the constraint, because it is not known what it is called")
                        .about(operation.keyword())
                        .at(rendering.location())));
    }

    /** Where nothing is known of the table, a primary key has the name that PostgreSQL gives it. */
    private Optional<Identifier> usual() {
        return operation.constraint() instanceof ConstraintSelector.ThePrimaryKey
                ? Optional.of(new Identifier(
                        DefaultNames.made(operation.table().name().value(), "", "pkey")))
                : Optional.empty();
    }

    private Optional<TableConstraint> found() {
        return rendering.before().table(operation.table()).stream()
                .flatMap(Table::constraints)
                .filter(this::matches)
                .findFirst();
    }

    private boolean matches(TableConstraint constraint) {
        ConstraintSelector selector = operation.constraint();
        if (selector instanceof ConstraintSelector.Named named) {
            return named.name().equals(DefaultNames.of(rendering.before()).of(operation.table(), constraint));
        }
        if (selector instanceof ConstraintSelector.UniqueOn wanted) {
            return constraint instanceof UniqueConstraint unique
                    && unique.columns().equals(wanted.columns());
        }
        if (selector instanceof ConstraintSelector.ForeignKeyOn wanted) {
            return constraint instanceof ForeignKey key
                    && key.columns().equals(wanted.columns())
                    && (wanted.referredTable() == null || wanted.referredTable().equals(key.referredTable()));
        }
        if (selector instanceof ConstraintSelector.CheckOf wanted) {
            return constraint instanceof CheckConstraint check
                    && check.expression().equals(wanted.expression());
        }
        return constraint instanceof PrimaryKey;
    }

    /** The columns that may be NULL again without it. */
    List<Identifier> released() {
        if (found().filter(PrimaryKey.class::isInstance).isEmpty()) {
            return List.of();
        }
        return rendering.after().table(operation.table()).stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> Nullability.of(rendering.after(), operation.table(), column))
                .filter(column -> rendering
                        .columnBefore(operation.table(), column.name())
                        .filter(before -> !Nullability.of(rendering.before(), operation.table(), before))
                        .isPresent())
                .map(column -> column.name())
                .toList();
    }
}
