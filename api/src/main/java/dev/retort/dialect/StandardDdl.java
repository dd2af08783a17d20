// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.diagnostic.Finding;
import dev.retort.operation.AddForeignKey;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.Batch;
import dev.retort.operation.ConstraintSelector;
import dev.retort.operation.Custom;
import dev.retort.operation.DeleteRows;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Execute;
import dev.retort.operation.InsertRows;
import dev.retort.operation.Operation;
import dev.retort.operation.Run;
import dev.retort.operation.UpdateRows;
import dev.retort.schema.Index;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Renders every operation as ISO SQL, and in the words that most databases share where the standard has none. A dialect
 * starts from here: it overrides the methods of the operations that differ, or gives its own {@link #columns()},
 * {@link #constraints()} and {@link #indexes()} where a clause differs wherever it stands.
 *
 * <p>The object that a dialect hands out knows no operation. For each operation {@link #at} makes another one that knows
 * what is around it, so that the methods can ask {@code rendering} for the schema on both sides. Neither ever changes.
 */
public abstract class StandardDdl extends TableStatements implements Ddl {

    private static final int ROWS_PER_INSERT = 100;

    /**
     * For a dialect, with what is known around the operation.
     *
     * @param dialect   whose SQL is written
     * @param rendering {@link Rendering#BLANK} for the object that a dialect hands out
     */
    protected StandardDdl(Dialect dialect, Rendering rendering) {
        super(dialect, rendering);
    }

    /**
     * The same renderer with other surroundings.
     *
     * @param surroundings what is known around the operation to render
     * @return a fresh object of the same class
     */
    protected abstract StandardDdl at(Rendering surroundings);

    /** {@return the options that the dialect knows} */
    protected abstract OptionVocabulary options();

    /** Renders one operation after another; a dialect that groups operations overrides this. */
    @Override
    public List<Statement> render(List<PlacedOperation> operations, Definitions definitions) {
        List<Statement> statements = new ArrayList<>();
        for (PlacedOperation placed : operations) {
            statements.addAll(inlined(placed).accept(at(Rendering.of(placed, definitions))));
        }
        return statements;
    }

    /**
     * Puts the values of named enum types into the columns of an operation, where a type has no name of its own.
     *
     * @param placed an operation
     * @return the operation as it is to be rendered
     */
    protected final Operation inlined(PlacedOperation placed) {
        return new NamedEnums(dialect, placed).inlined(placed.operation());
    }

    @Override
    public List<Finding> check(PlacedOperation placed) {
        List<Finding> findings = new ArrayList<>();
        for (Need need : Needs.of(placed.operation())) {
            if (!meets(need, placed)) {
                findings.add(need.finding(dialect, placed));
            }
        }
        findings.addAll(new StandardLimits(this).check(placed));
        findings.addAll(new OptionCheck(dialect.id(), options()).check(placed));
        return findings.stream().sorted().toList();
    }

    /**
     * Whether a need of an operation is met: as the dialect's capabilities say. A dialect that has another way to do it
     * overrides this.
     *
     * @param need   what is needed
     * @param placed the operation that needs it
     * @return true if it is met
     */
    protected boolean meets(Need need, PlacedOperation placed) {
        return dialect.can(need.capability());
    }

    /**
     * Whether a constraint without a name can be dropped, which ISO SQL cannot.
     *
     * @param operation the operation that drops it
     * @return true if it can; here if names are looked up
     */
    protected boolean dropsUnnamed(DropConstraint operation) {
        return looksUpNames();
    }

    /** {@return whether the name of a constraint is looked up when the statement runs, as by {@link ConstraintLookup}; false here} */
    protected boolean looksUpNames() {
        return false;
    }

    /** {@return whether a foreign key uses an index that it finds, which then cannot be dropped; false here} */
    protected boolean foreignKeysHoldIndexes() {
        return false;
    }

    /** Drops an index; where foreign keys hold indexes, those that it may serve are dropped before and made again after. */
    @Override
    public List<Statement> visitDropIndex(DropIndex operation) {
        List<Statement> statements = new ArrayList<>(super.visitDropIndex(operation));
        if (foreignKeysHoldIndexes()) {
            for (Table table : rendering.before().tables().values()) {
                Index index = table.index(operation.index().name()).orElse(null);
                table.foreignKeys().stream()
                        .filter(key -> index != null && Constraints.covers(index, key.columns()))
                        .forEach(key -> {
                            statements.addAll(0, visitDropConstraint(Constraints.drop(table, key)));
                            statements.addAll(visitAddForeignKey(new AddForeignKey(table.name(), key)));
                        });
            }
        }
        return statements;
    }

    /**
     * The constraint that an operation drops.
     *
     * @param operation the operation
     * @return the constraint as it was before; if it is not known there, since a batch has just made it, one without a name that
     *     says the same
     */
    protected final Optional<TableConstraint> dropped(DropConstraint operation) {
        return Constraints.find(operation, rendering.before()).or(() -> Constraints.unnamed(operation.constraint()));
    }

    /**
     * {@return whether a value of an enum type can be dropped; here where the type has no name of its own, so that only columns
     * change}
     */
    protected boolean dropsEnumValues() {
        return !dialect.can(Capability.ENUM_TYPES);
    }

    /** A constraint that is told by what it says must be looked up, before or when the statement runs. */
    @Override
    public boolean needsDefinition(Operation operation) {
        if (looksUpNames()) {
            return false;
        }
        return operation instanceof Batch batch
                ? batch.operations().stream().anyMatch(this::needsDefinition)
                : operation instanceof DropConstraint drop && !(drop.constraint() instanceof ConstraintSelector.Named);
    }

    /**
     * Cuts a text to execute into statements. A dialect that knows the lexical rules of its database overrides this.
     *
     * @param script one or more statements, not blank
     * @return the statements without their final semicolons; here the whole text as one
     */
    protected List<String> statements(String script) {
        String text = script.strip();
        return List.of(text.endsWith(";") ? text.substring(0, text.length() - 1).stripTrailing() : text);
    }

    /** {@return how many rows one INSERT may have} */
    protected int rowsPerInsert() {
        return ROWS_PER_INSERT;
    }

    /**
     * Changes the columns of the type, one by one, where enums have no types of their own; else the type.
     */
    @Override
    public List<Statement> visitAlterEnum(AlterEnum operation) {
        if (dialect.can(Capability.ENUM_TYPES) || !dialect.can(Capability.ENUMS)) {
            return super.visitAlterEnum(operation);
        }
        return NamedEnums.alterations(operation, rendering, dialect).stream()
                .flatMap(alter -> visitAlterColumn(alter).stream())
                .toList();
    }

    @Override
    public List<Statement> visitExecute(Execute operation) {
        String script = SqlWriter.verbatim(operation.sql());
        return script.isBlank()
                ? List.of()
                : statements(script).stream().<Statement>map(Statement.Sql::new).toList();
    }

    @Override
    public List<Statement> visitInsertRows(InsertRows operation) {
        int limit = operation.multiple() ? rowsPerInsert() : 1;
        return new RowStatements(dialect::writer, limit).insert(operation);
    }

    @Override
    public List<Statement> visitUpdateRows(UpdateRows operation) {
        return one(sql -> {
            sql.sql("UPDATE").name(operation.table()).sql("SET");
            sql.join(
                    operation.set().cells().entrySet(),
                    (writer, cell) -> writer.name(cell.getKey()).sql("=").scalar(cell.getValue()));
            where(sql, operation.where());
        });
    }

    @Override
    public List<Statement> visitDeleteRows(DeleteRows operation) {
        return new RowStatements(dialect::writer, rowsPerInsert()).delete(operation);
    }

    private static void where(SqlWriter sql, @Nullable SqlText condition) {
        if (condition != null) {
            sql.sql("WHERE").text(condition);
        }
    }

    @Override
    public List<Statement> visitRun(Run operation) {
        return List.of(new Statement.Code(operation.description(), operation.action()));
    }

    /** Renders the operations one after another; each sees the constraints and indexes that those before it leave. */
    @Override
    public List<Statement> visitBatch(Batch operation) {
        List<Statement> statements = new ArrayList<>();
        Schema now = rendering.before();
        for (Operation inner : operation.operations()) {
            Rendering there = new Rendering(rendering.location(), now, rendering.after(), rendering.definitions());
            statements.addAll(inner.accept(at(there)));
            now = Constraints.after(inner, now);
        }
        return statements;
    }

    @Override
    public List<Statement> visitCustom(Custom operation) {
        return operation.operation().render(dialect.id()).stream()
                .<Statement>map(Statement.Sql::new)
                .toList();
    }
}
