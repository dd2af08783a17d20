// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A CREATE TABLE statement.
 *
 * @param text the statement as written
 * @param temporary whether TEMP is written
 * @param ifNotExists whether IF NOT EXISTS is written
 * @param schema the schema before the name, null when not written
 * @param name the table's name
 * @param body everything from the opening to the closing parenthesis, both included
 * @param columns the columns in order, at least one
 * @param constraints the table constraints in order
 * @param options the table options in order
 */
public record CreateTableText(
        String text,
        boolean temporary,
        boolean ifNotExists,
        @Nullable NameText schema,
        NameText name,
        Fragment body,
        List<ColumnText> columns,
        List<TableConstraintText> constraints,
        List<TableOptionText> options)
        implements SchemaText {

    /** Copies the lists. */
    public CreateTableText {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        options = List.copyOf(options);
    }

    /**
     * Reads the statement.
     *
     * @throws SqliteTextException when the text is no CREATE TABLE with a list of columns
     */
    public static CreateTableText parse(String sql) {
        if (SchemaText.parse(sql) instanceof CreateTableText table) {
            return table;
        }
        throw new SqliteTextException(sql, 0, "another kind of CREATE statement", "CREATE TABLE");
    }

    /** The column of that name. */
    public Optional<ColumnText> column(String columnName) {
        for (ColumnText column : columns) {
            if (column.name().is(columnName)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** Whether the table has no rowid. */
    public boolean withoutRowid() {
        return has(TableOptionText.Kind.WITHOUT_ROWID);
    }

    /** Whether the table enforces its declared types. */
    public boolean strict() {
        return has(TableOptionText.Kind.STRICT);
    }

    private boolean has(TableOptionText.Kind kind) {
        for (TableOptionText option : options) {
            if (option.kind() == kind) {
                return true;
            }
        }
        return false;
    }
}
