// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.SqlWriter;
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
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table that keeps what was done to a database. Lines are only ever added. Times are UTC, but for those that a script
 * takes from the server.
 */
public final class LedgerTable {

    static final int LONGEST_MESSAGE = 2000;
    private static final int MOST_AT_ONCE = 200;
    static final Identifier ID = new Identifier("id");

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

    /** Adds lines. Their numbers are the next ones: only the holder of the lock writes. */
    void add(Connection connection, List<LedgerEntry> entries) throws SQLException {
        List<Identifier> columns =
                definition().columns().stream().map(Column::name).toList();
        for (int from = 0; from < entries.size(); from += MOST_AT_ONCE) {
            SqlWriter insert = dialect.writer()
                    .sql("INSERT INTO")
                    .name(name)
                    .names(columns)
                    .sql("VALUES");
            String separator = "(";
            for (LedgerEntry entry : entries.subList(from, Math.min(from + MOST_AT_ONCE, entries.size()))) {
                last = last < 0 ? lastId(connection) + 1 : last + 1;
                insert.append(separator).append(Long.toString(last));
                values(entry).forEach(value -> insert.append(",").literal(value));
                insert.append(")");
                separator = ",\n(";
            }
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(insert.toString());
            }
        }
    }

    /** The values of all columns but the first. */
    private static List<Literal> values(LedgerEntry entry) {
        return List.of(
                cut(entry.runId(), 64),
                cut(entry.revision(), 128),
                cut(entry.direction(), 16),
                time(entry.startedAt()),
                time(entry.finishedAt()),
                new Literal.Number(BigDecimal.valueOf(entry.durationMillis())),
                cut(entry.user(), 128),
                cut(entry.host(), 255),
                cut(entry.toolVersion(), 64),
                cut(entry.server(), 128),
                cut(entry.checksum(), 64),
                new Literal.Number(BigDecimal.valueOf(entry.statements())),
                cut(entry.outcome(), 16),
                cut(entry.message(), LONGEST_MESSAGE));
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

    static Literal cut(String text, int longest) {
        return new Literal.Text(text.length() <= longest ? text : text.substring(0, longest - 1) + "\u2026");
    }

    private static Literal time(@Nullable Instant instant) {
        return instant == null
                ? Literal.NULL
                : new Literal.Timestamp(
                        LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC));
    }

    /** Hears of lines. */
    @FunctionalInterface
    interface OutcomeReader {
        void line(String revision, String direction, String outcome);
    }

    /** What was done to which revision, oldest first. */
    void readOutcomes(Connection connection, OutcomeReader reader) throws SQLException {
        SqlWriter select = dialect.writer().sql("SELECT");
        String separator = "";
        for (String column : List.of("revision", "direction", "outcome")) {
            select.append(separator).name(new Identifier(column));
            separator = ",";
        }
        String sql = select.sql("FROM").name(name).sql("ORDER BY").name(ID).toString();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                reader.line(row.getString(1), row.getString(2), row.getString(3));
            }
        }
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
