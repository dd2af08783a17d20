// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.Literal;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code INFORMATION_SCHEMA} of ISO SQL with one query for each of its views, whatever the number of objects: tables
 * with columns, defaults, identities, computations, keys, foreign keys and checks; views; sequences. The standard knows no
 * indexes; a dialect gives them with {@link #indexes}. What it tells otherwise than the standard does it overrides.
 */
public abstract class StandardInspector implements Inspector {

    /** The dialect whose database is read. */
    protected final Dialect dialect;

    /**
     * An inspector for a dialect.
     *
     * @param dialect whose types and capabilities count
     */
    protected StandardInspector(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public Inspection inspect(Connection connection, InspectionScope scope) throws SQLException {
        Catalog catalog = Catalog.of(connection, scope);
        CatalogReading reading = new CatalogReading(this, catalog, scope);
        return new Inspection(canonical(reading.schema()), Definitions.NONE, reading.findings());
    }

    /**
     * The canonical form of what was read, as far as reading alone does not give it.
     *
     * @param read what was read
     * @return its canonical form
     */
    protected abstract Schema canonical(Schema read);

    /**
     * The indexes that somebody made, those of constraints not among them.
     *
     * @param catalog the information schema
     * @return indexes by table
     * @throws SQLException if the database refuses
     */
    protected abstract Map<QualifiedName, List<Index>> indexes(Catalog catalog) throws SQLException;

    /**
     * The rows of {@code COLUMNS}; for a database that tells more of them than stands there.
     *
     * @param catalog the information schema
     * @return the rows, ordered by table and position
     * @throws SQLException if the database refuses
     */
    protected List<CatalogRow> columns(Catalog catalog) throws SQLException {
        return catalog.rows("COLUMNS", "TABLE_SCHEMA", "TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION");
    }

    /**
     * The rows of {@code KEY_COLUMN_USAGE}; for a database that tells them wrong.
     *
     * @param catalog the information schema
     * @return the rows, ordered by constraint and position
     * @throws SQLException if the database refuses
     */
    protected List<CatalogRow> keyColumns(Catalog catalog) throws SQLException {
        return catalog.rows(
                "KEY_COLUMN_USAGE", "CONSTRAINT_SCHEMA", "CONSTRAINT_SCHEMA, CONSTRAINT_NAME, ORDINAL_POSITION");
    }

    /**
     * The words of a type, as {@link Types#parse} takes them. The standard tells elements of arrays in a view of their own, and
     * nothing of enums: a database that has them has its own way to tell them.
     *
     * @param row a row of {@code COLUMNS}, or another that tells a type in the same columns
     * @return for example {@code CHARACTER VARYING(40)} or {@code TIME(3) WITH TIME ZONE}
     */
    protected String typeText(CatalogRow row) {
        String words = row.name("DATA_TYPE");
        if (words.equals("INTERVAL")) {
            return words + " " + row.text("INTERVAL_TYPE");
        }
        String size = size(row, words);
        int zone = words.indexOf(" WITH");
        return size.isEmpty() || zone < 0
                ? words + size
                : words.substring(0, zone) + size + words.substring(zone);
    }

    /**
     * The size in the words of a type.
     *
     * @param row   the row that tells the type
     * @param words its words
     * @return for example {@code (12, 3)}, or empty for none
     */
    protected String size(CatalogRow row, String words) {
        Long length = row.number("CHARACTER_MAXIMUM_LENGTH");
        Long precision = row.number("NUMERIC_PRECISION");
        Long fraction = row.number("DATETIME_PRECISION");
        if (words.equals("NUMERIC") || words.equals("DECIMAL")) {
            return precision == null ? "" : "(" + precision + ", " + row.text("NUMERIC_SCALE") + ")";
        }
        if (length != null && (words.startsWith("CHARACTER") || words.startsWith("BINARY")) && !words.contains("LARGE")) {
            return "(" + length + ")";
        }
        return fraction != null && words.startsWith("TIME") ? "(" + fraction + ")" : "";
    }

    /**
     * The default behind its SQL: a constant if it is nothing but a literal.
     *
     * @param sql  the SQL
     * @param type the type of the column
     * @return the default, or null for none
     */
    protected @Nullable DefaultValue defaultValue(String sql, DataType type) {
        Optional<Literal> literal = LiteralText.parse(sql);
        return literal.isPresent()
                ? new DefaultValue.Constant(literal.get())
                : new DefaultValue.Expression(sql(sql));
    }

    /**
     * SQL that the database tells, as it is to stand in the model; here with plain strings and names.
     *
     * @param text the SQL
     * @return the text for the model
     */
    protected SqlText sql(String text) {
        return SqlText.verbatim(UnicodeEscapes.decode(text));
    }

    /**
     * The name of a constraint; null for one that the database chose. Here each name is kept.
     *
     * @param name a name
     * @return the name for the model
     */
    protected @Nullable Identifier constraintName(String name) {
        return new Identifier(name);
    }
}
