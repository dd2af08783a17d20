// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.SqlWriter;
import dev.retort.engine.Direction;
import dev.retort.project.ProjectSettings;
import dev.retort.schema.Column;
import dev.retort.schema.Identifier;
import dev.retort.schema.Literal;
import java.util.List;

/** How a script writes to the ledger. */
public final class LedgerScript {

    private static final Literal SCRIPT = new Literal.Text("script");

    private final LedgerTable table;
    private final Dialect dialect;

    /**
     * @param project says what the ledger is called
     * @param dialect whose SQL is written
     */
    public LedgerScript(ProjectSettings project, Dialect dialect) {
        this.table = new LedgerTable(project, dialect);
        this.dialect = dialect;
    }

    /**
     * The statement by which a script adds a line for a revision. The same script is the same text whenever it is written:
     * the time is the server's when the script runs, and nobody's name is in it.
     *
     * @param revision    the revision
     * @param direction   upgrade or downgrade
     * @param checksum    of the migration
     * @param statements  how many statements the revision has
     * @param message     what the revision is for
     * @param toolVersion which version wrote the script
     * @return SQL
     */
    public String scriptLine(
            String revision, Direction direction, String checksum, int statements, String message, String toolVersion) {
        List<Literal> values = scriptValues(revision, direction, checksum, toolVersion);
        return scriptInsert("COALESCE(MAX(" + writtenId() + "), 0) + 1", values, statements, Ledger.APPLIED, message)
                .newLine()
                .sql("FROM")
                .name(table.name())
                .toString();
    }

    /**
     * The statement by which a script says that a revision counts as applied, and everything below it.
     *
     * @param revision    the revision
     * @param onlyFirst   whether to say so only where the ledger has nothing but such lines: where the script starts
     * @param message     why
     * @param toolVersion which version wrote the script
     * @return SQL
     */
    public String scriptBaseline(String revision, boolean onlyFirst, String message, String toolVersion) {
        List<Literal> values = scriptValues(revision, Direction.STAMP, "", toolVersion);
        SqlWriter insert = scriptInsert("next_id", values, 0, Ledger.BASELINE, message);
        String outcome = dialect.writer().name(new Identifier("outcome")).toString();
        insert.newLine()
                .sql("FROM (SELECT COALESCE(MAX(" + writtenId() + "), 0) + 1 AS next_id, COUNT(CASE WHEN " + outcome
                        + " <> ")
                .literal(new Literal.Text(Ledger.BASELINE))
                .append(" THEN 1 END) AS others FROM")
                .name(table.name())
                .append(") counted");
        return (onlyFirst ? insert.sql("WHERE others = 0") : insert).toString();
    }

    private String writtenId() {
        return dialect.writer().name(LedgerTable.ID).toString();
    }

    private List<Literal> scriptValues(String revision, Direction direction, String checksum, String toolVersion) {
        return List.of(
                SCRIPT,
                LedgerTable.cut(revision, 128),
                LedgerTable.cut(direction.word(), 16),
                SCRIPT,
                SCRIPT,
                LedgerTable.cut(toolVersion, 64),
                LedgerTable.cut(dialect.id(), 128),
                LedgerTable.cut(checksum, 64));
    }

    private SqlWriter scriptInsert(String id, List<Literal> values, int statements, String outcome, String message) {
        List<Identifier> columns =
                table.definition().columns().stream().map(Column::name).toList();
        SqlWriter insert =
                dialect.writer().sql("INSERT INTO").name(table.name()).names(columns);
        insert.newLine().sql("SELECT").sql(id);
        values.subList(0, 3).forEach(value -> insert.append(",").literal(value));
        insert.append(", CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 0");
        values.subList(3, values.size()).forEach(value -> insert.append(",").literal(value));
        insert.append(", " + statements);
        return insert.append(",")
                .literal(new Literal.Text(outcome))
                .append(",")
                .literal(LedgerTable.cut(message, LedgerTable.LONGEST_MESSAGE));
    }
}
