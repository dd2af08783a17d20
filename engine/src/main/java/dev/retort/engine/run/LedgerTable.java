// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.SqlWriter;
import dev.retort.engine.Direction;
import dev.retort.engine.LedgerEntry;
import dev.retort.project.ProjectSettings;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.Identifier;
import dev.retort.schema.Literal;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TextAttributes;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table that keeps what was done to a database. Lines are only ever added. Times are UTC, but for those that a script
 * takes from the server.
 */
public final class LedgerTable {

    private static final int LONGEST_MESSAGE = 2000;
    private static final Literal SCRIPT = new Literal.Text("script");
    private static final Identifier ID = new Identifier("id");

    private final QualifiedName name;
    private final Dialect dialect;

    /** Asked for once: nobody else adds lines while the lock is held. A line that is rolled back leaves a gap. */
    private long last = -1;

    /**
     * @param project says what the table is called
     * @param dialect whose SQL is written
     */
    public LedgerTable(ProjectSettings project, Dialect dialect) {
        this.name = QualifiedName.of(project.versionSchema(), project.ledgerTable());
        this.dialect = dialect;
    }

    QualifiedName name() {
        return name;
    }

    /** {@return the table} */
    public Table definition() {
        List<Column> columns = new ArrayList<>();
        columns.add(column(ID.value(), new DataType.Integer()));
        columns.add(column("run_id", text(64)));
        columns.add(column("revision", text(128)));
        columns.add(column("direction", text(16)));
        columns.add(column("started_at", new DataType.Timestamp(3, false)));
        columns.add(column("finished_at", new DataType.Timestamp(3, false)).withNullable(true));
        columns.add(column("duration_ms", new DataType.BigInt()));
        columns.add(column("user_name", text(128)));
        columns.add(column("host", text(255)));
        columns.add(column("tool_version", text(64)));
        columns.add(column("server", text(128)));
        columns.add(column("checksum", text(64)));
        columns.add(column("statements", new DataType.Integer()));
        columns.add(column("outcome", text(16)));
        columns.add(column("message", text(LONGEST_MESSAGE)));
        return Table.of(name, columns).toBuilder()
                .primaryKey(PrimaryKey.of(ID.value()).withName(new Identifier(name.name() + "_pkc")))
                .build();
    }

    private static Column column(String column, DataType type) {
        return Column.of(column, type).withNullable(false);
    }

    private static DataType text(int length) {
        return new DataType.Varchar(length, TextAttributes.DEFAULT);
    }

    boolean exists(Connection connection) throws SQLException {
        return TableLookup.exists(connection, name);
    }

    /** Adds a line. Its number is the next one: only the holder of the lock writes. */
    void add(Connection connection, LedgerEntry entry) throws SQLException {
        Map<String, Literal> values = new LinkedHashMap<>();
        values.put("run_id", cut(entry.runId(), 64));
        values.put("revision", cut(entry.revision(), 128));
        values.put("direction", cut(entry.direction(), 16));
        values.put("started_at", time(entry.startedAt()));
        values.put("finished_at", time(entry.finishedAt()));
        values.put("duration_ms", new Literal.Number(BigDecimal.valueOf(entry.durationMillis())));
        values.put("user_name", cut(entry.user(), 128));
        values.put("host", cut(entry.host(), 255));
        values.put("tool_version", cut(entry.toolVersion(), 64));
        values.put("server", cut(entry.server(), 128));
        values.put("checksum", cut(entry.checksum(), 64));
        values.put("statements", new Literal.Number(BigDecimal.valueOf(entry.statements())));
        values.put("outcome", cut(entry.outcome(), 16));
        values.put("message", cut(entry.message(), LONGEST_MESSAGE));

        List<Identifier> columns = new ArrayList<>(List.of(ID));
        values.keySet().forEach(column -> columns.add(new Identifier(column)));
        SqlWriter insert =
                dialect.writer().sql("INSERT INTO").name(name).names(columns).sql("VALUES (");
        last = last < 0 ? lastId(connection) + 1 : last + 1;
        insert.sql(Long.toString(last));
        values.values().forEach(value -> insert.append(",").literal(value));
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(insert.append(")").toString());
        }
    }

    /**
     * The statement by which a script adds a line for a revision. The same script is the same text whenever it is written:
     * the time is the server's when the script runs, and nobody's name is in it.
     *
     * @param revision    the revision
     * @param direction   what was done
     * @param checksum    of the migration; empty for a stamp
     * @param statements  how many statements the revision has
     * @param message     what the revision is for
     * @param toolVersion which version wrote the script
     * @return SQL
     */
    public String scriptLine(
            String revision, Direction direction, String checksum, int statements, String message, String toolVersion) {
        List<Identifier> columns =
                definition().columns().stream().map(Column::name).toList();
        SqlWriter insert = dialect.writer().sql("INSERT INTO").name(name).names(columns);
        insert.newLine().sql("SELECT COALESCE(MAX(").name(ID).append("), 0) + 1");
        for (Literal value : List.of(SCRIPT, cut(revision, 128), cut(direction.word(), 16))) {
            insert.append(",").literal(value);
        }
        insert.append(", CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 0");
        for (Literal value : List.of(SCRIPT, SCRIPT, cut(toolVersion, 64), cut(dialect.id(), 128), cut(checksum, 64))) {
            insert.append(",").literal(value);
        }
        insert.append(", " + statements);
        insert.append(",").literal(new Literal.Text(Ledger.APPLIED)).append(",").literal(cut(message, LONGEST_MESSAGE));
        return insert.newLine().sql("FROM").name(name).toString();
    }

    private long lastId(Connection connection) throws SQLException {
        String sql = dialect.writer()
                .sql("SELECT MAX(")
                .name(ID)
                .append(")")
                .sql("FROM")
                .name(name)
                .toString();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    private static Literal cut(String text, int longest) {
        return new Literal.Text(text.length() <= longest ? text : text.substring(0, longest - 1) + "\u2026");
    }

    private static Literal time(@Nullable Instant instant) {
        return instant == null
                ? Literal.NULL
                : new Literal.Timestamp(
                        LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC));
    }

    /** All lines, oldest first. */
    List<LedgerEntry> read(Connection connection) throws SQLException {
        SqlWriter select = dialect.writer().sql("SELECT");
        select.sql(definition().columns().stream()
                .map(column -> dialect.writer().name(column.name()).toString())
                .collect(Collectors.joining(", ")));
        String sql = select.sql("FROM").name(name).sql("ORDER BY").name(ID).toString();
        List<LedgerEntry> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                entries.add(new LedgerEntry(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        instant(row.getString(5)),
                        row.getString(6) == null ? null : instant(row.getString(6)),
                        row.getLong(7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11),
                        row.getString(12),
                        row.getInt(13),
                        row.getString(14),
                        row.getString(15)));
            }
        }
        return entries;
    }

    /** Read as text: drivers disagree about the zone of a time without one. */
    private static Instant instant(String text) {
        return LocalDateTime.parse(text.strip().replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }
}
