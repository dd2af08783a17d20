// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.postgres.text.Texts;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Finds virtual columns where none can be. */
final class VirtualColumns {

    private VirtualColumns() {}

    static List<Identifier> in(Table table, Index index) {
        List<Identifier> used = new ArrayList<>();
        index.parts().forEach(part -> {
            if (part.key() instanceof IndexKey.OfColumn column) {
                used.add(column.name());
            } else {
                used.addAll(names(((IndexKey.OfExpression) part.key()).sql()));
            }
        });
        SqlText where = index.where();
        if (where != null) {
            used.addAll(names(where));
        }
        return virtual(table, used);
    }

    static List<Identifier> in(Table table, TableConstraint constraint) {
        if (constraint instanceof UniqueConstraint unique) {
            return virtual(table, unique.columns());
        }
        if (constraint instanceof PrimaryKey key) {
            return virtual(table, key.columns());
        }
        return constraint instanceof ForeignKey key ? virtual(table, key.columns()) : List.of();
    }

    private static List<Identifier> names(SqlText text) {
        Set<String> names = Texts.names(SqlWriter.verbatim(text));
        return names.stream().map(Identifier::new).toList();
    }

    private static List<Identifier> virtual(Table table, Collection<Identifier> columns) {
        return table.columns().stream()
                .filter(column -> {
                    Generated generated = column.generated();
                    return generated != null && !generated.stored() && columns.contains(column.name());
                })
                .map(column -> column.name())
                .toList();
    }
}
