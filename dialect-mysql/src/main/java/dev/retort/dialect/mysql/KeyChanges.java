// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.SqlWriter;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What becomes of the indexes of a table and of its unique constraints, which are indexes too. */
final class KeyChanges {

    private final MysqlWords words;
    private final TableParts before;
    private final UnaryOperator<Index> renamed;
    private final Predicate<Index> remade;
    private final List<TableParts.Key> left;
    private final List<TableParts.Key> gone = new ArrayList<>();

    /**
     * @param renamed an index of the table as it was, with the names that its columns will have
     * @param remade  whether such an index is of a column that is made anew
     */
    KeyChanges(
            MysqlWords words,
            TableParts before,
            TableParts after,
            UnaryOperator<Index> renamed,
            Predicate<Index> remade) {
        this.words = words;
        this.before = before;
        this.renamed = renamed;
        this.remade = remade;
        this.left = new ArrayList<>(after.keys());
        for (TableParts.Key old : before.keys()) {
            Index form = renamed.apply(old.plain());
            boolean stays = !remade.test(form)
                    && left.removeIf(key -> TableParts.isSame(key.name(), old.name())
                            && key.plain().equals(form));
            if (!stays) {
                gone.add(old);
            }
        }
    }

    /** Whether an index is dropped: beside a renamed column the server does not see that another takes its place. */
    boolean isAnyGone() {
        return !gone.isEmpty();
    }

    /** Whether an expression is indexed anew, for which the server adds a hidden column and copies the table. */
    boolean copies() {
        return left.stream()
                .flatMap(key -> key.plain().parts().stream())
                .anyMatch(part -> part.key() instanceof IndexKey.OfExpression);
    }

    /**
     * @param clauses   where what goes and what gets another name is put
     * @param additions where what comes is put
     */
    void write(List<Consumer<SqlWriter>> clauses, List<Consumer<SqlWriter>> additions) {
        for (TableParts.Key old : gone) {
            TableParts.Key successor = successor(old);
            if (successor == null) {
                clauses.add(sql -> sql.sql("DROP INDEX").name(old.name()));
            } else {
                left.remove(successor);
                clauses.add(sql ->
                        sql.sql("RENAME INDEX").name(old.name()).sql("TO").name(successor.name()));
            }
        }
        left.forEach(key -> additions.add(sql -> words.parts.index(sql.sql("ADD"), key.written())));
    }

    private TableParts.@Nullable Key successor(TableParts.Key old) {
        Index form = renamed.apply(old.plain());
        if (remade.test(form)) {
            return null;
        }
        return left.stream()
                .filter(key -> key.plain().equals(form) && key.hidden() == old.hidden())
                .findFirst()
                .filter(key -> before.keys().stream().noneMatch(other -> TableParts.isSame(other.name(), key.name())))
                .orElse(null);
    }
}
