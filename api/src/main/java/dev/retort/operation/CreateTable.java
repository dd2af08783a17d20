// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Creates a table with its constraints and indexes.
 *
 * @param table       the table
 * @param ifNotExists whether it is no mistake if it exists already
 * @param prefixes    words between {@code CREATE} and {@code TABLE}, such as {@code TEMPORARY} or {@code UNLOGGED}; usually none
 */
public record CreateTable(Table table, boolean ifNotExists, List<String> prefixes) implements Operation {

    public CreateTable {
        prefixes = List.copyOf(prefixes);
    }

    /**
     * A plain table.
     *
     * @param table the table
     * @return the operation
     */
    public static CreateTable of(Table table) {
        return new CreateTable(table, false, List.of());
    }

    @Override
    public String keyword() {
        return "create_table";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitCreateTable(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.ofNewTable(table);
    }

    @Override
    public CreateTable mapSql(UnaryOperator<SqlText> change) {
        return new CreateTable(SqlMapping.table(table, change), ifNotExists, prefixes);
    }
}
