// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.Capability;
import dev.retort.dialect.ColumnClauses;
import dev.retort.dialect.ConstraintClauses;
import dev.retort.dialect.Definitions;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Need;
import dev.retort.dialect.OptionVocabulary;
import dev.retort.dialect.PlacedOperation;
import dev.retort.dialect.Rendering;
import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.StandardDdl;
import dev.retort.dialect.Statement;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ConstraintSelector;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateRoutine;
import dev.retort.operation.CreateTrigger;
import dev.retort.operation.CreateView;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropRoutine;
import dev.retort.operation.DropSchema;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameIndex;
import dev.retort.operation.ReplaceView;
import dev.retort.operation.SetTableComment;
import dev.retort.schema.ConstraintKind;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.SqlText;
import dev.retort.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How MySQL and MariaDB are told to do each operation. */
final class MysqlDdl extends StandardDdl {

    private final Flavor flavor;
    private final MysqlWords words;

    MysqlDdl(Dialect dialect, Flavor flavor, Rendering rendering) {
        super(dialect, rendering);
        this.flavor = flavor;
        this.words = new MysqlWords(dialect, flavor);
    }

    @Override
    protected StandardDdl at(Rendering surroundings) {
        return new MysqlDdl(dialect, flavor, surroundings);
    }

    @Override
    protected OptionVocabulary options() {
        return words.options.vocabulary();
    }

    @Override
    protected ColumnClauses columns() {
        return words.columns;
    }

    @Override
    protected ConstraintClauses constraints() {
        return words.parts;
    }

    @Override
    public List<Statement> render(List<PlacedOperation> operations, Definitions definitions) {
        List<Statement> statements = new ArrayList<>();
        if (operations.stream().anyMatch(Moments::in)) {
            statements.add(Moments.IN_UTC);
        }
        statements.addAll(script(definitions).render(inlined(operations)));
        return Modes.safe(statements);
    }

    @Override
    public Definitions told(List<PlacedOperation> operations, Definitions definitions) {
        MysqlScript script = script(definitions);
        script.render(inlined(operations));
        return script.told();
    }

    private MysqlScript script(Definitions definitions) {
        return new MysqlScript(
                dialect,
                words,
                definitions,
                placed -> placed.operation().accept(at(Rendering.of(placed, definitions))));
    }

    private List<PlacedOperation> inlined(List<PlacedOperation> operations) {
        return operations.stream()
                .map(placed -> new PlacedOperation(inlined(placed), placed.location(), placed.before(), placed.after()))
                .toList();
    }

    @Override
    public List<Finding> check(PlacedOperation placed) {
        List<Finding> findings = new ArrayList<>(super.check(placed));
        findings.addAll(new MysqlLimits(words).check(placed));
        return findings.stream().distinct().sorted().toList();
    }

    /** Another database of the server is a namespace, and what may be there already is looked up. */
    @Override
    protected boolean meets(Need need, PlacedOperation placed) {
        return need.capability() == Capability.SCHEMAS
                || need.capability() == Capability.IF_EXISTS_ON_PARTS
                || super.meets(need, placed);
    }

    @Override
    protected boolean dropsUnnamed(DropConstraint operation) {
        return true;
    }

    /** Every change of a table is told from the table as it is. */
    @Override
    public boolean needsDefinition(Operation operation) {
        return TableGroup.tableOf(operation, rendering.before()) != null
                || operation instanceof dev.retort.operation.AlterEnum
                || (operation instanceof DropIndex drop && drop.table() == null)
                || operation instanceof RenameIndex;
    }

    @Override
    protected List<String> statements(String script) {
        return ScriptCutter.cut(script);
    }

    /** Comments are part of definitions; other objects have none. */
    @Override
    protected List<Statement> comment(Consumer<SqlWriter> object, @Nullable String comment) {
        return List.of();
    }

    /** The new name is in the namespace of the old one, which the server would not assume. */
    @Override
    public List<Statement> visitRenameTable(dev.retort.operation.RenameTable operation) {
        return alterTable(
                operation.table(),
                sql -> sql.sql("RENAME TO").name(operation.table().sibling(operation.to())));
    }

    /** A trigger must be in the database of its table. */
    @Override
    protected QualifiedName nameOf(Trigger trigger) {
        return trigger.table().sibling(trigger.name());
    }

    /** What is said of a routine can be changed by itself. */
    @Override
    public List<Statement> visitCreateRoutine(CreateRoutine operation) {
        Routine routine = operation.routine();
        String modes = routine.definition() instanceof SqlText.Verbatim text ? RoutineTexts.modes(text.sql()) : null;
        List<Statement> statements = new ArrayList<>();
        if (operation.replace()) {
            statements.addAll(visitDropRoutine(new DropRoutine(routine.key(), true, false)));
        }
        if (modes == null) {
            statements.addAll(one(sql -> sql.text(routine.definition())));
        } else {
            String text = RoutineTexts.withoutModes(routine.definition().toString());
            statements.addAll(Modes.in(modes, List.of(new Statement.Sql(text))));
        }
        String comment = routine.comment();
        if (comment != null) {
            statements.addAll(one(sql -> sql.sql("ALTER")
                    .sql(routine.kind().name())
                    .name(routine.name())
                    .sql("COMMENT")
                    .string(comment)));
        }
        return statements;
    }

    /** A database goes with all that is in it, so what is to be empty is looked at first. */
    @Override
    public List<Statement> visitDropSchema(DropSchema operation) {
        List<Statement> statements = new ArrayList<>();
        if (!operation.cascade()) {
            String name = dialect.writer().string(operation.schema().value()).toString();
            String content = "SELECT table_name FROM information_schema.tables WHERE table_schema = " + name
                    + " UNION SELECT routine_name FROM information_schema.routines WHERE routine_schema = " + name;
            statements.add(new Statement.Assertion(
                    content,
                    "The database '" + operation.schema() + "' is not empty, it has '%s'; say cascade to drop all.",
                    List.of("SET @retort_empty = IF(EXISTS (" + content + "), (SELECT 1 UNION SELECT 2), 0)")));
        }
        statements.addAll(one(sql ->
                sql.sql("DROP SCHEMA").sqlIf(operation.ifExists(), "IF EXISTS").name(operation.schema())));
        return statements;
    }

    @Override
    public List<Statement> visitDropTable(DropTable operation) {
        boolean restrict = words.options.flag(operation.options(), MysqlOptions.RESTRICT);
        return one(sql -> sql.sql("DROP TABLE")
                .sqlIf(operation.ifExists(), "IF EXISTS")
                .name(operation.table())
                .sqlIf(restrict, "RESTRICT")
                .sqlIf(operation.cascade() && !restrict, "CASCADE"));
    }

    @Override
    public List<Statement> visitCreateTrigger(CreateTrigger operation) {
        Trigger trigger = operation.trigger();
        List<Statement> create = one(sql ->
                new TriggerForm(words.options).create(sql, trigger, operation.ifNotExists(), rendering.before()));
        String modes = words.options.text(trigger.options(), MysqlOptions.SQL_MODE);
        return modes.isEmpty() ? create : Modes.in(modes, create);
    }

    @Override
    public List<Statement> visitCreateView(CreateView operation) {
        return one(sql -> new ViewForm(words.options).create(sql, operation.view(), false, operation.ifNotExists()));
    }

    @Override
    public List<Statement> visitReplaceView(ReplaceView operation) {
        return one(sql -> new ViewForm(words.options).create(sql, operation.view(), true, false));
    }

    @Override
    public List<Statement> visitDropRoutine(DropRoutine operation) {
        return one(sql -> {
            ifExists(sql.sql("DROP").sql(operation.routine().kind().name()), operation.ifExists());
            sql.name(operation.routine().name());
        });
    }

    @Override
    public List<Statement> visitSetTableComment(SetTableComment operation) {
        String comment = operation.comment();
        return alterTable(operation.table(), sql -> sql.sql("COMMENT =").string(comment == null ? "" : comment));
    }

    @Override
    public List<Statement> visitCreateIndex(CreateIndex operation) {
        return alterTable(operation.table(), sql -> words.parts.index(sql.sql("ADD"), operation.index()));
    }

    @Override
    public List<Statement> visitDropIndex(DropIndex operation) {
        if (operation.table() == null) {
            throw unknown(operation, "the table of index " + operation.index());
        }
        return alterTable(
                operation.table(),
                sql -> sql.sql("DROP INDEX").name(operation.index().name()));
    }

    @Override
    public List<Statement> visitRenameIndex(RenameIndex operation) {
        if (operation.table() == null) {
            throw unknown(operation, "the table of index " + operation.index());
        }
        return alterTable(
                operation.table(),
                sql -> sql.sql("RENAME INDEX")
                        .name(operation.index().name())
                        .sql("TO")
                        .name(operation.to()));
    }

    /** A change repeats the whole definition, which is not to be had for a table that nothing is known of. */
    @Override
    public List<Statement> visitAlterColumn(AlterColumn operation) {
        throw unknown(operation, "column " + operation.column() + " of table " + operation.table());
    }

    @Override
    public List<Statement> visitDropConstraint(DropConstraint operation) {
        if (operation.constraint() instanceof ConstraintSelector.ThePrimaryKey) {
            return alterTable(operation.table(), sql -> sql.sql("DROP PRIMARY KEY"));
        }
        if (!(operation.constraint() instanceof ConstraintSelector.Named named)) {
            throw unknown(operation, "the constraints of table " + operation.table());
        }
        Identifier name = named.name();
        return alterTable(operation.table(), sql -> sql.sql(drop(named.kind())).name(name));
    }

    private String drop(@Nullable ConstraintKind kind) {
        if (kind == ConstraintKind.FOREIGN_KEY) {
            return "DROP FOREIGN KEY";
        }
        if (kind == ConstraintKind.UNIQUE) {
            return "DROP INDEX";
        }
        return kind == ConstraintKind.CHECK && !flavor.isMariaDb() ? "DROP CHECK" : "DROP CONSTRAINT";
    }

    private RetortException unknown(Operation operation, String what) {
        return new RetortException(Finding.error(
                        ErrorCode.UNKNOWN_SCHEMA,
                        "The definition of " + what + " is not known here, and " + flavor.version()
                                + " has to be told all of it.")
                .about(operation.keyword())
                .at(rendering.location())
                .withHint("Run with a connection, or say in 'effects' what the statements before it do."));
    }
}
