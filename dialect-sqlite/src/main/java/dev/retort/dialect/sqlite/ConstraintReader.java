// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.sqlite.text.ColumnConstraintText;
import dev.retort.dialect.sqlite.text.ColumnText;
import dev.retort.dialect.sqlite.text.ConflictResolution;
import dev.retort.dialect.sqlite.text.CreateTableText;
import dev.retort.dialect.sqlite.text.Deferral;
import dev.retort.dialect.sqlite.text.ForeignKeyAction;
import dev.retort.dialect.sqlite.text.IndexedPartText;
import dev.retort.dialect.sqlite.text.NameText;
import dev.retort.dialect.sqlite.text.ReferencesText;
import dev.retort.dialect.sqlite.text.SortOrder;
import dev.retort.dialect.sqlite.text.TableConstraintText;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.MatchType;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SqlText;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes constraints of their texts, whether they stand in a column or behind all columns. */
final class ConstraintReader {

    Optional<TableConstraint> ofTable(CreateTableText table, TableConstraintText text) {
        Identifier name = identifier(text.name());
        if (text instanceof TableConstraintText.PrimaryKey key) {
            Options options = partOptions(key.parts(), conflict(key.conflict()), isAlias(table, key.parts()));
            return Optional.of(new PrimaryKey(name, columns(key.parts()), Deferrability.NOT_DEFERRABLE, options));
        }
        if (text instanceof TableConstraintText.Unique key) {
            Options options = partOptions(key.parts(), conflict(key.conflict()), false);
            return Optional.of(new UniqueConstraint(name, columns(key.parts()), Deferrability.NOT_DEFERRABLE, options));
        }
        if (text instanceof TableConstraintText.Check check) {
            return Optional.of(check(name, check.expression().text(), conflict(check.conflict())));
        }
        if (text instanceof TableConstraintText.ForeignKey key) {
            return Optional.of(foreignKey(
                    name, identifiers(key.columns()), key.target(), key.target().deferral()));
        }
        return Optional.empty();
    }

    /** The constraint that a clause of a column makes; empty for NOT NULL, DEFAULT and others that are attributes. */
    Optional<TableConstraint> ofColumn(ColumnText column, List<ColumnConstraintText> clauses, int index) {
        ColumnConstraintText clause = clauses.get(index);
        Identifier name = identifier(clause.name());
        if (clause instanceof ColumnConstraintText.PrimaryKey key) {
            Options options = conflict(key.conflict());
            if (key.order() == SortOrder.DESC) {
                options = options.with(SqliteOptions.DIALECT, SqliteOptions.ORDER, List.of("desc"));
            }
            return Optional.of(new PrimaryKey(name, own(column), Deferrability.NOT_DEFERRABLE, options));
        }
        if (clause instanceof ColumnConstraintText.Unique key) {
            return Optional.of(
                    new UniqueConstraint(name, own(column), Deferrability.NOT_DEFERRABLE, conflict(key.conflict())));
        }
        if (clause instanceof ColumnConstraintText.Check check) {
            return Optional.of(check(name, check.expression().text(), Options.NONE));
        }
        if (clause instanceof ColumnConstraintText.References reference) {
            return Optional.of(foreignKey(name, own(column), reference.target(), deferral(clauses, index)));
        }
        return Optional.empty();
    }

    private static List<Identifier> own(ColumnText column) {
        return List.of(identifierOf(column.name()));
    }

    /** A deferral that stands apart from its reference still belongs to it. */
    private static @Nullable Deferral deferral(List<ColumnConstraintText> clauses, int index) {
        Deferral deferral =
                ((ColumnConstraintText.References) clauses.get(index)).target().deferral();
        for (ColumnConstraintText later : clauses.subList(index + 1, clauses.size())) {
            if (later instanceof ColumnConstraintText.References) {
                break;
            }
            if (later instanceof ColumnConstraintText.Deferred deferred) {
                deferral = deferred.deferral();
            }
        }
        return deferral;
    }

    private static CheckConstraint check(@Nullable Identifier name, String expression, Options options) {
        return new CheckConstraint(name, SqlText.verbatim(expression), Deferrability.NOT_DEFERRABLE, true, options);
    }

    private static ForeignKey foreignKey(
            @Nullable Identifier name, List<Identifier> own, ReferencesText target, @Nullable Deferral deferral) {
        return new ForeignKey(
                name,
                own,
                QualifiedName.of(target.table().name()),
                identifiers(target.columns()),
                action(target.onDelete()),
                action(target.onUpdate()),
                MatchType.SIMPLE,
                deferrability(deferral),
                true,
                Options.NONE);
    }

    private static Deferrability deferrability(@Nullable Deferral deferral) {
        if (deferral == null || !deferral.deferrable()) {
            return Deferrability.NOT_DEFERRABLE;
        }
        return deferral.deferred() ? Deferrability.INITIALLY_DEFERRED : Deferrability.INITIALLY_IMMEDIATE;
    }

    private static ReferentialAction action(@Nullable ForeignKeyAction action) {
        return action == null ? ReferentialAction.NO_ACTION : ReferentialAction.valueOf(action.name());
    }

    /** A table's own PRIMARY KEY on one INTEGER column is the rowid, for which a direction means nothing. */
    private static boolean isAlias(CreateTableText table, List<IndexedPartText> parts) {
        return parts.size() == 1
                && table.column(name(parts.get(0)))
                        .filter(column -> column.typeText().equalsIgnoreCase("INTEGER"))
                        .isPresent();
    }

    private static Options partOptions(List<IndexedPartText> parts, Options options, boolean alias) {
        boolean descending = false;
        boolean collated = false;
        for (IndexedPartText part : parts) {
            descending |= part.order() == SortOrder.DESC;
            collated |= part.collation() != null;
        }
        Options result = options;
        if (descending && !alias) {
            List<String> orders = parts.stream()
                    .map(part -> part.order() == SortOrder.DESC ? "desc" : "asc")
                    .toList();
            result = result.with(SqliteOptions.DIALECT, SqliteOptions.ORDER, orders);
        }
        if (collated) {
            List<String> collations = parts.stream()
                    .map(part -> part.collation() == null
                            ? ""
                            : SqliteTypes.collationName(part.collation().name()))
                    .toList();
            result = result.with(SqliteOptions.DIALECT, SqliteOptions.COLLATIONS, collations);
        }
        return result;
    }

    private static List<Identifier> columns(List<IndexedPartText> parts) {
        List<Identifier> names = new ArrayList<>(parts.size());
        for (IndexedPartText part : parts) {
            names.add(new Identifier(name(part)));
        }
        return names;
    }

    private static String name(IndexedPartText part) {
        NameText column = part.column();
        return column == null ? part.expression().text() : column.name();
    }

    private static Options conflict(@Nullable ConflictResolution resolution) {
        return Options.NONE.with(SqliteOptions.DIALECT, SqliteOptions.ON_CONFLICT, word(resolution));
    }

    static @Nullable String word(@Nullable ConflictResolution resolution) {
        return resolution == null || resolution == ConflictResolution.ABORT
                ? null
                : resolution.name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Identifier identifier(@Nullable NameText name) {
        return name == null ? null : identifierOf(name);
    }

    private static List<Identifier> identifiers(List<NameText> names) {
        List<Identifier> result = new ArrayList<>(names.size());
        for (NameText name : names) {
            result.add(identifierOf(name));
        }
        return result;
    }

    static Identifier identifierOf(NameText name) {
        return new Identifier(name.name());
    }
}
