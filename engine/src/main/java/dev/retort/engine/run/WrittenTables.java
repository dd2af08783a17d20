// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.dialect.Dialect;
import dev.retort.engine.plan.LoweredOperation;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.ObjectRef;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Puts the words of the migrations in place of those of the database: a database tells an expression, an index or a type in
 * words of its own, and what the next migration says would not be found there. A table that is not what the migrations say
 * stays as it was read.
 */
record WrittenTables(Dialect dialect, Schema written) {

    /**
     * @param read       what was read
     * @param operations what is to be done next
     * @return what was read, with the tables of the operations in the words of the migrations
     */
    Schema over(Schema read, List<LoweredOperation> operations) {
        Set<QualifiedName> names = new TreeSet<>();
        operations.forEach(lowered -> names.addAll(tables(lowered)));
        SchemaBuilder part = new SchemaBuilder();
        part.enums().putAll(written.enums());
        for (QualifiedName name : names) {
            written.table(name).ifPresent(table -> {
                part.table(table);
                table.foreignKeys().stream()
                        .map(ForeignKey::referredTable)
                        .forEach(referred -> written.table(referred).ifPresent(part::table));
            });
        }
        Schema canonical = dialect.canonical(part.build());
        SchemaBuilder result = read.toBuilder();
        for (QualifiedName name : names) {
            Table real = read.tables().get(name);
            if (real != null && real.equals(canonical.tables().get(name))) {
                result.table(written.tables().get(name));
            }
        }
        return result.build();
    }

    private List<QualifiedName> tables(LoweredOperation lowered) {
        if (lowered.operation() instanceof AlterEnum alter) {
            return written.tables().values().stream()
                    .filter(table -> table.columns().stream().anyMatch(column -> isOf(column, alter.type())))
                    .map(Table::name)
                    .toList();
        }
        return Stream.concat(
                        lowered.operation().footprint().reads().stream(),
                        lowered.operation().footprint().writes().stream())
                .filter(ref -> ref.kind() == ObjectKind.TABLE)
                .map(ObjectRef::name)
                .toList();
    }

    private static boolean isOf(Column column, QualifiedName type) {
        return column.type() instanceof DataType.Enum one && type.equals(one.name());
    }
}
