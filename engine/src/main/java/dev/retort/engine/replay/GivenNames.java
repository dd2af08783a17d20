// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.replay;

import dev.retort.diagnostic.RetortException;
import dev.retort.schema.Identifier;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import java.util.List;

/** Finds a constraint that nobody named by the name that the database gave it. */
record GivenNames(Workspace workspace) {

    /**
     * The table, in which the constraint that is meant has the name: if none has it, that which gets it from the database.
     *
     * @param table a table of the workspace
     * @param name  the name of a constraint
     * @return the table as it is if there is no such constraint
     */
    Table in(Table table, Identifier name) {
        List<TableConstraint> unnamed =
                table.constraints().filter(each -> each.name() == null).toList();
        if (unnamed.isEmpty() || table.constraint(name).isPresent()) {
            return table;
        }
        try {
            return named(table, name, unnamed);
        } catch (RetortException impossible) {
            // What this database cannot have gets no names in it; whoever checks the operations says what that is, and
            // where.
            return table;
        }
    }

    private Table named(Table table, Identifier name, List<TableConstraint> unnamed) {
        Schema told = told(table);
        TableConstraint meant =
                told.table(table.name()).flatMap(each -> each.constraint(name)).orElse(null);
        if (meant == null) {
            return table;
        }
        // The one that can be given the name openly without any difference to the database.
        return unnamed.stream()
                .filter(each -> each.kind() == meant.kind())
                .map(each -> table.toBuilder()
                        .withoutConstraint(each)
                        .constraint(each.withName(name))
                        .build())
                .filter(candidate -> told(candidate).equals(told))
                .findFirst()
                .orElse(table);
    }

    private Schema told(Table table) {
        return workspace.named.apply(
                workspace.schema.build().toBuilder().table(table).build());
    }
}
