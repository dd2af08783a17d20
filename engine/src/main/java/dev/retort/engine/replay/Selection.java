// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.replay;

import dev.retort.operation.ConstraintSelector;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import java.util.List;

/** Finds the constraint that a selector means. */
public final class Selection {

    private Selection() {}

    /**
     * The constraints that a selector may mean. One selected by what it says is the unnamed one, where there are both
     * named and unnamed ones that say the same.
     *
     * @param table    the table
     * @param selector which constraint
     * @return none if there is no such constraint; several if more than one fits
     */
    public static List<TableConstraint> of(Table table, ConstraintSelector selector) {
        List<TableConstraint> all = all(table, selector);
        List<TableConstraint> unnamed =
                all.stream().filter(c -> c.name() == null).toList();
        if (unnamed.isEmpty() || selector instanceof ConstraintSelector.Named) {
            return all;
        }
        // Unnamed constraints that are equal in every respect are one as good as the other.
        return unnamed.stream().distinct().toList();
    }

    private static List<TableConstraint> all(Table table, ConstraintSelector selector) {
        if (selector instanceof ConstraintSelector.Named named) {
            return table.constraints()
                    .filter(c -> named.name().equals(c.name()))
                    .filter(c -> named.kind() == null || c.kind() == named.kind())
                    .toList();
        }
        if (selector instanceof ConstraintSelector.ThePrimaryKey) {
            PrimaryKey key = table.primaryKey();
            return key == null ? List.of() : List.of(key);
        }
        if (selector instanceof ConstraintSelector.UniqueOn on) {
            return List.copyOf(table.uniques().stream()
                    .filter(u -> u.columns().equals(on.columns()))
                    .toList());
        }
        if (selector instanceof ConstraintSelector.ForeignKeyOn on) {
            return List.copyOf(
                    table.foreignKeys().stream().filter(key -> isMeant(key, on)).toList());
        }
        ConstraintSelector.CheckOf of = (ConstraintSelector.CheckOf) selector;
        return List.copyOf(table.checks().stream()
                .filter(check -> check.expression().equals(of.expression()))
                .toList());
    }

    private static boolean isMeant(ForeignKey key, ConstraintSelector.ForeignKeyOn on) {
        QualifiedName referred = on.referredTable();
        return key.columns().equals(on.columns())
                && (referred == null || key.referredTable().equals(referred));
    }

    /** What a selector says, for messages. */
    static String words(ConstraintSelector selector) {
        if (selector instanceof ConstraintSelector.Named named) {
            return named.name().value();
        }
        if (selector instanceof ConstraintSelector.UniqueOn on) {
            return "unique " + on.columns();
        }
        if (selector instanceof ConstraintSelector.ForeignKeyOn on) {
            return "foreign key " + on.columns();
        }
        return selector instanceof ConstraintSelector.CheckOf of ? "check " + of.expression() : "primary key";
    }
}
