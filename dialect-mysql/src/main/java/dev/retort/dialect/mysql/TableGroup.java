// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.PlacedOperation;
import dev.retort.operation.AddCheck;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddForeignKey;
import dev.retort.operation.AddPrimaryKey;
import dev.retort.operation.AddUnique;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.Batch;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.RenameIndex;
import dev.retort.operation.SetTableComment;
import dev.retort.schema.Column;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operations on one table that become one ALTER TABLE. */
final class TableGroup {

    private final QualifiedName table;
    private final Schema before;
    private final Map<Identifier, Identifier> origins = new HashMap<>();
    private final Map<Identifier, SqlText> conversions = new HashMap<>();
    private Schema after;
    private Options options = Options.NONE;

    TableGroup(QualifiedName table, Schema before) {
        this.table = table;
        this.before = before;
        this.after = before;
        for (Column column : before.tables().get(table).columns()) {
            origins.put(column.name(), column.name());
        }
    }

    QualifiedName table() {
        return table;
    }

    Schema before() {
        return before;
    }

    Schema after() {
        return after;
    }

    Map<Identifier, Identifier> origins() {
        return origins;
    }

    /** How the values of columns become values of their new types, by the columns' names now. */
    Map<Identifier, SqlText> conversions() {
        return conversions;
    }

    /** Options of the statement rather than of the table: ALGORITHM, LOCK, AUTO_INCREMENT. */
    Options options() {
        return options;
    }

    void add(PlacedOperation placed) {
        trail(placed.operation());
        after = placed.after();
    }

    private void trail(Operation operation) {
        if (operation instanceof Batch batch) {
            options = options.overlaidBy(batch.options());
            batch.operations().forEach(this::trail);
        } else if (operation instanceof RenameColumn rename) {
            rename(rename.column(), rename.to());
        } else if (operation instanceof AlterColumn alter) {
            options = options.overlaidBy(alter.options());
            if (alter.using() != null) {
                conversions.put(alter.column(), alter.using());
            }
            if (alter.rename() != null) {
                rename(alter.column(), alter.rename());
            }
        } else if (operation instanceof DropColumn drop) {
            options = options.overlaidBy(drop.options());
            origins.remove(drop.column());
            conversions.remove(drop.column());
        } else if (operation instanceof CreateIndex create) {
            options = options.overlaidBy(create.index().options());
        } else if (operation instanceof DropIndex drop) {
            options = options.overlaidBy(drop.options());
        }
    }

    private void rename(Identifier from, Identifier to) {
        SqlText conversion = conversions.remove(from);
        if (conversion != null) {
            conversions.put(to, conversion);
        }
        Identifier origin = origins.remove(from);
        if (origin != null) {
            origins.put(to, origin);
        }
    }

    /** The table that an operation alters, or null if it does something else. */
    static @Nullable QualifiedName tableOf(Operation operation, Schema before) {
        if (operation instanceof AddColumn add) {
            return add.table();
        }
        if (operation instanceof DropColumn drop) {
            return drop.table();
        }
        if (operation instanceof RenameColumn rename) {
            return rename.table();
        }
        if (operation instanceof AlterColumn alter) {
            return alter.table();
        }
        if (operation instanceof CreateIndex create) {
            return create.table();
        }
        if (operation instanceof DropIndex drop) {
            return drop.table() != null ? drop.table() : owner(drop.index(), before);
        }
        if (operation instanceof RenameIndex rename) {
            return rename.table() != null ? rename.table() : owner(rename.index(), before);
        }
        return constraintTable(operation);
    }

    private static @Nullable QualifiedName constraintTable(Operation operation) {
        if (operation instanceof AddPrimaryKey add) {
            return add.table();
        }
        if (operation instanceof AddUnique add) {
            return add.table();
        }
        if (operation instanceof AddForeignKey add) {
            return add.table();
        }
        if (operation instanceof AddCheck add) {
            return add.table();
        }
        if (operation instanceof DropConstraint drop) {
            return drop.table();
        }
        if (operation instanceof RenameConstraint rename) {
            return rename.table();
        }
        if (operation instanceof SetTableComment comment) {
            return comment.table();
        }
        return operation instanceof Batch batch ? batch.table() : null;
    }

    private static @Nullable QualifiedName owner(QualifiedName index, Schema before) {
        return before.tables().values().stream()
                .filter(table -> table.index(index.name()).isPresent())
                .map(Table::name)
                .findFirst()
                .orElse(null);
    }
}
