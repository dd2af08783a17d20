// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.mysql.text.SqlTexts;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.TextAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What turns a table into another, as the clauses of one ALTER TABLE. It is told from the two tables and from what became of
 * the columns, so that nothing of a column gets lost that is not to change, and no state in between has to be valid.
 */
final class Alteration {

    private final MysqlWords words;
    private final Table before;
    private final Table after;
    private final Table plainBefore;
    private final Table plainAfter;
    private final TableParts partsBefore;
    private final TableParts partsAfter;
    /** What each column was called, by its name now; new ones are not in it. */
    private final Map<Identifier, Identifier> origins;

    private final ForeignKeyColumns held;
    private final Map<Identifier, Identifier> successors = new HashMap<>();
    private final Set<Identifier> remade = new HashSet<>();
    private final List<Consumer<SqlWriter>> early = new ArrayList<>();
    private final List<Consumer<SqlWriter>> clauses = new ArrayList<>();
    private final List<Consumer<SqlWriter>> late = new ArrayList<>();

    Alteration(
            MysqlWords words,
            Table before,
            Schema schemaBefore,
            Table after,
            Schema schemaAfter,
            Map<Identifier, Identifier> origins,
            TableParts partsBefore,
            TableParts partsAfter) {
        this.words = words;
        this.before = before;
        this.after = after;
        this.origins = origins;
        this.held = new ForeignKeyColumns(before, schemaBefore);
        this.plainBefore = words.exact.table(before, schemaBefore);
        this.plainAfter = words.exact.table(after, schemaAfter);
        this.partsBefore = partsBefore;
        this.partsAfter = partsAfter;
        origins.forEach((now, then) -> successors.put(then, now));
    }

    /**
     * The clauses of each statement, in order; some may be empty. What comes last is apart because MariaDB looks for the target of
     * a foreign key in the table as it was, and MySQL does not copy a table while it changes a column of a foreign key.
     *
     * @param options those of the operations, of which the start of numbers is one
     */
    List<List<Consumer<SqlWriter>>> statements(Options options) {
        findRemade();
        foreignKeys();
        checks();
        KeyChanges keys = new KeyChanges(words, partsBefore, partsAfter, this::renamed, this::touchesRemade);
        InPlaceChanges changes =
                new InPlaceChanges(words, held, before, plainBefore, plainAfter, origins, successors, remade);
        boolean otherKey = plainBefore.primaryKey() != null && !hasSamePrimaryKey();
        if (otherKey || !lastAdditions.isEmpty() || keys.copies() || keys.isAnyGone()) {
            changes.besideCopy();
        }
        boolean apart = changes.areApart();
        detached = changes.detached();
        detachOwn();
        List<Consumer<SqlWriter>> first = apart ? List.copyOf(clauses) : List.of();
        if (apart) {
            inPlace = changes;
            clauses.clear();
        }
        keys.write(clauses, additions);
        primaryKey();
        dropColumns();
        columns();
        adds();
        attributes();
        String increment = words.options.text(options, MysqlOptions.AUTO_INCREMENT);
        if (!increment.isEmpty()) {
            clauses.add(sql -> sql.sql("AUTO_INCREMENT = " + increment));
        }
        List<Consumer<SqlWriter>> before =
                Stream.concat(first.stream(), changes.clauses().stream()).toList();
        return List.of(early, before, clauses, late);
    }

    /**
     * Columns as they were called, whose foreign keys have to be dropped before and added again after: neither can they be changed
     * apart from the rest, nor beside it.
     */
    Set<Identifier> detached() {
        return detached;
    }

    /** Foreign keys of the table that refer to others or to itself over detached columns go first and come last. */
    private void detachOwn() {
        staying.forEach((old, now) -> {
            boolean refers = old.plain().referredTable().equals(before.name())
                    && ForeignKeyColumns.referred(old.plain(), before).stream().anyMatch(detached::contains);
            if (refers || old.plain().columns().stream().anyMatch(detached::contains)) {
                early.add(0, sql -> sql.sql("DROP FOREIGN KEY").name(old.name()));
                late.add(sql -> words.parts.foreignKey(sql.sql("ADD"), now.written()));
            }
        });
    }

    private Set<Identifier> detached = Set.of();
    private final Map<TableParts.Reference, TableParts.Reference> staying = new LinkedHashMap<>();

    /** What becomes of columns before the rest, if that is done apart. */
    private @Nullable InPlaceChanges inPlace;

    private final List<Consumer<SqlWriter>> additions = new ArrayList<>();
    private final List<Consumer<SqlWriter>> lastAdditions = new ArrayList<>();

    private void adds() {
        clauses.addAll(additions);
        clauses.addAll(lastAdditions);
    }

    /** A computed column cannot become a virtual one, or stop being one: it is made anew. */
    private void findRemade() {
        for (Column now : plainAfter.columns()) {
            Identifier then = origins.get(now.name());
            Column old = then == null ? null : plainBefore.column(then).orElse(null);
            if (old == null) {
                continue;
            }
            int from = kind(old.generated());
            int to = kind(now.generated());
            boolean possible =
                    from == to || (from == 2 && to == 0) || (from == 0 && to == 2 && !words.flavor.isMariaDb());
            if (!possible) {
                remade.add(now.name());
            }
        }
    }

    /** 0 for a column that is not generated, 1 for a virtual one, 2 for a stored one. */
    static int kind(@Nullable Generated generated) {
        return generated == null ? 0 : generated.stored() ? 2 : 1;
    }

    private List<Identifier> renamed(List<Identifier> columns) {
        return columns.stream()
                .map(column -> successors.getOrDefault(column, new Identifier("\u0001gone " + column)))
                .toList();
    }

    private ForeignKey renamed(ForeignKey key) {
        boolean own = key.referredTable().equals(before.name());
        return key.withReference(
                renamed(key.columns()),
                key.referredTable(),
                own ? renamed(key.referredColumns()) : key.referredColumns());
    }

    private Index renamed(Index index) {
        return index.withParts(index.parts().stream()
                .map(part -> part.key() instanceof IndexKey.OfColumn column
                        ? part.withKey(new IndexKey.OfColumn(
                                renamed(List.of(column.name())).get(0)))
                        : part)
                .toList());
    }

    private void foreignKeys() {
        List<TableParts.Reference> left = new ArrayList<>(partsAfter.foreignKeys());
        Set<String> dropped = new HashSet<>();
        List<Consumer<SqlWriter>> drops = new ArrayList<>();
        // The servers do not always drop the index that a key of the table itself refers to along with the key.
        boolean looped = false;
        for (TableParts.Reference old : partsBefore.foreignKeys()) {
            ForeignKey form = renamed(old.plain());
            TableParts.Reference same = left.stream()
                    .filter(key -> TableParts.isSame(key.name(), old.name())
                            && key.plain().equals(form))
                    .findFirst()
                    .orElse(null);
            if (same != null) {
                left.remove(same);
                staying.put(old, same);
            } else {
                looped |= old.plain().referredTable().equals(before.name());
                dropped.add(old.name().value().toLowerCase(java.util.Locale.ROOT));
                drops.add(sql -> sql.sql("DROP FOREIGN KEY").name(old.name()));
            }
        }
        boolean sameName = left.stream()
                .anyMatch(key -> dropped.contains(key.name().value().toLowerCase(java.util.Locale.ROOT)));
        (sameName || looped ? early : clauses).addAll(drops);
        for (TableParts.Reference key : left) {
            boolean own = key.plain().referredTable().equals(before.name());
            (own && words.flavor.isMariaDb() ? late : lastAdditions)
                    .add(sql -> words.parts.foreignKey(sql.sql("ADD"), key.written()));
        }
    }

    /**
     * The servers copy the table to add a check, MariaDB also to drop one, but do not rename a column of a foreign key while
     * they copy: checks go in statements of their own then.
     */
    private void checks() {
        boolean apart = successors.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(entry.getValue()))
                .anyMatch(entry -> words.flavor.isMariaDb() || held.contains(entry.getKey()));
        List<TableParts.Check> left = new ArrayList<>(partsAfter.checks());
        for (TableParts.Check old : partsBefore.checks()) {
            boolean stays = !mentionsGone(old)
                    && left.removeIf(check -> TableParts.isSame(check.name(), old.name())
                            && check.plain().equals(old.plain()));
            if (!stays) {
                (apart ? early : clauses)
                        .add(sql -> sql.sql(words.flavor.isMariaDb() ? "DROP CONSTRAINT" : "DROP CHECK")
                                .name(old.name()));
            }
        }
        for (TableParts.Check check : left) {
            (apart ? late : lastAdditions).add(0, sql -> words.parts.check(sql.sql("ADD"), check.written()));
        }
    }

    /** Whether a check names a column that goes; another may come under its name. */
    private boolean mentionsGone(TableParts.Check check) {
        String text = check.plain().expression().toString();
        return before.columns().stream()
                .map(Column::name)
                .filter(column -> !successors.containsKey(column))
                .anyMatch(column -> SqlTexts.mentions(text, column.value()));
    }

    private boolean touchesRemade(Index index) {
        return MysqlCanonical.columns(index).stream().anyMatch(remade::contains);
    }

    private void primaryKey() {
        PrimaryKey old = plainBefore.primaryKey();
        PrimaryKey now = plainAfter.primaryKey();
        boolean same = hasSamePrimaryKey();
        if (old != null && !same) {
            clauses.add(sql -> sql.sql("DROP PRIMARY KEY"));
        }
        if (now != null && !same) {
            additions.add(0, sql -> words.parts.primaryKey(sql.sql("ADD"), now));
        }
    }

    private boolean hasSamePrimaryKey() {
        PrimaryKey old = plainBefore.primaryKey();
        PrimaryKey now = plainAfter.primaryKey();
        return old != null && now != null && renamed(old.columns()).equals(now.columns());
    }

    private void dropColumns() {
        for (Column column : before.columns()) {
            Identifier now = successors.get(column.name());
            if (now == null || after.column(now).isEmpty() || remade.contains(now)) {
                clauses.add(sql -> sql.sql("DROP COLUMN").name(column.name()));
            }
        }
    }

    /** Goes through the columns in their final order and says of each what has to be done to have it there. */
    private void columns() {
        List<Identifier> present = new ArrayList<>();
        for (Column column : before.columns()) {
            Identifier now = successors.get(column.name());
            if (now != null && after.column(now).isPresent() && !remade.contains(now)) {
                present.add(now);
            }
        }
        Identifier previous = null;
        for (int i = 0; i < after.columns().size(); i++) {
            Column column = after.columns().get(i);
            Identifier name = column.name();
            Identifier place = previous;
            if (!present.contains(name)) {
                boolean last = i == present.size();
                clauses.add(sql -> {
                    words.columns.definition(sql.sql("ADD COLUMN"), column);
                    position(sql, place, last);
                });
                present.add(i, name);
            } else {
                boolean stays = present.get(i).equals(name);
                change(column, Objects.requireNonNull(origins.get(name)), stays, place);
                present.remove(name);
                present.add(i, name);
            }
            previous = name;
        }
    }

    private static void position(SqlWriter sql, @Nullable Identifier previous, boolean stays) {
        if (!stays) {
            if (previous == null) {
                sql.sql("FIRST");
            } else {
                sql.sql("AFTER").name(previous);
            }
        }
    }

    private void change(Column column, Identifier origin, boolean stays, @Nullable Identifier place) {
        Column old = plainBefore.column(origin).orElseThrow();
        Column now = plainAfter.column(column.name()).orElseThrow();
        if (inPlace != null) {
            old = inPlace.changed(old, now);
            origin = now.name();
        }
        change(column, old, now, origin, stays, place);
    }

    private void change(
            Column column, Column old, Column now, Identifier origin, boolean stays, @Nullable Identifier place) {
        boolean sameName = origin.equals(column.name());
        boolean same = old.withName(now.name()).equals(now) && !(otherCollation() && isPlainText(now));
        if (same && stays) {
            if (!sameName && words.flavor.hasRenameColumn()) {
                clauses.add(
                        sql -> sql.sql("RENAME COLUMN").name(origin).sql("TO").name(column.name()));
                return;
            }
            if (sameName) {
                return;
            }
        }
        clauses.add(sql -> {
            if (sameName) {
                sql.sql("MODIFY COLUMN");
            } else {
                sql.sql("CHANGE COLUMN").name(origin);
            }
            words.columns.definition(sql, column);
            position(sql, place, stays);
        });
    }

    /** A column that says no collation keeps the one that it has when that of its table changes. */
    private boolean otherCollation() {
        return !words.options
                .text(plainBefore.options(), MysqlOptions.COLLATION)
                .equals(words.options.text(plainAfter.options(), MysqlOptions.COLLATION));
    }

    private static boolean isPlainText(Column column) {
        boolean text = column.type() instanceof DataType.Char
                || column.type() instanceof DataType.Varchar
                || column.type() instanceof DataType.Text
                || column.type() instanceof DataType.Enum
                || column.type() instanceof DataType.Native;
        return text && TextAttributes.of(column.type()).equals(TextAttributes.DEFAULT);
    }

    private void attributes() {
        if (!Objects.equals(plainBefore.comment(), plainAfter.comment())) {
            String comment = plainAfter.comment();
            clauses.add(sql -> sql.sql("COMMENT =").string(comment == null ? "" : comment));
        }
        Options from = plainBefore.options();
        Options to = plainAfter.options();
        if (!from.equals(to)) {
            clauses.addAll(words.tableOptions.changes(from, to, after.options()));
        }
    }
}
