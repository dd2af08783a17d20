// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.PlacedOperation;
import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.Statement;
import dev.retort.dialect.postgres.text.Names;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.Batch;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.schema.Column;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Renames a constraint NOT NULL with its table or column, if a column of another table has copied its name: for what is
 * created in place of that table or column, and gets the name then, would else be taken for what the renamed one was
 * copied from.
 */
final class NotNullRenames {

    private final PlacedOperation placed;
    private final Supplier<SqlWriter> writers;
    private final List<Statement> statements = new ArrayList<>();

    private NotNullRenames(PlacedOperation placed, Supplier<SqlWriter> writers) {
        this.placed = placed;
        this.writers = writers;
    }

    static List<Statement> after(PlacedOperation placed, Supplier<SqlWriter> writers) {
        NotNullRenames renames = new NotNullRenames(placed, writers);
        if (placed.operation() instanceof Batch batch) {
            batch.operations().forEach(renames::collect);
        } else {
            renames.collect(placed.operation());
        }
        return renames.statements;
    }

    private void collect(Operation operation) {
        if (operation instanceof RenameTable rename) {
            QualifiedName to = rename.table().sibling(rename.to());
            placed.before()
                    .table(rename.table())
                    .ifPresent(table -> table.columns().forEach(column -> renamed(table, column, to, column.name())));
        } else if (operation instanceof RenameColumn rename) {
            renamed(rename.table(), rename.column(), rename.to());
        } else if (operation instanceof AlterColumn alter && alter.rename() != null && alter.nullable() == null) {
            renamed(alter.table(), alter.column(), alter.rename());
        }
    }

    private void renamed(QualifiedName name, Identifier column, Identifier to) {
        placed.before()
                .table(name)
                .ifPresent(table -> table.column(column).ifPresent(found -> renamed(table, found, name, to)));
    }

    private void renamed(Table table, Column column, QualifiedName target, Identifier to) {
        boolean unsaid = !Nullability.of(placed.before(), table.name(), column)
                && !PostgresColumns.hasNotNull(column)
                && Inheritance.parents(table).isEmpty();
        String usual = Names.quoted(NotNullNames.usual(table.name(), column.name()));
        Set<String> said = unsaid ? NotNullNames.said(placed.before(), table.name()) : Set.of();
        if (said.contains(usual)) {
            statements.add(new Statement.Sql(writers.get()
                    .sql("ALTER TABLE")
                    .name(target)
                    .sql("RENAME CONSTRAINT")
                    .sql(usual)
                    .sql("TO")
                    .sql(Names.quoted(NotNullNames.usual(target, to)))
                    .toString()));
        }
    }
}
