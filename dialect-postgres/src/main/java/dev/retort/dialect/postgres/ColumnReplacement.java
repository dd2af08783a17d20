// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.Rendering;
import dev.retort.dialect.ServerVersion;
import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.postgres.text.Texts;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.Setting;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.UniqueConstraint;
import java.util.List;

/**
 * Whether a computed column has to be made anew: nothing is lost by it, since all its values are computed.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE</a>
 */
record ColumnReplacement(ServerVersion version, Rendering rendering) {

    boolean isNeeded(AlterColumn operation, Column before) {
        Generated was = before.generated();
        if (was == null) {
            return false;
        }
        boolean retyped = operation.type() != null && !operation.generated().isChange();
        if (operation.generated() instanceof Setting.To<Generated> to) {
            return was.stored() != to.value().stored()
                    || !version.isAtLeast(17, 0)
                    || !was.stored()
                    || operation.type() != null;
        }
        return retyped && operation.using() == null && !was.stored();
    }

    private Table after(QualifiedName table) {
        return rendering.after().table(table).orElseGet(() -> Table.of(table, List.of()));
    }

    /** The constraints that go with the column and come back. */
    List<TableConstraint> constraints(QualifiedName table, Identifier column) {
        return after(table)
                .constraints()
                .filter(constraint -> uses(constraint, column))
                .toList();
    }

    /** The indexes that go with the column and come back. */
    List<Index> indexes(QualifiedName table, Identifier column) {
        return after(table).indexes().stream()
                .filter(index -> uses(index, column))
                .toList();
    }

    private static boolean uses(TableConstraint constraint, Identifier column) {
        if (constraint instanceof CheckConstraint check) {
            return names(check.expression(), column);
        }
        if (constraint instanceof ForeignKey key) {
            return key.columns().contains(column);
        }
        return (constraint instanceof UniqueConstraint unique
                        && unique.columns().contains(column))
                || (constraint instanceof PrimaryKey primary
                        && primary.columns().contains(column));
    }

    private static boolean uses(Index index, Identifier column) {
        SqlText where = index.where();
        return (where != null && names(where, column))
                || PostgresOptions.list(index.options(), PostgresOptions.INCLUDE)
                        .contains(column.value())
                || index.parts().stream()
                        .anyMatch(part -> part.key() instanceof IndexKey.OfColumn key
                                ? key.name().equals(column)
                                : names(((IndexKey.OfExpression) part.key()).sql(), column));
    }

    private static boolean names(SqlText text, Identifier column) {
        return Texts.names(SqlWriter.verbatim(text)).contains(column.value());
    }
}
