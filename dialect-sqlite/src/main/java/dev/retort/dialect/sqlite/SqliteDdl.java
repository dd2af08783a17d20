// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.diagnostic.Finding;
import dev.retort.dialect.Definitions;
import dev.retort.dialect.Need;
import dev.retort.dialect.OptionVocabulary;
import dev.retort.dialect.PlacedOperation;
import dev.retort.dialect.Rendering;
import dev.retort.dialect.StandardDdl;
import dev.retort.dialect.Statement;
import dev.retort.dialect.sqlite.text.StatementSplitter;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.Batch;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateTrigger;
import dev.retort.operation.CreateView;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropEnum;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropTable;
import dev.retort.operation.DropTrigger;
import dev.retort.operation.DropView;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameIndex;
import dev.retort.operation.RenameTable;
import dev.retort.operation.ReplaceView;
import dev.retort.operation.SetTableComment;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.Literal;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.Trigger;
import java.util.ArrayList;
import java.util.List;

/** Renders operations for SQLite. Alterations of tables go through {@link SqliteScript}, which does them together. */
final class SqliteDdl extends StandardDdl {

    private final SqliteDialect owner;
    private final SqliteWords words;

    SqliteDdl(SqliteDialect owner, SqliteWords words, Rendering rendering) {
        super(owner, rendering);
        this.owner = owner;
        this.words = words;
    }

    @Override
    protected SqliteDdl at(Rendering surroundings) {
        return new SqliteDdl(owner, words, surroundings);
    }

    @Override
    protected OptionVocabulary options() {
        return SqliteOptions.VOCABULARY;
    }

    @Override
    public List<Statement> render(List<PlacedOperation> operations, Definitions definitions) {
        return script(definitions).render(operations);
    }

    private SqliteScript script(Definitions definitions) {
        return new SqliteScript(
                words,
                owner.version(),
                definitions,
                placed -> placed.operation().accept(at(Rendering.of(placed, definitions))));
    }

    @Override
    public List<Finding> check(PlacedOperation placed) {
        List<Finding> findings = new ArrayList<>(super.check(placed));
        findings.addAll(new SqliteLimits(words).check(placed));
        if (placed.operation() instanceof Batch batch && findings.isEmpty()) {
            script(Definitions.NONE).problem(placed, batch).ifPresent(findings::add);
        }
        return findings.stream().sorted().toList();
    }

    @Override
    protected boolean meets(Need need, PlacedOperation placed) {
        return switch (need.capability()) {
            // Comments are not stored, identity options and NULLS orders are looked at one by one in SqliteLimits.
            case COMMENTS, IDENTITY_OPTIONS, INDEX_NULLS_ORDER, NOT_VALID_CONSTRAINTS -> true;
            default -> super.meets(need, placed);
        };
    }

    @Override
    protected boolean dropsUnnamed(DropConstraint operation) {
        return true;
    }

    /** Everything that may make a table anew needs its definition, and those of its indexes and triggers. */
    @Override
    public boolean needsDefinition(Operation operation) {
        TableParts.Part part = TableParts.of(operation, Rendering.BLANK.place(operation));
        boolean altersTable = part != null
                && !part.ofIndex()
                && !(operation instanceof RenameColumn)
                && !(operation instanceof SetTableComment);
        return altersTable
                || operation instanceof AlterEnum
                || operation instanceof Batch
                || operation instanceof ReplaceView
                || operation instanceof RenameIndex;
    }

    @Override
    protected List<String> statements(String script) {
        return StatementSplitter.split(script).stream()
                .map(statement -> super.statements(statement.text()).get(0))
                .filter(statement -> !statement.isBlank())
                .toList();
    }

    @Override
    public List<Statement> visitCreateTable(CreateTable operation) {
        Table table = words.canonical.table(operation.table(), rendering.after());
        String prefixes = operation.prefixes().isEmpty() ? "" : String.join(" ", operation.prefixes()) + " ";
        String condition = operation.ifNotExists() ? " IF NOT EXISTS" : "";
        List<Statement> out = new ArrayList<>();
        out.add(sql(words.tables.table(table, "CREATE " + prefixes + "TABLE" + condition)));
        for (Index index : table.indexes()) {
            out.add(sql(words.objects.index(table.name(), index, operation.ifNotExists())));
        }
        for (Column column : operation.table().columns()) {
            Identity identity = column.identity();
            Long start = identity == null ? null : identity.start();
            if (start != null && start != 1) {
                String name = words.syntax.literal(
                        new Literal.Text(table.name().name().value()));
                out.add(sql("INSERT INTO sqlite_sequence (name, seq) SELECT " + name + ", " + (start - 1)
                        + " WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = " + name + ")"));
            }
        }
        return out;
    }

    /** Rows that refer to the table must not go with it, so foreign keys are off if there can be any. */
    @Override
    public List<Statement> visitDropTable(DropTable operation) {
        boolean referred = rendering.before().tables().values().stream()
                .filter(table -> !SqliteCanonical.same(
                        table.name().name(), operation.table().name()))
                .flatMap(table -> table.foreignKeys().stream())
                .anyMatch(key -> SqliteCanonical.same(
                        key.referredTable().name(), operation.table().name()));
        List<Statement> out = new ArrayList<>();
        if (referred) {
            out.add(Sessions.FOREIGN_KEYS_OFF);
        }
        out.add(sql("DROP TABLE " + (operation.ifExists() ? "IF EXISTS " : "") + quoted(operation.table())));
        return out;
    }

    @Override
    public List<Statement> visitRenameTable(RenameTable operation) {
        return List.of(
                Sessions.MODERN_ALTER_TABLE,
                sql("ALTER TABLE " + quoted(operation.table()) + " RENAME TO "
                        + words.syntax.quote(operation.to().value())));
    }

    @Override
    public List<Statement> visitSetTableComment(SetTableComment operation) {
        return List.of();
    }

    @Override
    public List<Statement> visitCreateIndex(CreateIndex operation) {
        Table table = SqliteCanonical.find(operation.table(), rendering.after())
                .orElse(Table.of(operation.table(), List.of()));
        Index index = words.canonical.index(operation.index(), table);
        return List.of(sql(words.objects.index(operation.table(), index, operation.ifNotExists())));
    }

    @Override
    public List<Statement> visitDropIndex(DropIndex operation) {
        return List.of(sql("DROP INDEX " + (operation.ifExists() ? "IF EXISTS " : "") + quoted(operation.index())));
    }

    @Override
    public List<Statement> visitRenameIndex(RenameIndex operation) {
        List<Statement> out = new ArrayList<>();
        out.add(sql("DROP INDEX " + quoted(operation.index())));
        for (Table table : rendering.after().tables().values()) {
            for (Index index : table.indexes()) {
                if (operation.to().equals(index.name())) {
                    out.add(sql(words.objects.index(table.name(), words.canonical.index(index, table), false)));
                }
            }
        }
        return out;
    }

    @Override
    public List<Statement> visitValidateConstraint(ValidateConstraint operation) {
        return new Validation(words).validate(operation, rendering.before());
    }

    @Override
    public List<Statement> visitCreateEnum(CreateEnum operation) {
        return List.of();
    }

    @Override
    public List<Statement> visitAlterEnum(AlterEnum operation) {
        return List.of();
    }

    @Override
    public List<Statement> visitDropEnum(DropEnum operation) {
        return List.of();
    }

    @Override
    public List<Statement> visitCreateView(CreateView operation) {
        return List.of(sql(words.objects.view(CanonicalObjects.view(operation.view()), operation.ifNotExists())));
    }

    /** A view's INSTEAD OF triggers go with it and come back. */
    @Override
    public List<Statement> visitReplaceView(ReplaceView operation) {
        QualifiedName name = operation.view().name();
        List<Statement> out = new ArrayList<>();
        out.add(sql("DROP VIEW IF EXISTS " + quoted(name)));
        out.add(sql(words.objects.view(CanonicalObjects.view(operation.view()), false)));
        ObjectTexts texts = new ObjectTexts(words, rendering.definitions());
        for (Trigger trigger : words.canonical.triggers(name, rendering.after())) {
            out.add(sql(texts.trigger(trigger)));
        }
        return out;
    }

    @Override
    public List<Statement> visitDropView(DropView operation) {
        return List.of(sql("DROP VIEW " + (operation.ifExists() ? "IF EXISTS " : "") + quoted(operation.view())));
    }

    @Override
    public List<Statement> visitCreateTrigger(CreateTrigger operation) {
        Trigger trigger = CanonicalObjects.trigger(
                operation.trigger(), operation.trigger().table());
        return List.of(sql(words.objects.trigger(trigger, operation.ifNotExists())));
    }

    @Override
    public List<Statement> visitDropTrigger(DropTrigger operation) {
        return List.of(sql("DROP TRIGGER " + (operation.ifExists() ? "IF EXISTS " : "")
                + words.syntax.quote(operation.trigger().value())));
    }

    private String quoted(QualifiedName name) {
        return words.syntax.quote(name.name().value());
    }

    private static Statement sql(String text) {
        return new Statement.Sql(text);
    }
}
