// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.SqlWriter;
import dev.retort.engine.plan.RowChange;
import dev.retort.engine.plan.VersionRows;
import dev.retort.migration.RevisionId;
import dev.retort.project.ProjectSettings;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.Identifier;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TextAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The table that says where a database stands: one row for each effective head. Same shape as Alembic's, but wider, and a
 * project that comes from Alembic can keep its own.
 */
public final class VersionTable {

    private static final Identifier COLUMN = new Identifier("version_num");

    private final QualifiedName name;
    private final Dialect dialect;

    /**
     * @param project its name and namespace
     * @param dialect how to write to it
     */
    public VersionTable(ProjectSettings project, Dialect dialect) {
        this.name = QualifiedName.of(project.versionSchema(), project.versionTable());
        this.dialect = dialect;
    }

    /** {@return its name} */
    public QualifiedName name() {
        return name;
    }

    /** {@return its definition} */
    public Table definition() {
        return Table.of(
                        name,
                        List.of(Column.of(
                                        COLUMN.value(),
                                        new DataType.Varchar(RevisionId.MAX_LENGTH, TextAttributes.DEFAULT))
                                .withNullable(false)))
                .toBuilder()
                .primaryKey(PrimaryKey.of(COLUMN.value()).withName(new Identifier(name.name() + "_pkc")))
                .build();
    }

    /**
     * Whether the table exists.
     *
     * @param connection a connection
     * @return whether it does
     * @throws SQLException if the database refuses
     */
    public boolean exists(Connection connection) throws SQLException {
        return TableLookup.exists(connection, name);
    }

    /**
     * Reads the rows, in the order in which the database gives them.
     *
     * @param connection a connection
     * @return the rows; none if there is no table
     * @throws SQLException    if the database refuses
     * @throws RetortException if a row cannot be a revision id
     */
    public VersionRows read(Connection connection) throws SQLException {
        if (!exists(connection)) {
            return VersionRows.NONE;
        }
        List<RevisionId> rows = new ArrayList<>();
        for (String text : texts(connection)) {
            rows.add(id(text));
        }
        return VersionRows.of(rows);
    }

    /**
     * Reads the rows, with the database's refusal in words.
     *
     * @param session the database
     * @return as {@link #read}
     */
    public VersionRows rows(Session session) {
        try {
            return read(session.connection());
        } catch (SQLException refused) {
            throw session.refused(refused, "reading the version table " + name);
        }
    }

    /**
     * Creates the table unless it is there.
     *
     * @param session the database
     * @return whether it was created
     */
    public boolean ensure(Session session) {
        try {
            return new Bookkeeping(dialect).createIfMissing(session, List.of(definition()));
        } catch (SQLException refused) {
            throw session.refused(refused, "creating the version table " + name);
        }
    }

    /** As {@link #read}, without the rows that are no revision ids: for a purge, which removes them. */
    VersionRows readWhatCanBeRead(Connection connection) throws SQLException {
        if (!exists(connection)) {
            return VersionRows.NONE;
        }
        return VersionRows.of(texts(connection).stream()
                .filter(text -> RevisionId.problemWith(text) == null)
                .map(RevisionId::new)
                .toList());
    }

    private List<String> texts(Connection connection) throws SQLException {
        String sql = dialect.writer()
                .sql("SELECT")
                .name(COLUMN)
                .sql("FROM")
                .name(name)
                .toString();
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                String text = result.getString(1);
                texts.add(text == null ? "" : text);
            }
        }
        return texts;
    }

    /** Deletes all rows, whatever they are. */
    void purge(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    dialect.writer().sql("DELETE FROM").name(name).toString());
        }
    }

    private RevisionId id(String text) {
        String problem = RevisionId.problemWith(text);
        if (problem != null) {
            throw new RetortException(Finding.error(
                            ErrorCode.VERSION_TABLE,
                            "The table " + name + " has a row that is no revision id: it must " + problem
                                    + ", but was '" + text + "'.")
                    .about(name.toString())
                    .withHint(
                            "Is this Retort's table? 'version_table' in the project file names another. Else correct the"
                                    + " row, or replace all rows with 'retort stamp --purge <revision>'."));
        }
        return new RevisionId(text);
    }

    /**
     * The statement for a change.
     *
     * @param change a change of the rows
     * @return SQL
     */
    public String sql(RowChange change) {
        SqlWriter writer = dialect.writer();
        if (change instanceof RowChange.Insert insert) {
            return writer.sql("INSERT INTO")
                    .name(name)
                    .names(List.of(COLUMN))
                    .sql("VALUES (")
                    .string(insert.revision().value())
                    .append(")")
                    .toString();
        }
        if (change instanceof RowChange.Update update) {
            return where(
                    writer.sql("UPDATE")
                            .name(name)
                            .sql("SET")
                            .name(COLUMN)
                            .sql("=")
                            .string(update.to().value()),
                    update.from());
        }
        return where(writer.sql("DELETE FROM").name(name), ((RowChange.Delete) change).revision());
    }

    private static String where(SqlWriter writer, RevisionId row) {
        return writer.sql("WHERE").name(COLUMN).sql("=").string(row.value()).toString();
    }

    /** Makes the changes; each must meet exactly one row. */
    void apply(Connection connection, List<RowChange> changes) throws SQLException {
        for (RowChange change : changes) {
            try (Statement statement = connection.createStatement()) {
                int rows = statement.executeUpdate(sql(change));
                if (rows != 1) {
                    throw mismatch(change, rows);
                }
            }
        }
    }

    private RetortException mismatch(RowChange change, int rows) {
        String doing = change instanceof RowChange.Update update
                ? "updating '" + update.from() + "' to '" + update.to() + "'"
                : change instanceof RowChange.Delete delete
                        ? "deleting '" + delete.revision() + "'"
                        : "inserting '" + ((RowChange.Insert) change).revision() + "'";
        return new RetortException(Finding.error(
                        ErrorCode.ROW_MISMATCH,
                        "Expected to match one row when " + doing + " in '" + name + "'; " + rows + " found.")
                .about(name.toString())
                .withHint(
                        "Somebody else changed the table while this ran, or it has rows twice because its primary key is"
                                + " missing. 'retort current' shows the rows."));
    }
}
