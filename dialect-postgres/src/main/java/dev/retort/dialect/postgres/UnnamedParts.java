// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.PlacedOperation;
import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.Statement;
import dev.retort.dialect.postgres.text.Columns;
import dev.retort.dialect.postgres.text.Texts;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.Batch;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Keeps the names of constraints that nobody named in step with the schema: a table or column that is renamed, and a
 * constraint that comes or goes beside them, can change what {@link DefaultNames} says.
 */
final class UnnamedParts {

    private record Rename(QualifiedName table, Identifier from, Identifier to) {}

    private final List<Rename> renames;
    private final boolean first;

    private UnnamedParts(List<Rename> renames, boolean first) {
        this.renames = renames;
        this.first = first;
    }

    static UnnamedParts around(PlacedOperation placed) {
        List<Rename> renames = new ArrayList<>();
        boolean any = placed.before().tables().values().stream()
                .flatMap(Table::constraints)
                .anyMatch(constraint -> constraint.name() == null);
        if (any) {
            collect(placed, renames);
        }
        return new UnnamedParts(renames, !isRemoval(placed.operation()));
    }

    /** After a removal names are free; before anything else they are still taken or have to make room. */
    private static boolean isRemoval(Operation operation) {
        String keyword = operation.keyword();
        return keyword.startsWith("drop_")
                || keyword.startsWith("rename_")
                || keyword.startsWith("alter_")
                || keyword.equals("batch");
    }

    private static void collect(PlacedOperation placed, List<Rename> renames) {
        DefaultNames before = DefaultNames.of(placed.before());
        DefaultNames after = DefaultNames.of(placed.after());
        List<Operation> operations = new ArrayList<>(List.of(placed.operation()));
        if (placed.operation() instanceof Batch batch) {
            operations = new ArrayList<>(batch.operations());
        }
        for (Table table : placed.before().tables().values()) {
            QualifiedName name = table.name();
            for (Operation operation : operations) {
                name = moved(name, operation);
            }
            Table now = placed.after().table(name).orElse(null);
            if (now == null) {
                continue;
            }
            QualifiedName target = name;
            for (TableConstraint constraint : table.constraints().toList()) {
                if (constraint.name() == null) {
                    TableConstraint moved = constraint;
                    for (Operation operation : operations) {
                        moved = moved(moved, table.name(), operation);
                    }
                    TableConstraint wanted = moved;
                    now.constraints()
                            .filter(other -> other.name() == null && same(other, wanted))
                            .findFirst()
                            .ifPresent(found -> add(
                                    renames,
                                    isRemoval(placed.operation()) ? target : table.name(),
                                    before.of(table.name(), constraint),
                                    after.of(target, found)));
                }
            }
        }
    }

    private static void add(
            List<Rename> renames,
            QualifiedName table,
            @org.jspecify.annotations.Nullable Identifier from,
            @org.jspecify.annotations.Nullable Identifier to) {
        if (from != null && to != null && !from.equals(to)) {
            renames.add(new Rename(table, from, to));
        }
    }

    private static boolean same(TableConstraint one, TableConstraint other) {
        if (one instanceof CheckConstraint check && other instanceof CheckConstraint wanted) {
            return text(check).equals(text(wanted));
        }
        if (one instanceof ForeignKey key && other instanceof ForeignKey wanted) {
            // Replay may have written down which columns are referred to.
            return key.columns().equals(wanted.columns())
                    && key.referredTable().equals(wanted.referredTable())
                    && (key.referredColumns().equals(wanted.referredColumns())
                            || key.referredColumns().isEmpty()
                            || wanted.referredColumns().isEmpty());
        }
        return one.equals(other);
    }

    private static String text(CheckConstraint check) {
        return Texts.expression(SqlWriter.verbatim(check.expression()), Columns.NONE);
    }

    private static QualifiedName moved(QualifiedName table, Operation operation) {
        return operation instanceof RenameTable rename && rename.table().equals(table)
                ? table.sibling(rename.to())
                : table;
    }

    private static TableConstraint moved(TableConstraint constraint, QualifiedName table, Operation operation) {
        if (operation instanceof RenameTable rename
                && constraint instanceof ForeignKey key
                && key.referredTable().equals(rename.table())) {
            return key.withReference(key.columns(), rename.table().sibling(rename.to()), key.referredColumns());
        }
        if (operation instanceof RenameColumn rename) {
            return moved(constraint, table, rename.table(), rename.column(), rename.to());
        }
        return operation instanceof AlterColumn alter && alter.rename() != null
                ? moved(constraint, table, alter.table(), alter.column(), alter.rename())
                : constraint;
    }

    private static TableConstraint moved(
            TableConstraint constraint, QualifiedName table, QualifiedName of, Identifier from, Identifier to) {
        boolean own = table.equals(of);
        if (constraint instanceof ForeignKey key) {
            return key.withReference(
                    own ? moved(key.columns(), from, to) : key.columns(),
                    key.referredTable(),
                    key.referredTable().equals(of) ? moved(key.referredColumns(), from, to) : key.referredColumns());
        }
        if (!own) {
            return constraint;
        }
        if (constraint instanceof PrimaryKey key) {
            return new PrimaryKey(key.name(), moved(key.columns(), from, to), key.deferrability(), key.options());
        }
        if (constraint instanceof UniqueConstraint unique) {
            return new UniqueConstraint(
                    unique.name(), moved(unique.columns(), from, to), unique.deferrability(), unique.options());
        }
        return constraint instanceof CheckConstraint check
                ? check.withExpression(SqlText.verbatim(
                        Texts.renamed(SqlWriter.verbatim(check.expression()), from.value(), to.value())))
                : constraint;
    }

    private static List<Identifier> moved(List<Identifier> columns, Identifier from, Identifier to) {
        return columns.stream().map(column -> column.equals(from) ? to : column).toList();
    }

    /** In a batch, a name has to be free when the first constraint comes, which stands behind those that go. */
    List<Statement> renamesBefore(Operation part, Supplier<SqlWriter> writers) {
        boolean adds = part.keyword().equals("add_check")
                || part.keyword().equals("add_unique")
                || part.keyword().equals("add_foreign_key")
                || part.keyword().equals("add_primary_key")
                || part.keyword().equals("add_exclusion")
                || (part instanceof AddColumn add && add.references() != null);
        return adds ? statements(writers) : List.of();
    }

    List<Statement> renamesBefore(Supplier<SqlWriter> writers) {
        return first ? statements(writers) : List.of();
    }

    List<Statement> renamesAfter(Supplier<SqlWriter> writers) {
        return first ? List.of() : statements(writers);
    }

    /** A name that another constraint has yet is free when that one has moved; in a circle one steps aside. */
    private List<Statement> statements(Supplier<SqlWriter> writers) {
        List<Rename> left = new ArrayList<>(renames);
        renames.clear();
        List<Statement> statements = new ArrayList<>();
        while (!left.isEmpty()) {
            Rename next = left.stream()
                    .filter(rename ->
                            left.stream().noneMatch(other -> other.from().equals(rename.to())))
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                Rename aside = left.remove(0);
                Identifier free =
                        new Identifier(DefaultNames.clipped(aside.from().value(), 56) + "_retort");
                statements.add(statement(writers, new Rename(aside.table(), aside.from(), free)));
                left.add(new Rename(aside.table(), free, aside.to()));
            } else {
                left.remove(next);
                statements.add(statement(writers, next));
            }
        }
        return statements;
    }

    private static Statement statement(Supplier<SqlWriter> writers, Rename rename) {
        return new Statement.Sql(writers.get()
                .sql("ALTER TABLE")
                .name(rename.table())
                .sql("RENAME CONSTRAINT")
                .name(rename.from())
                .sql("TO")
                .name(rename.to())
                .toString());
    }
}
