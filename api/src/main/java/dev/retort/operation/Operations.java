// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.migration.Downgrade;
import dev.retort.migration.MigrationContext;
import dev.retort.schema.SqlText;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Records the operations of a migration written in Java. Nothing runs while operations are recorded. Names of columns,
 * constraints and types come from {@link Dsl}, which is meant for {@code import static}:
 *
 * <pre>{@code
 * op.createTable("user_roles", column("id", integer()).notNull(), column("name", varchar(100)), primaryKey("id"));
 * op.alterColumn("users", "email").type(varchar(320)).notNull();
 * op.createIndex("ix_users_email", "users", "email").unique().option("postgres", "concurrently", true);
 * }</pre>
 *
 * <p>Every method gives back a step that can be told more. A mistake in a step does not stop the recording; all of them
 * are told at the end by {@link #findings()}. A name holds any characters: a namespace is said with {@code inSchema}.
 */
public final class Operations extends ObjectRecorder {

    private final MigrationContext context;
    private @Nullable Downgrade stated;

    /** An empty record without arguments; lines are told with the plain name of the source file. */
    public Operations() {
        this(UnaryOperator.identity(), MigrationContext.EMPTY);
    }

    /**
     * An empty record.
     *
     * @param fileNames turns the plain name of a source file, such as {@code AddUserRoles.java}, into the one that people
     *                  know it by
     * @param context   what the migration may know
     */
    public Operations(UnaryOperator<String> fileNames, MigrationContext context) {
        super(fileNames);
        this.context = context;
    }

    /**
     * A value that was given to the migrations of this run, with {@code -x name=value} on the command line. Nothing runs
     * while operations are recorded, so a migration can decide by it what to record.
     *
     * @param name the name before the equals sign
     * @return the value, possibly empty text; empty if none was given
     */
    public Optional<String> argument(String name) {
        return Optional.ofNullable(context.arguments().get(name));
    }

    /**
     * Executes SQL. What it does is unknown to Retort unless the step is told its effects.
     *
     * @param sql one or more statements, passed as they are
     * @return the step
     */
    public ExecuteStep execute(String sql) {
        return execute(SqlText.verbatim(sql));
    }

    /**
     * Executes SQL.
     *
     * @param sql such as {@code portable("...")} or {@code variants(...)}
     * @return the step
     */
    public ExecuteStep execute(SqlText sql) {
        return record(new ExecuteStep(sql, this::inner));
    }

    /**
     * Inserts rows.
     *
     * @param table the table
     * @param rows  such as {@code row("name", "admin")}
     * @return the step
     */
    public RowsStep.Insert insertRows(String table, Row... rows) {
        return insertRows(table, List.of(rows));
    }

    /**
     * Inserts rows.
     *
     * @param table the table
     * @param rows  in order
     * @return the step
     */
    public RowsStep.Insert insertRows(String table, List<Row> rows) {
        return record(new RowsStep.Insert(table, rows));
    }

    /**
     * Updates rows; all of them, until the step is told which.
     *
     * @param table the table
     * @param set   the columns to set
     * @return the step
     */
    public RowsStep updateRows(String table, Row set) {
        return record(new RowsStep(table, (name, where) -> new UpdateRows(name, set, where)));
    }

    /**
     * Deletes rows; all of them, until the step is told which.
     *
     * @param table the table
     * @param rows  values by which rows are found; none to find them by a condition alone
     * @return the step
     */
    public RowsStep deleteRows(String table, Row... rows) {
        return deleteRows(table, List.of(rows));
    }

    /**
     * Deletes rows; all of them, until the step is told which.
     *
     * @param table the table
     * @param rows  values by which rows are found; none to find them by a condition alone
     * @return the step
     */
    public RowsStep deleteRows(String table, List<Row> rows) {
        return record(new RowsStep(table, (name, where) -> new DeleteRows(name, rows, where)));
    }

    /**
     * Runs Java code at its place in the order.
     *
     * @param description what it does, in words
     * @param action      the code; it must neither commit, roll back nor close the connection
     * @return the step
     */
    public RunStep run(String description, JdbcAction action) {
        return record(new RunStep(description, action, this::inner));
    }

    /**
     * Groups operations on one table, so that a dialect applies them together.
     *
     * @param table      the table
     * @param operations records operations that touch this table alone
     * @return the step
     */
    public BatchStep batch(String table, Consumer<Operations> operations) {
        Operations inner = inner();
        BatchStep step = record(new BatchStep(table, inner));
        operations.accept(inner);
        return step;
    }

    /**
     * Records an operation from outside Retort.
     *
     * @param operation the operation
     * @return the step
     */
    public ReadyStep custom(CustomOperation operation) {
        return add(new Custom(operation));
    }

    /**
     * Records any operation.
     *
     * @param operation the operation
     * @return the step
     */
    public ReadyStep add(Operation operation) {
        return record(new ReadyStep(operation));
    }

    /** Says of a downgrade that it is the computed inverse of the upgrade. */
    public void auto() {
        state(new Downgrade.Auto(caller()));
    }

    /**
     * Says of a downgrade that there is none.
     *
     * @param reason why, in words
     */
    public void irreversible(String reason) {
        state(new Downgrade.Irreversible(reason, caller()));
    }

    private void state(Downgrade downgrade) {
        if (stated != null) {
            problem(Finding.error(ErrorCode.BAD_VALUE, "auto and irreversible must be said once only")
                    .at(caller()));
        }
        stated = downgrade;
    }

    /**
     * What was recorded, as a downgrade.
     *
     * @return what {@link #auto} or {@link #irreversible} said, else the steps
     */
    public Downgrade asDowngrade() {
        return stated == null ? new Downgrade.Steps(steps()) : stated;
    }

    /** {@return what auto or irreversible said, which only a downgrade may say; null if neither was called} */
    public @Nullable Downgrade stated() {
        return stated;
    }

    private Operations inner() {
        return new Operations(fileNames(), context);
    }
}
