// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.Numbering;
import dev.retort.dialect.Rendering;
import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.StandardDdl;
import dev.retort.dialect.Statement;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateRoutine;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTrigger;
import dev.retort.operation.CreateView;
import dev.retort.operation.DropTrigger;
import dev.retort.operation.EnumChange;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.operation.ReplaceView;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.EnumType;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Renders operations on what stands beside tables. */
abstract class ObjectDdl extends StandardDdl {

    private final PostgresDialect postgres;

    ObjectDdl(PostgresDialect dialect, Rendering rendering) {
        super(dialect, rendering);
        this.postgres = dialect;
    }

    /** Everything is said, so that nothing stays of what was before. */
    @Override
    public List<Statement> visitAlterSequence(AlterSequence operation) {
        Sequence sequence = operation.sequence();
        Long restart = operation.restartWith();
        List<Statement> statements = new ArrayList<>();
        statements.add(statement(sql -> {
            sql.sql("ALTER SEQUENCE").name(sequence.name());
            DataType type = sequence.type();
            sql.sql("AS").sql(dialect.types().render(type == null ? new DataType.BigInt() : type));
            PostgresColumns.everything(Numbering.of(sequence)).forEach(sql::sql);
            if (restart != null) {
                sql.sql("RESTART WITH " + restart);
            }
            if (sequence.ownedBy() == null) {
                sql.sql("OWNED BY NONE");
            } else {
                ownedBy(sql, sequence);
            }
        }));
        statements.addAll(unlogged(sequence));
        Sequence before = rendering.before().sequences().get(sequence.name());
        if (before == null ? sequence.comment() != null : !Objects.equals(before.comment(), sequence.comment())) {
            statements.addAll(comment(sql -> sql.sql("SEQUENCE").name(sequence.name()), sequence.comment()));
        }
        return statements;
    }

    /** The sequences of serial columns follow, since the model tells their names from those of table and column. */
    @Override
    public List<Statement> visitRenameTable(RenameTable operation) {
        List<Statement> statements = new ArrayList<>(super.visitRenameTable(operation));
        rendering.before().table(operation.table()).ifPresent(table -> {
            Table after = table.toBuilder()
                    .name(operation.table().sibling(operation.to()))
                    .build();
            table.columns().forEach(column -> statements.addAll(followed(table, column, after, column)));
        });
        return statements;
    }

    @Override
    public List<Statement> visitRenameColumn(RenameColumn operation) {
        List<Statement> statements = new ArrayList<>(super.visitRenameColumn(operation));
        rendering
                .before()
                .table(operation.table())
                .ifPresent(table -> table.column(operation.column())
                        .ifPresent(column ->
                                statements.addAll(followed(table, column, table, column.withName(operation.to())))));
        return statements;
    }

    private List<Statement> followed(Table table, Column column, Table tableAfter, Column columnAfter) {
        QualifiedName from = SerialColumns.sequence(table, column).orElse(null);
        QualifiedName to = SerialColumns.sequence(tableAfter, columnAfter).orElse(null);
        return from == null || to == null || from.equals(to)
                ? List.of()
                : List.of(statement(sql ->
                        sql.sql("ALTER SEQUENCE").name(from).sql("RENAME TO").name(to.name())));
    }

    @Override
    public List<Statement> visitCreateSequence(CreateSequence operation) {
        List<Statement> statements = new ArrayList<>(super.visitCreateSequence(operation));
        statements.addAll(unlogged(operation.sequence()));
        return statements;
    }

    /** The sequence of an unlogged table is what that of a serial column is there. */
    private List<Statement> unlogged(Sequence sequence) {
        Sequence.ColumnReference owner = sequence.ownedBy();
        boolean unlogged = owner != null
                && dialect.version().isAtLeast(15, 0)
                && rendering
                        .after()
                        .table(owner.table())
                        .filter(table -> PostgresOptions.flag(table.options(), PostgresOptions.UNLOGGED))
                        .isPresent();
        return unlogged
                ? List.of(statement(
                        sql -> sql.sql("ALTER SEQUENCE").name(sequence.name()).sql("SET UNLOGGED")))
                : List.of();
    }

    @Override
    public List<Statement> visitCreateEnum(CreateEnum operation) {
        return operation.ifNotExists()
                ? Unless.exists(super.visitCreateEnum(new CreateEnum(operation.type(), false)))
                : super.visitCreateEnum(operation);
    }

    @Override
    protected boolean dropsEnumValues() {
        return true;
    }

    /** A new value cannot be used in the transaction that adds it, so that one ends with it. */
    @Override
    public List<Statement> visitAlterEnum(AlterEnum operation) {
        if (operation.change() instanceof EnumChange.SetComment comment) {
            return comment(sql -> sql.sql("TYPE").name(operation.type()), comment.comment());
        }
        if (operation.change() instanceof EnumChange.AddValue add) {
            // Run again after a failure, it may find that the value is there.
            EnumChange again = new EnumChange.AddValue(add.value(), add.before(), add.after(), true);
            return ConcurrentIndex.alone(super.visitAlterEnum(new AlterEnum(operation.type(), again)));
        }
        EnumType after = rendering.after().enums().get(operation.type());
        if (operation.change() instanceof EnumChange.DropValue && after != null) {
            List<Statement> statements = new ArrayList<>(List.of(new EnumRemake(dialect::writer).to(after)));
            if (after.comment() != null) {
                statements.addAll(comment(sql -> sql.sql("TYPE").name(operation.type()), after.comment()));
            }
            return statements;
        }
        return super.visitAlterEnum(operation);
    }

    @Override
    protected void viewOptions(SqlWriter sql, View view) {
        Options options = view.options();
        String method = PostgresOptions.text(options, PostgresOptions.USING);
        if (!method.isEmpty()) {
            sql.sql("USING").sql(method);
        }
        List<String> parameters = new ArrayList<>(PostgresOptions.list(options, PostgresOptions.WITH));
        for (String flag : List.of(PostgresOptions.SECURITY_BARRIER, PostgresOptions.SECURITY_INVOKER)) {
            if (PostgresOptions.flag(options, flag)) {
                parameters.add(flag + "=true");
            }
        }
        String check = PostgresOptions.text(options, PostgresOptions.CHECK_OPTION);
        if (!check.isEmpty()) {
            parameters.add(PostgresOptions.CHECK_OPTION + "=" + check);
        }
        if (!parameters.isEmpty()) {
            sql.sql("WITH").list(parameters, SqlWriter::sql);
        }
        PostgresIndexes.tablespace(sql, options);
    }

    @Override
    public List<Statement> visitCreateView(CreateView operation) {
        View view = operation.view();
        boolean empty = view.materialized() && PostgresOptions.flag(view.options(), PostgresOptions.NO_DATA);
        String query = SqlWriter.verbatim(view.query()).strip();
        View written = empty ? view.withQuery(SqlText.verbatim(query + "\nWITH NO DATA")) : view;
        if (operation.ifNotExists() && !view.materialized()) {
            return Unless.exists(super.visitCreateView(new CreateView(written, false)));
        }
        return super.visitCreateView(new CreateView(written, operation.ifNotExists()));
    }

    /** A view is replaced where its columns stay and only new ones come behind them; else it is dropped and created. */
    @Override
    public List<Statement> visitReplaceView(ReplaceView operation) {
        View view = operation.view();
        View before = rendering.before().views().get(view.name());
        if (view.materialized() || before == null) {
            return super.visitReplaceView(operation);
        }
        List<Statement> statements = new ArrayList<>();
        if (keepsColumns(before, view)) {
            statements.addAll(super.visitReplaceView(operation));
            if (before.comment() != null && view.comment() == null) {
                statements.addAll(comment(sql -> sql.sql("VIEW").name(view.name()), null));
            }
            return statements;
        }
        statements.addAll(
                drop(before.materialized() ? "DROP MATERIALIZED VIEW" : "DROP VIEW", view.name(), false, false));
        statements.addAll(visitCreateView(new CreateView(view, false)));
        rendering.after().triggers().values().stream()
                .filter(trigger -> trigger.table().equals(view.name()))
                .forEach(trigger -> statements.addAll(visitCreateTrigger(new CreateTrigger(trigger, false))));
        return statements;
    }

    private boolean keepsColumns(View before, View after) {
        Map<String, String> old = columns(before, rendering.before());
        Map<String, String> wanted = columns(after, rendering.after());
        List<Map.Entry<String, String>> list = new ArrayList<>(wanted.entrySet());
        int place = 0;
        for (Map.Entry<String, String> column : old.entrySet()) {
            boolean known = !column.getValue().isEmpty();
            if (!known || place >= list.size() || !list.get(place++).equals(column)) {
                return false;
            }
        }
        return !old.isEmpty();
    }

    private Map<String, String> columns(View view, Schema schema) {
        return new TableRelations(schema, postgres.postgresTypes()).query(view).columns();
    }

    @Override
    public List<Statement> visitCreateRoutine(CreateRoutine operation) {
        Routine routine = operation.routine();
        String definition = SqlWriter.verbatim(routine.definition());
        String sql = operation.replace()
                ? definition.replaceFirst("(?i)^\\s*CREATE\\s+(FUNCTION|PROCEDURE)\\b", "CREATE OR REPLACE $1")
                : definition;
        Routine written = new Routine(
                routine.name(), routine.kind(), routine.arguments(), SqlText.verbatim(sql.strip()), routine.comment());
        return super.visitCreateRoutine(new CreateRoutine(written, operation.replace()));
    }

    @Override
    public List<Statement> visitCreateTrigger(CreateTrigger operation) {
        Trigger trigger = operation.trigger();
        Statement create = statement(sql -> new PostgresTriggers(trigger).create(sql));
        return commented(
                operation.ifNotExists() ? Unless.exists(List.of(create)).get(0) : create,
                sql -> sql.sql("TRIGGER").name(trigger.name()).sql("ON").name(trigger.table()),
                trigger.comment());
    }

    /** A trigger has its name within its table. */
    @Override
    public List<Statement> visitDropTrigger(DropTrigger operation) {
        QualifiedName table = operation.table();
        Identifier name = operation.trigger();
        return one(sql -> {
            ifExists(sql.sql("DROP TRIGGER"), operation.ifExists());
            sql.name(name);
            if (table != null) {
                sql.sql("ON").name(table);
            }
        });
    }
}
