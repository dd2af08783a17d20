// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.Statement;
import dev.retort.operation.AddCheck;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddExclusion;
import dev.retort.operation.AddForeignKey;
import dev.retort.operation.AddPrimaryKey;
import dev.retort.operation.AddUnique;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.Operation;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts alterations of one table into one statement. PostgreSQL does what a statement says in passes (drops, types, new
 * columns, new constraints), so only operations that come in this order go together.
 */
final class AlterationGroups {

    private static final int NONE = -1;

    private final Supplier<SqlWriter> writers;
    private final List<Statement> done = new ArrayList<>();
    private final List<String> actions = new ArrayList<>();
    private final List<Statement> trailing = new ArrayList<>();
    private final Set<Identifier> altered = new HashSet<>();
    private String open = "";
    private int pass = NONE;

    AlterationGroups(Supplier<SqlWriter> writers) {
        this.writers = writers;
    }

    /** Statements that stand for themselves. */
    void add(List<Statement> statements) {
        if (!statements.isEmpty()) {
            close();
            done.addAll(statements);
        }
    }

    void add(Operation operation, List<Statement> statements) {
        QualifiedName table = table(operation);
        int own = pass(operation);
        if (table == null || own == NONE || statements.isEmpty()) {
            add(statements);
            return;
        }
        String prefix = writers.get().sql("ALTER TABLE").name(table).toString() + " ";
        List<String> mine = new ArrayList<>();
        List<Statement> rest = new ArrayList<>();
        for (Statement statement : statements) {
            String sql = ((Statement.Sql) statement).sql();
            if (sql.startsWith(prefix) && rest.isEmpty()) {
                mine.add(sql.substring(prefix.length()));
            } else {
                rest.add(statement);
            }
        }
        boolean renames = rest.stream()
                .anyMatch(statement -> ((Statement.Sql) statement).sql().startsWith("ALTER"));
        if (renames || mine.size() != 1) {
            add(statements);
            return;
        }
        boolean again = operation instanceof AlterColumn alter && altered.contains(alter.column());
        if (!open.equals(prefix) || own < pass || again) {
            close();
            open = prefix;
        }
        if (operation instanceof AlterColumn alter) {
            altered.add(alter.column());
        }
        pass = own;
        actions.addAll(mine);
        trailing.addAll(rest);
    }

    private void close() {
        if (actions.size() == 1) {
            done.add(new Statement.Sql(open + actions.get(0)));
        } else if (!actions.isEmpty()) {
            done.add(new Statement.Sql(open.stripTrailing() + "\n    " + String.join(",\n    ", actions)));
        }
        done.addAll(trailing);
        actions.clear();
        trailing.clear();
        altered.clear();
        open = "";
        pass = NONE;
    }

    List<Statement> statements() {
        close();
        return done;
    }

    private static int pass(Operation operation) {
        if (operation instanceof DropConstraint || operation instanceof DropColumn) {
            return 0;
        }
        if (operation instanceof AlterColumn alter) {
            return alter.generated().isChange() || alter.rename() != null ? NONE : 1;
        }
        if (operation instanceof AddColumn add) {
            return add.column().generated() != null ? NONE : 2;
        }
        return isAddition(operation) ? 3 : NONE;
    }

    private static boolean isAddition(Operation operation) {
        return operation instanceof AddPrimaryKey
                || operation instanceof AddUnique
                || operation instanceof AddForeignKey
                || operation instanceof AddCheck
                || operation instanceof AddExclusion;
    }

    private static @Nullable QualifiedName table(Operation operation) {
        if (operation instanceof AlterColumn alter) {
            return alter.table();
        }
        if (operation instanceof AddColumn add) {
            return add.table();
        }
        if (operation instanceof DropColumn drop) {
            return drop.table();
        }
        return operation instanceof DropConstraint drop ? drop.table() : ofAddition(operation);
    }

    private static @Nullable QualifiedName ofAddition(Operation operation) {
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
        return operation instanceof AddExclusion add ? add.table() : null;
    }
}
