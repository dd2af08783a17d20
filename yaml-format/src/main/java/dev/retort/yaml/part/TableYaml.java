// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import static dev.retort.yaml.part.CommonKeys.COMMENT;
import static dev.retort.yaml.part.CommonKeys.OPTIONS;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.UniqueConstraint;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Lists;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.form.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables with their columns, constraints and indexes: in {@code create_table}, and in a model. */
public final class TableYaml {

    private static final String COLUMN_LIST = "a list of columns, each a mapping such as {name: id, type: integer}";

    private static final Key<List<ColumnParts>> COLUMNS =
            Key.of("columns", new Named<>(ColumnYaml.FORM, COLUMN_LIST, "type", false), "The columns, in order.");
    private static final Key<List<ColumnParts>> MODEL_COLUMNS =
            Key.of("columns", new Named<>(ColumnYaml.OF_MODEL, COLUMN_LIST, "type", true), "The columns, in order.");
    private static final Key<PrimaryKey> PRIMARY_KEY =
            Key.of("primary_key", KeyColumns.PRIMARY_KEY, "The columns of the primary key.");
    private static final Key<List<UniqueConstraint>> UNIQUE = Key.of(
            "unique",
            Lists.of(KeyColumns.UNIQUE, "a list of unique constraints, each a list of column names or a mapping"),
            "Unique constraints.");
    private static final Key<List<ForeignKey>> FOREIGN_KEYS = Key.of(
            "foreign_keys",
            Lists.of(ForeignKeyYaml.FORM, "a list of foreign keys, each a mapping with 'columns' and 'references'"),
            "Foreign keys.");
    private static final Key<List<CheckConstraint>> CHECKS = Key.of("checks", new ChecksForm(false), "Checks.");
    private static final Key<List<CheckConstraint>> MODEL_CHECKS = Key.of("checks", new ChecksForm(true), "Checks.");
    private static final Key<List<ExclusionConstraint>> EXCLUSIONS = Key.of(
            "exclusions",
            Lists.of(ExclusionYaml.FORM, "a list of exclusion constraints, each a mapping with 'elements'"),
            "Exclusion constraints.");
    private static final Key<List<Index>> INDEXES =
            Key.of("indexes", Lists.of(IndexYaml.FORM, "a list of indexes, each a mapping with 'columns'"), "Indexes.");
    private static final Key<Identifier> RENAMED_FROM =
            Key.of("renamed_from", Scalars.IDENTIFIER, "The name that the table had before.");

    private TableYaml() {}

    /** {@return the keys of a table in a migration} */
    public static Mapping.Builder<Table> keys() {
        Mapping.Builder<Table> builder = Mapping.<Table>of("a table");
        return parts(Names.add(builder, Names.NAME_KEY, Table::name).required(COLUMNS, TableYaml::columnParts), CHECKS)
                .optional(OPTIONS, Table::options, Options.NONE);
    }

    /** {@return the form of a table in a model} */
    public static Form<Table> ofModel() {
        Mapping.Builder<Table> builder = Mapping.<Table>of("a table").inBlockStyle();
        return parts(
                        Names.add(builder, Names.NAME_KEY, Table::name)
                                .optional(RENAMED_FROM, table -> RenamedFrom.in(table.options()))
                                .required(MODEL_COLUMNS, TableYaml::columnParts),
                        MODEL_CHECKS)
                .optional(OPTIONS, table -> RenamedFrom.without(table.options()))
                .makes(values -> {
                    Options options = RenamedFrom.with(values.or(OPTIONS, Options.NONE), values.orNull(RENAMED_FROM));
                    return build(values, values.get(MODEL_COLUMNS), values.or(MODEL_CHECKS, List.of()), options);
                });
    }

    private static Mapping.Builder<Table> parts(Mapping.Builder<Table> builder, Key<List<CheckConstraint>> checks) {
        return builder.optional(PRIMARY_KEY, Table::primaryKey)
                .optional(UNIQUE, Table::uniques, List.of())
                .optional(FOREIGN_KEYS, Table::foreignKeys, List.of())
                .optional(checks, Table::checks, List.of())
                .optional(EXCLUSIONS, Table::exclusions, List.of())
                .optional(INDEXES, Table::indexes, List.of())
                .optional(COMMENT, Table::comment);
    }

    /**
     * @param values what was read
     * @return the table of a migration
     */
    public static Table make(Values values) {
        return build(values, values.get(COLUMNS), values.or(CHECKS, List.of()), values.or(OPTIONS, Options.NONE));
    }

    private static Table build(
            Values values, List<ColumnParts> columns, List<CheckConstraint> checks, Options options) {
        PrimaryKey primaryKey = primaryKey(values, columns);
        TableBuilder table = new TableBuilder(Names.resolve(values, Names.NAME_KEY))
                .primaryKey(primaryKey)
                .comment(values.orNull(COMMENT))
                .options(options);
        values.or(UNIQUE, List.of()).forEach(table::constraint);
        values.or(FOREIGN_KEYS, List.of()).forEach(table::constraint);
        checks.forEach(table::constraint);
        values.or(EXCLUSIONS, List.of()).forEach(table::constraint);
        values.or(INDEXES, List.of()).forEach(table::index);
        for (ColumnParts parts : columns) {
            addColumn(
                    table,
                    parts,
                    primaryKey != null
                            && primaryKey.columns().contains(parts.column().name()));
        }
        return table.build();
    }

    private static void addColumn(TableBuilder table, ColumnParts parts, boolean inKey) {
        String name = parts.column().name().value();
        table.column(parts.finished(inKey));
        if (parts.unique()) {
            table.constraint(UniqueConstraint.of(null, name));
        }
        if (parts.index()) {
            table.index(Index.of(null, name));
        }
        if (parts.references() != null) {
            table.constraint(parts.references());
        }
        if (parts.check() != null) {
            table.constraint(CheckYaml.of(parts.check()));
        }
    }

    private static @Nullable PrimaryKey primaryKey(Values values, List<ColumnParts> columns) {
        List<Identifier> flagged = columns.stream()
                .filter(ColumnParts::primaryKey)
                .map(parts -> parts.column().name())
                .toList();
        PrimaryKey given = values.orNull(PRIMARY_KEY);
        if (given != null && !flagged.isEmpty()) {
            throw new IllegalArgumentException(
                    "the primary key must be given by the table or by its columns, not by both: column '"
                            + flagged.get(0) + "' has primary_key as well");
        }
        return flagged.isEmpty() ? given : new PrimaryKey(null, flagged, Deferrability.NOT_DEFERRABLE, Options.NONE);
    }

    private static List<ColumnParts> columnParts(Table table) {
        PrimaryKey key = table.primaryKey();
        return table.columns().stream()
                .map(column -> ColumnParts.of(
                        column, false, null, key != null && key.columns().contains(column.name())))
                .toList();
    }
}
