// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.operation.Batch.Recreate;
import dev.retort.schema.Column;
import dev.retort.schema.Identifier;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All that happens to one table, seen as a whole: from what, to what, and which column becomes which.
 *
 * @param base      the table before, in canonical form, with the renames of columns done already
 * @param text      its CREATE TABLE text, with the renames done
 * @param target    the table after, in canonical form
 * @param trail     follows the columns
 * @param before    the schema before
 * @param after     the schema after
 * @param recreate  whether the table is to be made anew
 * @param values    words of enum types that get another name: by column, from old to new
 * @param validated whether rows must satisfy the foreign keys afterwards
 */
record TableChange(
        Table base,
        String text,
        Table target,
        ColumnTrail trail,
        Schema before,
        Schema after,
        Recreate recreate,
        Map<Identifier, Map<String, String>> values,
        boolean validated) {

    /** A column at its place in the table before, if it was there. */
    boolean isKept(Column column) {
        return trail.isKept(column.name()) && base.column(column.name()).isPresent();
    }

    List<Column> added() {
        return target.columns().stream().filter(column -> !isKept(column)).toList();
    }

    List<Column> removed() {
        return base.columns().stream()
                .filter(column ->
                        target.column(column.name()).filter(this::isKept).isEmpty())
                .toList();
    }

    List<TableConstraint> addedConstraints() {
        return minus(target, base);
    }

    List<TableConstraint> removedConstraints() {
        return minus(base, target);
    }

    private static List<TableConstraint> minus(Table one, Table other) {
        List<TableConstraint> result = new ArrayList<>(one.constraints().toList());
        other.constraints().forEach(result::remove);
        return result;
    }
}
