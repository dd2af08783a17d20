// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.operation.AddCheck;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddExclusion;
import dev.retort.operation.AddForeignKey;
import dev.retort.operation.AddPrimaryKey;
import dev.retort.operation.AddUnique;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnPosition;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropTable;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.RenameIndex;
import dev.retort.operation.RenameTable;
import dev.retort.operation.SetTableComment;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Operations on tables and their parts. */
abstract class TableStatements extends ObjectStatements {

    TableStatements(Dialect dialect, Rendering rendering) {
        super(dialect, rendering);
    }

    /** {@return how columns are written} */
    protected ColumnClauses columns() {
        return new ColumnClauses(dialect);
    }

    /** {@return how constraints are written} */
    protected ConstraintClauses constraints() {
        return new ConstraintClauses(dialect);
    }

    /** {@return how indexes are written} */
    protected IndexClauses indexes() {
        return new IndexClauses(dialect);
    }

    @Override
    public List<Statement> visitCreateTable(CreateTable operation) {
        Table table = operation.table();
        List<Statement> statements = new ArrayList<>();
        statements.add(statement(sql -> createTable(sql, operation)));
        for (Index index : table.indexes()) {
            statements.addAll(visitCreateIndex(new CreateIndex(table.name(), index, operation.ifNotExists())));
        }
        if (table.comment() != null) {
            statements.addAll(comment(sql -> sql.sql("TABLE").name(table.name()), table.comment()));
        }
        for (Column column : table.columns()) {
            if (column.comment() != null) {
                statements.addAll(columnComment(table.name(), column.name(), column.comment()));
            }
        }
        return statements;
    }

    /**
     * Writes the statement that creates a table: columns, then primary key, unique constraints, foreign keys, checks and
     * exclusion constraints, each on a line of its own.
     *
     * @param sql       the statement
     * @param operation the operation
     */
    protected void createTable(SqlWriter sql, CreateTable operation) {
        Table table = operation.table();
        sql.sql("CREATE");
        operation.prefixes().forEach(sql::sql);
        ifNotExists(sql.sql("TABLE"), operation.ifNotExists());
        List<Consumer<SqlWriter>> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(line -> columns().definition(line, column)));
        table.constraints()
                .forEach(constraint -> lines.add(line -> constraints().constraint(line, constraint)));
        sql.name(table.name());
        if (lines.isEmpty()) {
            sql.sql("()");
        } else {
            sql.block(lines, (line, words) -> words.accept(line));
        }
        tableOptions(sql, table);
    }

    /**
     * Writes the dialect's own options of a table, after the closing parenthesis; nothing here.
     *
     * @param sql   the statement
     * @param table the table
     */
    protected void tableOptions(SqlWriter sql, Table table) {}

    @Override
    public List<Statement> visitDropTable(DropTable operation) {
        return drop("DROP TABLE", operation.table(), operation.ifExists(), operation.cascade());
    }

    @Override
    public List<Statement> visitRenameTable(RenameTable operation) {
        return alterTable(operation.table(), sql -> sql.sql("RENAME TO").name(operation.to()));
    }

    @Override
    public List<Statement> visitSetTableComment(SetTableComment operation) {
        return comment(sql -> sql.sql("TABLE").name(operation.table()), operation.comment());
    }

    @Override
    public List<Statement> visitAddColumn(AddColumn operation) {
        Column column = operation.column();
        List<Statement> statements = new ArrayList<>(alterTable(operation.table(), sql -> {
            ifNotExists(sql.sql("ADD COLUMN"), operation.ifNotExists());
            columns().definition(sql, column);
            sql.sqlIf(operation.primaryKey(), "PRIMARY KEY");
            if (operation.references() != null) {
                constraints().name(sql, operation.references().name());
                constraints().references(sql, operation.references());
            }
            columns().position(sql, position(operation));
        }));
        if (column.comment() != null) {
            statements.addAll(columnComment(operation.table(), column.name(), column.comment()));
        }
        return statements;
    }

    /**
     * Where a column is added, in the words that the dialect has for it. Here a place before a column becomes the one after
     * its left neighbour, or the first, as far as the table is known.
     *
     * @param operation the operation
     * @return the place
     */
    protected ColumnPosition position(AddColumn operation) {
        if (!(operation.position() instanceof ColumnPosition.Before before)) {
            return operation.position();
        }
        List<Identifier> names = rendering.columnNamesBefore(operation.table());
        int index = names.indexOf(before.column());
        return index < 0 ? before : index == 0 ? ColumnPosition.FIRST : new ColumnPosition.After(names.get(index - 1));
    }

    @Override
    public List<Statement> visitDropColumn(DropColumn operation) {
        return alterTable(operation.table(), sql -> {
            ifExists(sql.sql("DROP COLUMN"), operation.ifExists());
            dropBehaviour(sql.name(operation.column()), operation.cascade());
        });
    }

    @Override
    public List<Statement> visitRenameColumn(RenameColumn operation) {
        return alterTable(
                operation.table(),
                sql -> sql.sql("RENAME COLUMN")
                        .name(operation.column())
                        .sql("TO")
                        .name(operation.to()));
    }

    @Override
    public List<Statement> visitAlterColumn(AlterColumn operation) {
        Column before =
                rendering.columnBefore(operation.table(), operation.column()).orElse(null);
        List<Statement> statements = new ArrayList<>();
        for (Consumer<SqlWriter> action : new AlterColumnClauses(columns()).actions(operation, before)) {
            statements.addAll(alterTable(operation.table(), sql -> {
                sql.sql("ALTER COLUMN").name(operation.column());
                action.accept(sql);
            }));
        }
        statements.addAll(commentAndName(operation));
        return statements;
    }

    /**
     * What of a change of a column comes last: its comment, then its name.
     *
     * @param operation the change
     * @return the statements, often none
     */
    protected final List<Statement> commentAndName(AlterColumn operation) {
        List<Statement> statements = new ArrayList<>();
        if (operation.comment().isChange()) {
            String words = operation.comment().newValue().orElse(null);
            statements.addAll(columnComment(operation.table(), operation.column(), words));
        }
        Identifier rename = operation.rename();
        if (rename != null && !rename.equals(operation.column())) {
            statements.addAll(visitRenameColumn(new RenameColumn(operation.table(), operation.column(), rename)));
        }
        return statements;
    }

    /**
     * The statement that gives a comment to a column, or takes it away.
     *
     * @param table  the table
     * @param column the column
     * @param words  the words, or null for none
     * @return no statement or one
     */
    protected List<Statement> columnComment(QualifiedName table, Identifier column, @Nullable String words) {
        String quoted = dialect.writer().name(column).toString();
        return comment(sql -> sql.sql("COLUMN").name(table).append("." + quoted), words);
    }

    @Override
    public List<Statement> visitCreateIndex(CreateIndex operation) {
        Index index = operation.index();
        Identifier name = index.name();
        Statement create = statement(sql -> indexes().create(sql, operation));
        return name == null
                ? List.of(create)
                : commented(
                        create, sql -> sql.sql("INDEX").name(operation.table().sibling(name)), index.comment());
    }

    @Override
    public List<Statement> visitDropIndex(DropIndex operation) {
        return one(sql -> indexes().drop(sql, operation));
    }

    @Override
    public List<Statement> visitRenameIndex(RenameIndex operation) {
        return one(sql ->
                sql.sql("ALTER INDEX").name(operation.index()).sql("RENAME TO").name(operation.to()));
    }

    @Override
    public List<Statement> visitAddPrimaryKey(AddPrimaryKey operation) {
        return add(operation.table(), operation.primaryKey());
    }

    @Override
    public List<Statement> visitAddUnique(AddUnique operation) {
        return add(operation.table(), operation.unique());
    }

    @Override
    public List<Statement> visitAddForeignKey(AddForeignKey operation) {
        return add(operation.table(), operation.foreignKey());
    }

    @Override
    public List<Statement> visitAddCheck(AddCheck operation) {
        return add(operation.table(), operation.check());
    }

    @Override
    public List<Statement> visitAddExclusion(AddExclusion operation) {
        return add(operation.table(), operation.exclusion());
    }

    /**
     * Adds a constraint of any kind to a table.
     *
     * @param table      the table
     * @param constraint the constraint
     * @return the statements
     */
    protected List<Statement> add(QualifiedName table, TableConstraint constraint) {
        return alterTable(table, sql -> constraints().constraint(sql.sql("ADD"), constraint));
    }

    /**
     * Drops a constraint by its name, which is looked up if the constraint is told by what it says.
     *
     * @throws RetortException if the constraint has no name, or is not known before the operation
     */
    @Override
    public List<Statement> visitDropConstraint(DropConstraint operation) {
        Identifier name = Constraints.name(operation, rendering.before())
                .orElseThrow(() -> new RetortException(Finding.error(
                                ErrorCode.UNSUPPORTED,
                                "drop_constraint on table " + operation.table()
                                        + " must name the constraint, because it is not known under a name")
                        .about(operation.keyword())
                        .at(rendering.location())));
        return alterTable(operation.table(), sql -> {
            ifExists(sql.sql("DROP CONSTRAINT"), operation.ifExists());
            dropBehaviour(sql.name(name), operation.cascade());
        });
    }

    @Override
    public List<Statement> visitRenameConstraint(RenameConstraint operation) {
        return alterTable(
                operation.table(),
                sql -> sql.sql("RENAME CONSTRAINT")
                        .name(operation.constraint())
                        .sql("TO")
                        .name(operation.to()));
    }

    @Override
    public List<Statement> visitValidateConstraint(ValidateConstraint operation) {
        return alterTable(
                operation.table(), sql -> sql.sql("VALIDATE CONSTRAINT").name(operation.constraint()));
    }
}
