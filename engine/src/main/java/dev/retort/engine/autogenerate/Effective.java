// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.autogenerate;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.UniqueConstraint;
import java.util.List;
import java.util.Set;

/**
 * Schemas without what makes no difference: options that are off, and the values that a column repeats from a named enum
 * type.
 */
final class Effective {

    private Effective() {}

    static Schema schema(Schema schema) {
        SchemaBuilder builder = schema.toBuilder();
        schema.tables()
                .values()
                .forEach(table -> builder.table(table(table, schema.enums().keySet())));
        return builder.build();
    }

    private static Table table(Table table, Set<QualifiedName> enums) {
        TableBuilder builder = table.toBuilder()
                .options(table.options().effective())
                .mapColumns(column -> column(column, enums))
                .mapUniques(u -> new UniqueConstraint(
                        u.name(), u.columns(), u.deferrability(), u.options().effective()))
                .mapForeignKeys(Effective::foreignKey)
                .mapChecks(c -> new CheckConstraint(
                        c.name(),
                        c.expression(),
                        c.deferrability(),
                        c.validated(),
                        c.options().effective()))
                .mapExclusions(Effective::exclusion)
                .mapIndexes(Effective::index);
        PrimaryKey key = table.primaryKey();
        return key == null
                ? builder.build()
                : builder.primaryKey(new PrimaryKey(
                                key.name(),
                                key.columns(),
                                key.deferrability(),
                                key.options().effective()))
                        .build();
    }

    private static Column column(Column column, Set<QualifiedName> enums) {
        return column.withType(type(column.type(), enums))
                .withOptions(column.options().effective());
    }

    private static DataType type(DataType type, Set<QualifiedName> enums) {
        if (type instanceof DataType.Array array) {
            return new DataType.Array(type(array.element(), enums));
        }
        if (type instanceof DataType.Enum anEnum) {
            QualifiedName name = anEnum.name();
            return name != null && enums.contains(name) ? new DataType.Enum(name, List.of()) : type;
        }
        return type;
    }

    private static ForeignKey foreignKey(ForeignKey k) {
        return new ForeignKey(
                k.name(),
                k.columns(),
                k.referredTable(),
                k.referredColumns(),
                k.onDelete(),
                k.onUpdate(),
                k.match(),
                k.deferrability(),
                k.validated(),
                k.options().effective());
    }

    private static ExclusionConstraint exclusion(ExclusionConstraint e) {
        return new ExclusionConstraint(
                e.name(),
                e.elements(),
                e.method(),
                e.where(),
                e.deferrability(),
                e.options().effective());
    }

    private static Index index(Index index) {
        return index.withOptions(index.options().effective());
    }
}
