// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import dev.retort.dialect.sqlite.text.RenameSource.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One rename in one text: decides for each name whether it is meant, and collects the changes and the doubts. */
final class RenameJob {

    private final String text;
    private final List<Token> tokens;
    private final String table;
    private final @Nullable String column;
    private final String newName;
    private final TableColumns known;
    private final TextPatch patch;
    private final Set<RenameResult.Doubt> doubts = new LinkedHashSet<>();
    private int muted;
    private boolean outputRenamed;

    RenameJob(String text, String table, @Nullable String column, String newName, TableColumns known) {
        this.text = text;
        this.tokens = SqliteLexer.significant(text);
        this.table = table;
        this.column = column;
        this.newName = newName;
        this.known = known;
        this.patch = new TextPatch(text);
    }

    List<Token> tokens() {
        return tokens;
    }

    boolean isTarget(Token name) {
        return name.names(table);
    }

    RenameResult result() {
        return new RenameResult(patch.apply(), outputRenamed, new ArrayList<>(doubts));
    }

    /** Runs something for what it finds out, without any change to the text. */
    Shape silently(Supplier<Shape> work) {
        muted++;
        try {
            return work.get();
        } finally {
            muted--;
        }
    }

    void outputRenamed(boolean renamed) {
        outputRenamed |= renamed && column != null;
    }

    /** A table is named that is no common table expression. */
    void tableName(Token name) {
        if (column == null && name.names(table)) {
            change(name);
        }
    }

    /** The source that a table's name makes, with its alias if it has one. */
    RenameSource source(@Nullable Token schema, Token name, @Nullable Token alias, RenameScope scope) {
        String exposed = alias == null ? name.name() : alias.name();
        Shape shape = schema == null ? scope.named(name.name()).orElse(null) : null;
        if (shape != null) {
            return new RenameSource(exposed, false, shape, false);
        }
        boolean target = name.names(table) && (schema == null || schema.names("main"));
        if (target) {
            tableName(name);
        }
        return new RenameSource(exposed, target && alias == null, tableShape(name.name(), target), false);
    }

    /** NEW, OLD or excluded: a row of the table under another name. */
    RenameSource pseudoRow(String name, Token ofTable) {
        return new RenameSource(name, false, tableShape(ofTable.name(), ofTable.names(table)), true);
    }

    private Shape tableShape(String name, boolean target) {
        Set<String> columns = known.columnsOf(name)
                .map(names -> names.stream().map(SqliteName::fold).collect(Collectors.toCollection(HashSet::new)))
                .orElse(null);
        return new Shape(target && column != null, columns);
    }

    /** A column in a place where it can only be one of the target's, such as the column list of an INSERT. */
    void ownColumn(Token name) {
        if (column != null && name.names(column)) {
            change(name);
        }
    }

    /** A column in an expression; says whether it is the one renamed. */
    boolean column(@Nullable Token qualifier, Token name, RenameScope scope) {
        if (qualifier != null) {
            RenameSource source = scope.qualified(qualifier).orElse(null);
            if (source == null) {
                return false;
            }
            if (column == null) {
                if (source.isTarget()) {
                    change(qualifier);
                }
                return false;
            }
            boolean meant = source.shape().carries() && name.names(column);
            if (meant) {
                change(name);
            }
            return meant;
        }
        if (column == null || !(name.names(column) || name.names(newName))) {
            return false;
        }
        return name.names(column) ? bareColumn(name, column, scope) : newNameFound(name, scope);
    }

    private boolean bareColumn(Token name, String old, RenameScope from) {
        for (RenameScope scope = from; scope != null; scope = scope.outer()) {
            boolean carried = false;
            boolean other = false;
            for (RenameSource source : scope.sources()) {
                if (!source.onlyQualified()) {
                    carried |= source.shape().carries();
                    other |= !source.shape().carries() && source.shape().has(old);
                }
            }
            if (carried && !other) {
                if (sourcesBetween(from, scope).stream().allMatch(s -> s.shape().columns() != null)) {
                    change(name);
                    return true;
                }
                doubt(name, "a table of the inner query may have a column " + old + " too");
                return false;
            }
            if (carried) {
                doubt(name, "more than one table of the query has a column " + old);
                return false;
            }
            if (other) {
                return false;
            }
        }
        return false;
    }

    private static List<RenameSource> sourcesBetween(RenameScope inner, RenameScope outer) {
        List<RenameSource> sources = new ArrayList<>();
        for (RenameScope scope = inner; scope != null && scope != outer; scope = scope.outer()) {
            scope.sources().stream().filter(source -> !source.onlyQualified()).forEach(sources::add);
        }
        return sources;
    }

    /** The new name is in use already where the renamed column is visible. */
    private boolean newNameFound(Token name, RenameScope from) {
        for (RenameScope scope = from; scope != null; scope = scope.outer()) {
            boolean carried = scope.sources().stream()
                    .anyMatch(
                            source -> !source.onlyQualified() && source.shape().carries());
            boolean elsewhere = scope.sources().stream()
                    .anyMatch(source ->
                            !source.shape().carries() && source.shape().mayHave(newName));
            if (carried) {
                doubt(name, "after the rename this name may mean column " + newName + " of table " + table);
                return false;
            }
            if (elsewhere) {
                return false;
            }
        }
        return false;
    }

    /** A column that a join matches by name on both sides. */
    void joinColumn(Token name, List<RenameSource> sources) {
        if (column != null
                && name.names(column)
                && sources.stream().anyMatch(s -> s.shape().carries())) {
            doubt(name, "USING needs a column of this name in both tables");
        }
    }

    void naturalJoin(Token natural, List<RenameSource> sources) {
        String old = column;
        if (old == null || sources.stream().noneMatch(source -> source.shape().carries())) {
            return;
        }
        boolean matched = sources.stream()
                .filter(source -> !source.shape().carries())
                .anyMatch(
                        source -> source.shape().mayHave(old) || source.shape().mayHave(newName));
        if (matched
                || sources.stream().filter(source -> source.shape().carries()).count() > 1) {
            doubt(natural, "a NATURAL JOIN may match column " + old + " or " + newName + " by name");
        }
    }

    void doubt(Token token, String reason) {
        if (muted == 0) {
            doubts.add(new RenameResult.Doubt(new Fragment(text, token.start(), token.end()), reason));
        }
    }

    private void change(Token token) {
        if (muted == 0) {
            patch.rename(token, newName);
        }
    }
}
