// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.Definitions;
import dev.retort.dialect.PlacedOperation;
import dev.retort.dialect.ServerVersion;
import dev.retort.dialect.Statement;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.Batch;
import dev.retort.operation.Batch.Recreate;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateTrigger;
import dev.retort.operation.DropTable;
import dev.retort.operation.DropTrigger;
import dev.retort.operation.EnumChange;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameTable;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Renders operations in order. Operations on one table wait for each other, so that they cost one rebuild; what comes in
 * between ends the waiting only if it has to do with that table. Not safe for use by several threads.
 */
final class SqliteScript {

    private final SqliteWords words;
    private final ServerVersion version;
    private final ObjectTexts texts;
    private final Function<PlacedOperation, List<Statement>> single;
    private final Map<QualifiedName, TableGroup> pending = new LinkedHashMap<>();
    private final Map<QualifiedName, List<ColumnTrail.Rename>> renames = new HashMap<>();
    private final List<Statement> out = new ArrayList<>();

    /**
     * @param single renders an operation that is not done together with others
     */
    SqliteScript(
            SqliteWords words,
            ServerVersion version,
            Definitions definitions,
            Function<PlacedOperation, List<Statement>> single) {
        this.words = words;
        this.version = version;
        this.texts = new ObjectTexts(words, definitions);
        this.single = single;
    }

    List<Statement> render(List<PlacedOperation> operations) {
        operations.forEach(this::add);
        flush();
        return out;
    }

    private void add(PlacedOperation placed) {
        Operation operation = placed.operation();
        if (operation instanceof Batch batch) {
            batch(placed, batch);
        } else if (operation instanceof AlterEnum alter) {
            flush();
            alterEnum(placed, alter);
        } else {
            TableParts.Part part = TableParts.of(operation, placed);
            boolean waits = part != null && (!part.ofIndex() || pending.containsKey(part.table()));
            if (waits) {
                alter(placed, part.table());
            } else {
                other(placed, part);
            }
        }
    }

    private void alter(PlacedOperation placed, QualifiedName table) {
        TableGroup group = pending.get(table);
        if (touchesPending(table, placed) || reusesIndexName(table, placed) || (group != null && group.collides(placed.operation()))) {
            flush();
            group = null;
        }
        if (group == null) {
            group = new TableGroup(table, placed, Recreate.AUTO);
            pending.put(table, group);
        }
        group.add(placed.operation(), placed.after());
    }

    private void other(PlacedOperation placed, TableParts.@Nullable Part part) {
        Operation operation = placed.operation();
        QualifiedName table = operation instanceof CreateTable create
                ? create.table().name()
                : operation instanceof DropTable drop ? drop.table() : part == null ? null : part.table();
        if (table == null
                || pending.containsKey(table)
                || touchesPending(table, placed)
                || reusesIndexName(table, placed)) {
            flush();
        }
        out.addAll(single.apply(placed));
        if (operation instanceof RenameTable rename) {
            texts.renameTable(rename.table(), rename.to(), placed.before());
            List<ColumnTrail.Rename> known = renames.remove(rename.table());
            if (known != null) {
                renames.put(rename.table().sibling(rename.to()), known);
            }
        } else if (operation instanceof CreateTrigger create) {
            texts.forgetTrigger(create.trigger().name());
        } else if (operation instanceof DropTrigger drop) {
            texts.forgetTrigger(drop.trigger());
        } else if (operation.footprint().opaque()) {
            texts.forgetOwn();
        }
    }

    /** Index names are those of the whole database, so one that moves to another table must have left the first. */
    private boolean reusesIndexName(QualifiedName table, PlacedOperation placed) {
        List<Index> created = placed.operation() instanceof CreateTable create
                ? create.table().indexes()
                : placed.operation() instanceof CreateIndex create ? List.of(create.index()) : List.of();
        return created.stream().anyMatch(index -> pending.values().stream()
                .filter(group -> !group.table().equals(table))
                .flatMap(group -> SqliteCanonical.find(group.table(), group.before()).stream())
                .flatMap(other -> other.indexes().stream())
                .anyMatch(other -> isSameName(index.name(), other.name())));
    }

    private static boolean isSameName(@Nullable Identifier a, @Nullable Identifier b) {
        return a != null && b != null && a.value().equalsIgnoreCase(b.value());
    }

    private boolean touchesPending(QualifiedName table, PlacedOperation placed) {
        return pending.keySet().stream()
                .filter(other -> !other.equals(table))
                .anyMatch(other -> TableParts.related(other, table, placed.before())
                        || TableParts.related(other, table, placed.after()));
    }

    private void flush() {
        List<TableGroup> groups = List.copyOf(pending.values());
        pending.clear();
        groups.forEach(this::emit);
    }

    /** The group of a batch by itself; what does not alter the table comes after it. */
    private void batch(PlacedOperation placed, Batch batch) {
        flush();
        TableGroup group = new TableGroup(batch.table(), placed, batch.recreate());
        List<Operation> rest = new ArrayList<>();
        for (Operation operation : batch.operations()) {
            if (TableParts.of(operation, placed) == null) {
                rest.add(operation);
            } else if (group.collides(operation)) {
                throw new RetortException(collision(placed, batch));
            } else {
                group.add(operation, placed.after());
            }
        }
        emit(group);
        for (Operation operation : rest) {
            add(new PlacedOperation(operation, placed.location(), placed.before(), placed.after()));
        }
        flush();
    }

    static Finding collision(PlacedOperation placed, Batch batch) {
        return Finding.error(
                        ErrorCode.UNSUPPORTED,
                        "A batch on table " + batch.table()
                                + " cannot give a column the name that another has until later in the same batch.")
                .at(placed.location())
                .withHint("Leave out the batch: operations on one table are grouped without it.");
    }

    private void emit(TableGroup group) {
        List<ColumnTrail.Rename> earlier = renames.computeIfAbsent(group.table(), key -> new ArrayList<>());
        TableChange change = group.change(words, texts, earlier);
        String table = words.syntax.quote(change.base().name().name().value());
        for (ColumnTrail.Rename rename : group.renames()) {
            out.add(new Statement.Sql(
                    "ALTER TABLE " + table + " RENAME COLUMN " + quoted(rename.from()) + " TO " + quoted(rename.to())));
            earlier.add(rename);
        }
        Optional<List<Statement>> alterations =
                change.recreate() == Recreate.ALWAYS ? Optional.empty() : NativeAlterations.of(words, version, change);
        if (alterations.isEmpty() && change.recreate() == Recreate.NEVER) {
            throw new RetortException(never(group));
        }
        if (alterations.isEmpty()) {
            out.addAll(Rebuild.of(words, change, texts));
        } else if (!alterations.get().isEmpty()) {
            out.addAll(alterations.get());
            texts.put(dev.retort.schema.ObjectKind.TABLE, change.target().name(), TableTextMerge.merge(words, change));
        }
    }

    private static Finding never(TableGroup group) {
        return Finding.error(
                        ErrorCode.UNSUPPORTED,
                        "SQLite can make this change of table " + group.table()
                                + " only by making the table anew, which 'recreate: never' forbids.")
                .at(group.location())
                .withHint("Say 'recreate: auto', or leave it out.");
    }

    /** What is wrong with a batch, if anything. */
    Optional<Finding> problem(PlacedOperation placed, Batch batch) {
        try {
            batch(placed, batch);
            return Optional.empty();
        } catch (RetortException refused) {
            return Optional.of(refused.findings().get(0));
        }
    }

    private String quoted(Identifier name) {
        return words.syntax.quote(name.value());
    }

    private void alterEnum(PlacedOperation placed, AlterEnum alter) {
        if (!placed.before().enums().containsKey(alter.type())) {
            throw new RetortException(Finding.error(
                            ErrorCode.UNKNOWN_SCHEMA,
                            "The values of enum type " + alter.type() + " are not known here, and SQLite has them only"
                                    + " as checks.")
                    .at(placed.location()));
        }
        EnumColumns columns = new EnumColumns(words, alter, placed.before());
        PlacedOperation typed = columns.typed(placed);
        for (Table table : placed.before().tables().values()) {
            List<Identifier> using = columns.of(table);
            if (!using.isEmpty()) {
                TableGroup group = new TableGroup(table.name(), typed, Recreate.AUTO);
                group.add(alter, typed.after());
                if (alter.change() instanceof EnumChange.RenameValue rename) {
                    using.forEach(column -> group.renameValue(column, rename.from(), rename.to()));
                }
                emit(group);
            }
        }
    }
}
