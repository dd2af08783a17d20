// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.Capability;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.Deferrability;
import dev.retort.schema.EnumType;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identifier;
import dev.retort.schema.Identity;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The schema that is read back after creating one: each rule of PostgreSQL's that loses or adds something, once. */
final class PostgresCanonical {

    private final PostgresTypes types;
    private final DefaultTexts defaults;
    private final Set<Capability> capabilities;
    private final boolean namesNotNulls;

    /** For a server that has these capabilities, and perhaps names for constraints NOT NULL. */
    PostgresCanonical(PostgresTypes types, DefaultTexts defaults, Set<Capability> capabilities, boolean namesNotNulls) {
        this.namesNotNulls = namesNotNulls;
        this.types = types;
        this.defaults = defaults;
        this.capabilities = capabilities;
    }

    Schema schema(Schema given) {
        Schema schema = Inheritance.expanded(SerialColumns.expanded(given));
        DefaultNames names = DefaultNames.of(schema);
        NotNullNames notNulls = new NotNullNames(schema, namesNotNulls);
        CanonicalObjects objects = new CanonicalObjects(new TableRelations(schema, types));
        SchemaBuilder result = new SchemaBuilder();
        result.namespaces().addAll(schema.namespaces());
        schema.tables().values().forEach(table -> result.table(table(names.named(table), schema, notNulls)));
        schema.views().values().forEach(view -> result.view(objects.view(view)));
        schema.enums().values().forEach(type -> result.enumType(enumType(type)));
        schema.sequences().values().forEach(sequence -> result.sequence(CanonicalNumbers.sequence(sequence, types)));
        schema.routines().values().forEach(routine -> result.routine(CanonicalObjects.routine(routine)));
        schema.triggers().values().forEach(trigger -> result.trigger(objects.trigger(trigger)));
        schema.others().values().forEach(other -> result.other(CanonicalObjects.other(other)));
        return result.build();
    }

    private static EnumType enumType(EnumType type) {
        return new EnumType(type.name(), type.values(), comment(type.comment()));
    }

    static @Nullable String comment(@Nullable String words) {
        return words == null || words.isEmpty() ? null : words;
    }

    private Table table(Table table, Schema schema, NotNullNames notNulls) {
        CanonicalIndexes indexes = new CanonicalIndexes(table, types);
        PrimaryKey key = table.primaryKey();
        Set<Identifier> keys = key == null ? Set.of() : new HashSet<>(key.columns());
        return table.toBuilder()
                .mapColumns(column -> column(column, table, keys.contains(column.name()), notNulls))
                .primaryKey(key == null ? null : indexes.primaryKey(key))
                .mapUniques(unique -> new UniqueConstraint(
                        unique.name(),
                        unique.columns(),
                        unique.deferrability(),
                        PostgresOptions.canonical(unique.options())))
                .mapForeignKeys(foreign -> foreignKey(foreign, schema))
                .mapChecks(check -> new CheckConstraint(
                        check.name(),
                        Expressions.canonical(check.expression(), table, types),
                        Deferrability.NOT_DEFERRABLE,
                        check.validated(),
                        PostgresOptions.canonical(check.options())))
                .mapExclusions(exclusion -> exclusion(exclusion, indexes))
                .mapIndexes(indexes::index)
                .comment(comment(table.comment()))
                .options(PostgresOptions.canonical(table.options()))
                .build();
    }

    private Column column(Column column, Table table, boolean inKey, NotNullNames notNulls) {
        DataType type = types.canonical(column.type());
        Generated generated = column.generated();
        Identity identity = column.identity();
        boolean nullable = column.nullable() && !inKey && identity == null;
        return new Column(
                column.name(),
                type,
                nullable,
                defaults.canonical(column.defaultValue(), type),
                identity == null ? null : CanonicalNumbers.identity(identity, type),
                generated == null
                        ? null
                        : new Generated(
                                Expressions.canonical(generated.expression(), table, types),
                                generated.stored() || !capabilities.contains(Capability.GENERATED_VIRTUAL)),
                comment(column.comment()),
                notNulls.wished(PostgresOptions.canonical(column.options()), table, column, nullable));
    }

    /** A foreign key that names no columns refers to the primary key. */
    private static ForeignKey foreignKey(ForeignKey key, Schema schema) {
        List<Identifier> referred = key.referredColumns();
        PrimaryKey target =
                schema.table(key.referredTable()).map(Table::primaryKey).orElse(null);
        if (referred.isEmpty()
                && target != null
                && target.columns().size() == key.columns().size()) {
            referred = target.columns();
        }
        return new ForeignKey(
                key.name(),
                key.columns(),
                key.referredTable(),
                referred,
                key.onDelete(),
                key.onUpdate(),
                key.match(),
                key.deferrability(),
                key.validated(),
                PostgresOptions.canonical(key.options()));
    }

    private static ExclusionConstraint exclusion(ExclusionConstraint exclusion, CanonicalIndexes indexes) {
        String method = exclusion.method();
        return new ExclusionConstraint(
                exclusion.name(),
                exclusion.elements().stream()
                        .map(element ->
                                new ExclusionConstraint.Element(indexes.part(element.part()), element.operator()))
                        .toList(),
                method == null ? "gist" : method,
                exclusion.where() == null ? null : indexes.expression(exclusion.where()),
                exclusion.deferrability(),
                PostgresOptions.canonical(exclusion.options()));
    }
}
