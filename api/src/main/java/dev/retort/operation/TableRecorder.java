// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Identifier;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Records operations on tables, columns and indexes. */
abstract class TableRecorder extends Recorder {

    TableRecorder(UnaryOperator<String> fileNames) {
        super(fileNames);
    }

    /**
     * Creates a table.
     *
     * @param table its name
     * @param parts columns, in order, constraints and indexes
     * @return the step
     */
    public TableStep createTable(String table, TablePart... parts) {
        return record(new TableStep(table, List.of(parts)));
    }

    /**
     * Drops a table with everything that belongs to it.
     *
     * @param table its name
     * @return the step
     */
    public DropStep.WithOptions dropTable(String table) {
        return record(new DropStep.WithOptions(table, DropTable::new));
    }

    /**
     * Renames a table; everything that refers to it follows.
     *
     * @param table its name
     * @param to    its new name, in the same namespace
     * @return the step
     */
    public PlainStep renameTable(String table, String to) {
        return record(new PlainStep(table, name -> new RenameTable(name, new Identifier(to))));
    }

    /**
     * Sets the comment of a table.
     *
     * @param table its name
     * @param words words about it, or null for none
     * @return the step
     */
    public PlainStep setTableComment(String table, @Nullable String words) {
        return record(new PlainStep(table, name -> new SetTableComment(name, words)));
    }

    /**
     * Adds a column.
     *
     * @param table  the table
     * @param column the column
     * @return the step
     */
    public AddColumnStep addColumn(String table, ColumnSpec column) {
        return record(new AddColumnStep(table, column));
    }

    /**
     * Drops a column with the indexes and constraints of this column alone.
     *
     * @param table  the table
     * @param column the column
     * @return the step
     */
    public DropStep.WithOptions dropColumn(String table, String column) {
        return record(new DropStep.WithOptions(
                table,
                (name, ifExists, cascade, options) ->
                        new DropColumn(name, new Identifier(column), ifExists, cascade, options)));
    }

    /**
     * Renames a column; everything that refers to it follows.
     *
     * @param table  the table
     * @param column the column
     * @param to     its new name
     * @return the step
     */
    public PlainStep renameColumn(String table, String column, String to) {
        return record(new PlainStep(table, name -> new RenameColumn(name, new Identifier(column), new Identifier(to))));
    }

    /**
     * Changes a column; the step is to be told what changes.
     *
     * @param table  the table
     * @param column the column
     * @return the step
     */
    public AlterColumnStep alterColumn(String table, String column) {
        return record(new AlterColumnStep(table, column));
    }

    /**
     * Creates an index on columns.
     *
     * @param index   its name, or null for the one that the naming convention gives
     * @param table   the table
     * @param columns at least one, in order
     * @return the step
     */
    public IndexStep createIndex(@Nullable String index, String table, String... columns) {
        return record(new IndexStep(index, table, Dsl.parts(columns)));
    }

    /**
     * Creates an index on columns and expressions.
     *
     * @param index its name, or null for the one that the naming convention gives
     * @param table the table
     * @param parts at least one, in order
     * @return the step
     */
    public IndexStep createIndex(@Nullable String index, String table, IndexPartSpec... parts) {
        return record(new IndexStep(index, table, Dsl.parts(parts)));
    }

    /**
     * Drops an index.
     *
     * @param index its name
     * @return the step
     */
    public DropStep.OfIndex dropIndex(String index) {
        return record(new DropStep.OfIndex(index));
    }

    /**
     * Renames an index.
     *
     * @param index its name
     * @param to    its new name
     * @return the step
     */
    public IndexStep.Rename renameIndex(String index, String to) {
        return record(new IndexStep.Rename(index, to));
    }
}
