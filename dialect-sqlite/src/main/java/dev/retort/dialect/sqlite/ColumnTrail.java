// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.DropColumn;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.schema.Column;
import dev.retort.schema.Identifier;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows the columns of a table through operations, so that after drops, additions and renames of the same names it is
 * still known which column's values go where. Not safe for use by several threads.
 */
final class ColumnTrail {

    /** A rename that SQLite does itself, before anything else happens to the table. */
    record Rename(Identifier from, Identifier to) {}

    private static final class Trace {
        Identifier now;
        final boolean isNew;

        @Nullable
        SqlText using;

        Trace(Identifier now, boolean isNew) {
            this.now = now;
            this.isNew = isNew;
        }
    }

    private final List<Trace> traces = new ArrayList<>();
    /** Names that the columns of the table have after the renames alone, dropped ones included. */
    private final List<Identifier> front = new ArrayList<>();

    private final List<Rename> renames = new ArrayList<>();
    private final @Nullable Table before;

    ColumnTrail(@Nullable Table before) {
        this.before = before;
        if (before != null) {
            for (Column column : before.columns()) {
                traces.add(new Trace(column.name(), false));
                front.add(column.name());
            }
        }
    }

    /** Whether the operation renames a column to a name that another still has when all renames are done first. */
    boolean collides(Operation operation) {
        Rename rename = rename(operation);
        return rename != null
                && find(rename.from()).filter(trace -> !trace.isNew).isPresent()
                && !SqliteCanonical.same(rename.from(), rename.to())
                && front.stream().anyMatch(name -> SqliteCanonical.same(name, rename.to()));
    }

    void follow(Operation operation) {
        if (operation instanceof AddColumn add && find(add.column().name()).isEmpty()) {
            traces.add(new Trace(add.column().name(), true));
        } else if (operation instanceof DropColumn drop) {
            find(drop.column()).ifPresent(traces::remove);
        } else if (operation instanceof AlterColumn alter && alter.using() != null) {
            find(alter.column()).ifPresent(trace -> trace.using = alter.using());
        }
        Rename rename = rename(operation);
        if (rename != null) {
            find(rename.from()).ifPresent(trace -> follow(trace, rename));
        }
    }

    private void follow(Trace trace, Rename rename) {
        if (!trace.isNew) {
            front.set(front.indexOf(trace.now), rename.to());
            Rename done = new Rename(trace.now, rename.to());
            renames.add(done);
            followInConversions(done);
        }
        trace.now = rename.to();
    }

    /** Values are copied after all renames, so what was said before one has to be said in the new name. */
    private void followInConversions(Rename rename) {
        for (Trace trace : traces) {
            SqlText using = trace.using;
            if (using != null && before != null) {
                trace.using = ExpressionRenames.renamed(using, before.name(), rename);
            }
        }
    }

    private static @Nullable Rename rename(Operation operation) {
        if (operation instanceof RenameColumn column) {
            return new Rename(column.column(), column.to());
        }
        Identifier to = operation instanceof AlterColumn alter ? alter.rename() : null;
        return to == null ? null : new Rename(((AlterColumn) operation).column(), to);
    }

    private Optional<Trace> find(Identifier name) {
        return traces.stream()
                .filter(trace -> SqliteCanonical.same(trace.now, name))
                .findFirst();
    }

    /** {@return the renames of columns that were there at the beginning, in order} */
    List<Rename> renames() {
        return List.copyOf(renames);
    }

    /** {@return whether a column of this name at the end was there at the beginning} */
    boolean isKept(Identifier name) {
        return find(name).filter(trace -> !trace.isNew).isPresent();
    }

    /** {@return how the values of a column become those of its new type, if the operations said so} */
    Optional<SqlText> using(Identifier name) {
        return find(name).map(trace -> trace.using);
    }
}
