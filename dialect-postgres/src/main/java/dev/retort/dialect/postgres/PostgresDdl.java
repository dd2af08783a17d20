// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.diagnostic.Finding;
import dev.retort.dialect.ColumnClauses;
import dev.retort.dialect.ConstraintClauses;
import dev.retort.dialect.Definitions;
import dev.retort.dialect.IndexClauses;
import dev.retort.dialect.OptionVocabulary;
import dev.retort.dialect.PlacedOperation;
import dev.retort.dialect.Rendering;
import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.Statement;
import dev.retort.dialect.postgres.text.Script;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.Batch;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Renders operations for PostgreSQL: tables, columns, constraints and indexes here, the rest in {@link ObjectDdl}. */
final class PostgresDdl extends ObjectDdl {

    private final PostgresTypes types;
    private final Casts casts;

    PostgresDdl(PostgresDialect dialect, PostgresTypes types, Rendering rendering) {
        super(dialect, rendering);
        this.types = types;
        this.casts = new Casts(dialect.version());
    }

    @Override
    protected PostgresDdl at(Rendering surroundings) {
        return new PostgresDdl((PostgresDialect) dialect, types, surroundings);
    }

    @Override
    protected OptionVocabulary options() {
        return PostgresOptions.VOCABULARY;
    }

    @Override
    protected ColumnClauses columns() {
        return new PostgresColumns(dialect);
    }

    @Override
    protected ConstraintClauses constraints() {
        return new PostgresConstraints(dialect);
    }

    @Override
    protected IndexClauses indexes() {
        return new PostgresIndexes(dialect);
    }

    @Override
    public List<Finding> check(PlacedOperation placed) {
        List<Finding> findings = new ArrayList<>(super.check(placed));
        findings.addAll(new PostgresLimits(dialect.version(), types, casts).check(placed));
        return findings.stream().sorted().toList();
    }

    /** The name is that which {@link DefaultNames} gave it. */
    @Override
    protected boolean dropsUnnamed(DropConstraint operation) {
        return true;
    }

    /** Alterations of one table that follow each other become one statement, so that it is read and written once. */
    @Override
    public List<Statement> render(List<PlacedOperation> operations, Definitions definitions) {
        AlterationGroups groups = new AlterationGroups(dialect::writer);
        if (MadeLater.areBodiesUnchecked(operations)) {
            groups.add(List.of(UncheckedBodies.SETTING));
        }
        PendingRows pending = new PendingRows(dialect::writer);
        MadeLater later = new MadeLater(operations);
        List<Statement> waitingParts = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            PlacedOperation placed = operations.get(i);
            Rendering around = Rendering.of(placed, definitions);
            if (!MadeLater.isCreation(placed.operation())) {
                groups.add(waitingParts);
                waitingParts = new ArrayList<>();
            }
            groups.add(pending.before(placed));
            UnnamedParts unnamed = UnnamedParts.around(placed);
            groups.add(unnamed.renamesBefore(dialect::writer));
            if (placed.operation() instanceof Batch batch) {
                for (Operation inner : ResolvedBatch.of(batch, around)) {
                    groups.add(unnamed.renamesBefore(inner, dialect::writer));
                    groups.add(inner, inner.accept(at(around)));
                }
                groups.add(at(around).batchOptions(batch));
            } else if (placed.operation() instanceof CreateTable create) {
                int place = i;
                WaitingParts waiting = WaitingParts.of(create, text -> later.isNamed(place, text));
                groups.add(create, at(around).visitCreateTable(waiting.left()));
                waitingParts.addAll(at(around).waiting(waiting));
            } else {
                groups.add(placed.operation(), placed.operation().accept(at(around)));
            }
            groups.add(unnamed.renamesAfter(dialect::writer));
            if (namesNotNulls()) {
                groups.add(NotNullRenames.after(placed, dialect::writer));
            }
        }
        groups.add(waitingParts);
        return groups.statements();
    }

    private boolean namesNotNulls() {
        return dialect.version().isAtLeast(18, 0);
    }

    private List<Statement> waiting(WaitingParts parts) {
        List<Statement> statements = new ArrayList<>();
        QualifiedName table = parts.left().table().name();
        parts.indexes().forEach(index -> statements.addAll(visitCreateIndex(new CreateIndex(table, index, false))));
        statements.addAll(new TableOptions(dialect::writer).policies(table, Options.NONE, parts.policies()));
        return statements;
    }

    private List<Statement> batchOptions(Batch batch) {
        Table table = rendering.before().table(batch.table()).orElse(null);
        return new TableOptions(dialect::writer).change(batch.table(), table, batch.options());
    }

    @Override
    public List<Statement> visitCreateTable(CreateTable operation) {
        Table table = named(operation.table());
        TableOptions options = new TableOptions(dialect::writer);
        Children children = new Children(new Inheritance(rendering.after()), rendering.after(), table);
        List<Statement> statements = new ArrayList<>();
        children.displaced()
                .ifPresent(
                        displaced -> statements.add(statement(sql -> displaced.create(sql, columns(), constraints()))));
        statements.add(statement(sql -> options.create(
                sql,
                new CreateTable(table, operation.ifNotExists(), operation.prefixes()),
                columns(),
                constraints(),
                children)));
        children.displaced()
                .ifPresent(displaced -> displaced.join().forEach(words -> statements.add(statement(words))));
        children.changes(columns())
                .forEach((column, actions) -> statements.addAll(altered(table.name(), column, actions)));
        statements.addAll(options.after(table));
        table.constraints()
                .filter(constraint -> !TableOptions.isInline(constraint, table))
                .forEach(constraint -> statements.addAll(add(table.name(), constraint)));
        for (Index index : table.indexes()) {
            Index plain = index.withOptions(
                    index.options().with(PostgresOptions.DIALECT, PostgresOptions.CONCURRENTLY, null));
            statements.addAll(visitCreateIndex(new CreateIndex(table.name(), plain, operation.ifNotExists())));
        }
        children.attach().forEach(attach -> statements.add(statement(attach)));
        if (table.comment() != null) {
            statements.addAll(comment(sql -> sql.sql("TABLE").name(table.name()), table.comment()));
        }
        for (Column column : table.columns()) {
            statements.addAll(altered(table.name(), column.name(), children.options(column)));
            if (column.comment() != null) {
                statements.addAll(columnComment(table.name(), column.name(), column.comment()));
            }
        }
        return statements;
    }

    private Table named(Table table) {
        DefaultNames names = DefaultNames.of(rendering.after());
        boolean known = rendering.after().table(table.name()).isPresent();
        Table named = known
                ? names.named(table)
                : DefaultNames.of(rendering.after().toBuilder().table(table).build())
                        .named(table);
        return namesNotNulls() ? NotNullNames.named(named, rendering.before()) : NotNullNames.unnamed(named);
    }

    private List<Statement> columnOptions(QualifiedName table, Column column) {
        return PostgresColumns.options(column).stream()
                .flatMap(action -> altered(table, column.name(), List.of(action)).stream())
                .toList();
    }

    /** One statement with all actions on a column. */
    private List<Statement> altered(QualifiedName table, Identifier column, List<Consumer<SqlWriter>> actions) {
        if (actions.isEmpty()) {
            return List.of();
        }
        return alterTable(
                table,
                sql -> sql.join(
                        actions,
                        (writer, action) ->
                                action.accept(writer.sql("ALTER COLUMN").name(column))));
    }

    @Override
    public List<Statement> visitAddColumn(AddColumn operation) {
        ForeignKey references = operation.references();
        AddColumn named = new AddColumn(
                operation.table(),
                NotNullNames.named(operation.column(), operation.table(), rendering.before()),
                operation.position(),
                references == null ? null : references.withName(name(operation.table(), references)),
                operation.primaryKey(),
                operation.ifNotExists());
        List<Statement> statements = new ArrayList<>(super.visitAddColumn(named));
        statements.addAll(columnOptions(operation.table(), operation.column()));
        return statements;
    }

    @Override
    public List<Statement> visitAlterColumn(AlterColumn operation) {
        Column before =
                rendering.columnBefore(operation.table(), operation.column()).orElse(null);
        Identifier rename = operation.rename();
        Identifier name = rename == null ? operation.column() : rename;
        Column after = rendering
                .after()
                .table(operation.table())
                .flatMap(table -> table.column(name))
                .orElse(null);
        Boolean nullable = after == null
                ? operation.nullable()
                : Boolean.valueOf(Nullability.of(rendering.after(), operation.table(), after));
        List<Statement> statements = new ArrayList<>();
        ColumnReplacement replacement = new ColumnReplacement(dialect.version(), rendering);
        if (before != null && after != null && replacement.isNeeded(operation, before)) {
            statements.addAll(replaced(operation, after.withName(operation.column())));
        } else {
            statements.addAll(changed(operation, before, after, nullable));
        }
        if (before != null && after != null && !before.nullable() && !after.nullable() && namesNotNulls()) {
            statements.addAll(notNullRenamed(operation, before, after));
        }
        statements.addAll(commentAndName(operation));
        return statements;
    }

    /** A constraint NOT NULL whose name is said is added as such, since SET NOT NULL chooses a name. */
    private List<Statement> changed(
            AlterColumn operation, @Nullable Column before, @Nullable Column after, @Nullable Boolean nullable) {
        QualifiedName table = operation.table();
        boolean added = before != null
                && after != null
                && namesNotNulls()
                && !after.nullable()
                && after.identity() == null
                && Nullability.of(rendering.before(), table, before);
        Column named = added ? NotNullNames.named(after.withName(operation.column()), table, rendering.before()) : null;
        boolean said = named != null && PostgresColumns.hasNotNull(named);
        List<Statement> statements = new ArrayList<>();
        new ColumnAlteration(operation, rendering, new PostgresColumns(dialect), types, casts)
                .statements(said ? null : nullable)
                .forEach(actions -> statements.addAll(altered(table, operation.column(), actions)));
        if (said) {
            statements.addAll(alterTable(table, sql -> PostgresColumns.notNull(sql.sql("ADD"), named)));
        }
        return statements;
    }

    private List<Statement> notNullRenamed(AlterColumn operation, Column before, Column after) {
        String from = PostgresColumns.notNull(operation.table(), before);
        String to = PostgresColumns.notNull(operation.table(), after.withName(before.name()));
        return from.equals(to)
                ? List.of()
                : alterTable(
                        operation.table(),
                        sql -> sql.sql("RENAME CONSTRAINT").sql(from).sql("TO").sql(to));
    }

    /** A computed column that cannot be changed in place is made anew, with the indexes and constraints on it. */
    private List<Statement> replaced(AlterColumn operation, Column after) {
        QualifiedName table = operation.table();
        List<Statement> statements = new ArrayList<>(alterTable(table, sql -> {
            sql.sql("DROP COLUMN").name(operation.column()).append(", ADD COLUMN");
            columns().definition(sql, after);
        }));
        statements.addAll(columnOptions(table, after));
        if (after.comment() != null && !operation.comment().isChange()) {
            statements.addAll(columnComment(table, after.name(), after.comment()));
        }
        ColumnReplacement replacement = new ColumnReplacement(dialect.version(), rendering);
        replacement.constraints(table, after.name()).forEach(constraint -> statements.addAll(add(table, constraint)));
        replacement
                .indexes(table, after.name())
                .forEach(index -> statements.addAll(visitCreateIndex(new CreateIndex(table, index, false))));
        return statements;
    }

    @Override
    public List<Statement> visitCreateIndex(CreateIndex operation) {
        Index index = operation.index();
        Identifier name =
                index.name() == null ? DefaultNames.of(rendering.after()).of(operation.table(), index) : index.name();
        boolean concurrently = PostgresOptions.flag(index.options(), PostgresOptions.CONCURRENTLY) && name != null;
        Index named = index.withName(name);
        List<Statement> statements = super.visitCreateIndex(
                new CreateIndex(operation.table(), named, operation.ifNotExists() || concurrently));
        return concurrently
                ? new ConcurrentIndex(dialect::writer, operation.table(), named)
                        .around(statements, operation.ifNotExists())
                : statements;
    }

    @Override
    public List<Statement> visitDropIndex(DropIndex operation) {
        if (!PostgresOptions.flag(operation.options(), PostgresOptions.CONCURRENTLY)) {
            return super.visitDropIndex(operation);
        }
        // Run again after a failure, it may find that the index is gone.
        return ConcurrentIndex.alone(super.visitDropIndex(
                new DropIndex(operation.table(), operation.index(), true, operation.cascade(), operation.options())));
    }

    /** A constraint without a name gets the one that PostgreSQL would choose. */
    @Override
    protected List<Statement> add(QualifiedName table, TableConstraint constraint) {
        return super.add(table, constraint.withName(name(table, constraint)));
    }

    private @Nullable Identifier name(QualifiedName table, TableConstraint constraint) {
        Identifier known = DefaultNames.of(rendering.after()).of(table, constraint);
        if (known != null) {
            return known;
        }
        Table around = rendering.after().table(table).orElseGet(() -> Table.of(table, List.of()));
        Table with = around.toBuilder().constraint(constraint).build();
        return DefaultNames.of(rendering.after().toBuilder().table(with).build())
                .of(table, constraint);
    }

    /** A primary key makes its columns NOT NULL for good; those that are nullable without it become so again. */
    @Override
    public List<Statement> visitDropConstraint(DropConstraint operation) {
        DroppedConstraint dropped = new DroppedConstraint(operation, rendering);
        List<Statement> statements = new ArrayList<>(alterTable(operation.table(), sql -> {
            ifExists(sql.sql("DROP CONSTRAINT"), operation.ifExists());
            dropBehaviour(sql.name(dropped.name()), operation.cascade());
        }));
        List<Identifier> released = dropped.released();
        if (!released.isEmpty()) {
            statements.addAll(alterTable(
                    operation.table(),
                    sql -> sql.join(
                            released,
                            (writer, column) ->
                                    writer.sql("ALTER COLUMN").name(column).sql("DROP NOT NULL"))));
        }
        return statements;
    }

    @Override
    public List<Statement> visitExecute(Execute operation) {
        return Script.statements(SqlWriter.verbatim(operation.sql())).stream()
                .<Statement>map(sql -> Script.isAlone(sql)
                        ? new Statement.Sql(sql, Statement.Placement.AUTOCOMMIT, null)
                        : new Statement.Sql(sql))
                .toList();
    }

    /** What is known of a table tells names that nobody gave. */
    @Override
    public boolean needsDefinition(Operation operation) {
        return operation instanceof AlterColumn || super.needsDefinition(operation);
    }
}
