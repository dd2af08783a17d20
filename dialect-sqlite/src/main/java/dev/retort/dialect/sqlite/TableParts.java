// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.PlacedOperation;
import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.sqlite.text.TableMentions;
import dev.retort.operation.AddCheck;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddForeignKey;
import dev.retort.operation.AddPrimaryKey;
import dev.retort.operation.AddUnique;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.RenameIndex;
import dev.retort.operation.SetTableComment;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which operations alter a table, and which tables have to do with each other. */
final class TableParts {

    /**
     * What an operation alters.
     *
     * @param table   the table
     * @param ofIndex whether it is one of its indexes, which SQLite can make and drop at any time
     */
    record Part(QualifiedName table, boolean ofIndex) {}

    private TableParts() {}

    /** The table that an operation alters; null if it does something else. */
    static @Nullable Part of(Operation operation, PlacedOperation placed) {
        if (operation instanceof CreateIndex create) {
            return new Part(create.table(), true);
        }
        if (operation instanceof DropIndex drop) {
            return index(drop.table(), drop.index(), placed);
        }
        if (operation instanceof RenameIndex rename) {
            return index(rename.table(), rename.index(), placed);
        }
        QualifiedName table = table(operation);
        return table == null ? null : new Part(table, false);
    }

    private static @Nullable Part index(@Nullable QualifiedName table, QualifiedName index, PlacedOperation placed) {
        return Optional.ofNullable(table)
                .or(() -> placed.before().tables().values().stream()
                        .filter(candidate -> candidate.indexes().stream()
                                .anyMatch(own -> SqliteCanonical.same(own.name(), index.name())))
                        .map(Table::name)
                        .findFirst())
                .map(name -> new Part(name, true))
                .orElse(null);
    }

    private static @Nullable QualifiedName table(Operation operation) {
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
        if (operation instanceof SetTableComment comment) {
            return comment.table();
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
        return operation instanceof RenameConstraint rename ? rename.table() : null;
    }

    /** Whether one table refers to the other, or a view or trigger speaks of both. */
    static boolean related(QualifiedName one, QualifiedName other, Schema schema) {
        return SqliteCanonical.same(one.name(), other.name())
                || refers(one, other, schema)
                || refers(other, one, schema)
                || Stream.concat(
                                schema.views().values().stream()
                                        .map(View::query)
                                        .map(SqlWriter::verbatim),
                                schema.triggers().values().stream().map(TableParts::text))
                        .anyMatch(text -> TableMentions.mentions(
                                        text, one.name().value())
                                && TableMentions.mentions(text, other.name().value()));
    }

    private static String text(Trigger trigger) {
        return '"' + trigger.table().name().value().replace("\"", "\"\"") + "\" " + SqlWriter.verbatim(trigger.body());
    }

    private static boolean refers(QualifiedName one, QualifiedName other, Schema schema) {
        return SqliteCanonical.find(one, schema).stream()
                .flatMap(table -> table.foreignKeys().stream())
                .anyMatch(key -> SqliteCanonical.same(key.referredTable().name(), other.name()));
    }
}
