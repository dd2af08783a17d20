// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.replay;

import dev.retort.operation.AddCheck;
import dev.retort.operation.AddExclusion;
import dev.retort.operation.AddForeignKey;
import dev.retort.operation.AddPrimaryKey;
import dev.retort.operation.AddUnique;
import dev.retort.operation.ConstraintSelector;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Constraints. */
final class ConstraintReplay {

    private final Workspace workspace;

    ConstraintReplay(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Finds what is wrong with the constraints of a new table. */
    void check(Table table) {
        Set<Identifier> names = new HashSet<>();
        table.constraints().forEach(constraint -> {
            Identifier name = constraint.name();
            if (name != null && !names.add(name)) {
                workspace.exists("constraint", name, " in table '" + table.name() + "'");
            }
            check(table, constraint);
        });
    }

    /** Finds what is wrong with a constraint that the table has got. */
    void check(Table table, TableConstraint constraint) {
        // What a check names is its own affair: the words of an expression may be anything.
        if (!(constraint instanceof CheckConstraint)) {
            workspace.haveColumns(table, new ColumnSets(table).of(constraint));
        }
        if (constraint instanceof ForeignKey key) {
            checkReference(key);
        }
    }

    /** Databases differ in when they look at the table referred to, so this is never an error. */
    private void checkReference(ForeignKey key) {
        Table referred = workspace.schema.tables().get(key.referredTable());
        if (referred == null) {
            if (workspace.isKnown()) {
                workspace.doubtful(
                        "The foreign key refers to table '" + key.referredTable()
                                + "', which does not exist at this point.",
                        "Create that table first, or add the foreign key afterwards.");
            }
            return;
        }
        List<Identifier> columns = References.referredColumns(key, referred);
        if (columns.isEmpty()) {
            workspace.doubtful(
                    "The foreign key refers to the primary key of table '" + referred.name() + "', which has none.",
                    "Name the columns that it refers to.");
            return;
        }
        workspace.haveColumns(referred, columns);
        if (columns.stream().allMatch(c -> referred.column(c).isPresent())
                && !isUnique(referred, Set.copyOf(columns))) {
            workspace.doubtful(
                    "The foreign key refers to columns of table '" + referred.name() + "' that are not unique.",
                    "Most databases want a primary key or a unique constraint there.");
        }
    }

    private static boolean isUnique(Table table, Set<Identifier> columns) {
        PrimaryKey key = table.primaryKey();
        ColumnSets sets = new ColumnSets(table);
        return (key != null && Set.copyOf(key.columns()).equals(columns))
                || table.uniques().stream()
                        .anyMatch(u -> Set.copyOf(u.columns()).equals(columns))
                || table.indexes().stream()
                        .anyMatch(i -> i.unique() && sets.of(i).equals(columns));
    }

    void apply(AddPrimaryKey add) {
        add(add.table(), add.primaryKey());
    }

    void apply(AddUnique add) {
        add(add.table(), add.unique());
    }

    void apply(AddForeignKey add) {
        add(add.table(), add.foreignKey());
    }

    void apply(AddCheck add) {
        add(add.table(), add.check());
    }

    void apply(AddExclusion add) {
        add(add.table(), add.exclusion());
    }

    private void add(QualifiedName name, TableConstraint constraint) {
        Table table = workspace.table(name);
        if (table == null) {
            return;
        }
        Identifier given = constraint.name();
        if (constraint instanceof PrimaryKey && table.primaryKey() != null) {
            workspace.invalid("Table '" + name + "' has a primary key already.", "Drop it first.");
            return;
        }
        if (given != null && table.constraint(given).isPresent()) {
            workspace.exists("constraint", given, " in table '" + name + "'");
            return;
        }
        Table changed = table.toBuilder().constraint(constraint).build();
        workspace.schema.table(changed);
        check(changed, constraint);
    }

    void apply(DropConstraint drop) {
        Table table = workspace.table(drop.table());
        if (table == null) {
            return;
        }
        if (drop.constraint() instanceof ConstraintSelector.Named name) {
            table = new GivenNames(workspace).in(table, name.name());
        }
        List<TableConstraint> found = Selection.of(table, drop.constraint());
        if (found.isEmpty()) {
            if (!drop.ifExists()) {
                missing(table, Selection.words(drop.constraint()));
            }
            return;
        }
        if (found.size() > 1) {
            workspace.invalid(
                    "Table '" + table.name() + "' has " + found.size() + " constraints that this may mean.",
                    "Name the one that is meant.");
            return;
        }
        TableConstraint constraint = found.get(0);
        Table changed = table.toBuilder().withoutConstraint(constraint).build();
        workspace.schema.table(changed);
        releaseReferences(table, constraint, drop.cascade());
    }

    /** Foreign keys need the key that they refer to. */
    private void releaseReferences(Table table, TableConstraint dropped, boolean cascade) {
        if (dropped instanceof ForeignKey || dropped instanceof CheckConstraint) {
            return;
        }
        Set<Identifier> columns = new ColumnSets(table).of(dropped);
        for (Table other : List.copyOf(workspace.schema.tables().values())) {
            List<ForeignKey> needing = other.foreignKeys().stream()
                    .filter(key -> key.referredTable().equals(table.name()))
                    .filter(key ->
                            Set.copyOf(References.referredColumns(key, table)).equals(columns))
                    .toList();
            if (needing.isEmpty()) {
                continue;
            }
            if (cascade) {
                workspace.schema.table(other.toBuilder()
                        .mapForeignKeys(key -> needing.contains(key) ? null : key)
                        .build());
            } else {
                workspace.doubtful(
                        "A foreign key of table '" + other.name() + "' needs the " + words(dropped)
                                + " that is dropped from '" + table.name() + "'.",
                        "Drop the foreign key first, or say cascade.");
            }
        }
    }

    private static String words(TableConstraint constraint) {
        return constraint.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void missing(Table table, String what) {
        List<Identifier> names = table.constraints()
                .map(TableConstraint::name)
                .flatMap(name -> Optional.ofNullable(name).stream())
                .toList();
        workspace.missing("constraint", what, " in table '" + table.name() + "'", names, "named constraints");
    }

    void apply(RenameConstraint rename) {
        change(rename.table(), rename.constraint(), constraint -> {
            Table table = workspace.schema.tables().get(rename.table());
            if (!rename.to().equals(rename.constraint())
                    && table.constraint(rename.to()).isPresent()) {
                workspace.exists("constraint", rename.to(), " in table '" + rename.table() + "'");
                return null;
            }
            return constraint.withName(rename.to());
        });
    }

    void apply(ValidateConstraint validate) {
        change(validate.table(), validate.constraint(), constraint -> {
            if (constraint instanceof ForeignKey key) {
                return key.withValidated(true);
            }
            if (constraint instanceof CheckConstraint check) {
                return check.withValidated(true);
            }
            workspace.invalid(
                    "Only foreign keys and checks are validated, but '" + constraint.name() + "' is neither.", null);
            return null;
        });
    }

    private interface Change {
        @Nullable
        TableConstraint of(TableConstraint constraint);
    }

    private void change(QualifiedName name, Identifier constraint, Change change) {
        Table table = workspace.table(name);
        if (table == null) {
            return;
        }
        table = new GivenNames(workspace).in(table, constraint);
        TableConstraint before = table.constraint(constraint).orElse(null);
        if (before == null) {
            missing(table, constraint.value());
            return;
        }
        TableConstraint after = change.of(before);
        if (after != null) {
            workspace.schema.table(table.toBuilder()
                    .withoutConstraint(before)
                    .constraint(after)
                    .build());
        }
    }
}
