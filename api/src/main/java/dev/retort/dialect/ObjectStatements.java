// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.operation.AlterEnum;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateRoutine;
import dev.retort.operation.CreateSchema;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTrigger;
import dev.retort.operation.CreateView;
import dev.retort.operation.DropEnum;
import dev.retort.operation.DropRoutine;
import dev.retort.operation.DropSchema;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTrigger;
import dev.retort.operation.DropView;
import dev.retort.operation.EnumChange;
import dev.retort.operation.ReplaceView;
import dev.retort.schema.EnumType;
import dev.retort.schema.Identifier;
import dev.retort.schema.Literal;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.Sequence;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Operations on what stands beside tables: namespaces, sequences, enum types, views, routines, triggers. */
abstract class ObjectStatements extends StatementBase {

    ObjectStatements(Dialect dialect, Rendering rendering) {
        super(dialect, rendering);
    }

    @Override
    public List<Statement> visitCreateSchema(CreateSchema operation) {
        String owner = operation.authorization();
        return one(sql -> {
            ifNotExists(sql.sql("CREATE SCHEMA"), operation.ifNotExists());
            sql.name(operation.schema());
            if (owner != null) {
                sql.sql("AUTHORIZATION").name(new Identifier(owner));
            }
        });
    }

    @Override
    public List<Statement> visitDropSchema(DropSchema operation) {
        return one(sql -> {
            ifExists(sql.sql("DROP SCHEMA"), operation.ifExists());
            dropBehaviour(sql.name(operation.schema()), operation.cascade());
        });
    }

    @Override
    public List<Statement> visitCreateSequence(CreateSequence operation) {
        Sequence sequence = operation.sequence();
        Statement create = statement(sql -> {
            ifNotExists(sql.sql("CREATE SEQUENCE"), operation.ifNotExists());
            sql.name(sequence.name());
            if (sequence.type() != null) {
                sql.sql("AS").sql(dialect.types().render(sequence.type()));
            }
            Numbering.of(sequence).clauses("START WITH").forEach(sql::sql);
            ownedBy(sql, sequence);
        });
        return commented(create, sql -> sql.sql("SEQUENCE").name(sequence.name()), sequence.comment());
    }

    @Override
    public List<Statement> visitAlterSequence(AlterSequence operation) {
        Sequence sequence = operation.sequence();
        Long restart = operation.restartWith();
        Sequence before = rendering.before().sequences().get(sequence.name());
        Numbering counted = before == null ? Numbering.DEFAULT : Numbering.of(before);
        List<String> clauses = new ArrayList<>(Numbering.of(sequence).changes(counted, "START WITH", defaultCache()));
        if (restart != null) {
            clauses.add("RESTART WITH " + restart);
        }
        List<Statement> statements = new ArrayList<>();
        if (!clauses.isEmpty() || sequence.type() != null || sequence.ownedBy() != null) {
            statements.addAll(one(sql -> {
                sql.sql("ALTER SEQUENCE").name(sequence.name());
                if (sequence.type() != null) {
                    sql.sql("AS").sql(dialect.types().render(sequence.type()));
                }
                clauses.forEach(sql::sql);
                ownedBy(sql, sequence);
            }));
        }
        if (before != null && !Objects.equals(before.comment(), sequence.comment())) {
            statements.addAll(comment(sql -> sql.sql("SEQUENCE").name(sequence.name()), sequence.comment()));
        }
        return statements;
    }

    /**
     * How many values of a sequence a session takes at once if nothing is said, for one that goes back to that.
     *
     * @return the number, or null here, where nothing is written then
     */
    protected @Nullable Long defaultCache() {
        return null;
    }

    /**
     * Writes which column a sequence goes away with, or nothing. (Not in ISO SQL; these are PostgreSQL's words.)
     *
     * @param sql      the statement
     * @param sequence the sequence
     */
    protected void ownedBy(SqlWriter sql, Sequence sequence) {
        Sequence.ColumnReference owner = sequence.ownedBy();
        if (owner != null) {
            String column = dialect.writer().name(owner.column()).toString();
            sql.sql("OWNED BY").name(owner.table()).append("." + column);
        }
    }

    @Override
    public List<Statement> visitDropSequence(DropSequence operation) {
        return drop("DROP SEQUENCE", operation.sequence(), operation.ifExists(), operation.cascade());
    }

    /** Nothing without {@link Capability#ENUM_TYPES}: the columns that use the type are then checked one by one. */
    @Override
    public List<Statement> visitCreateEnum(CreateEnum operation) {
        if (!dialect.can(Capability.ENUM_TYPES)) {
            return List.of();
        }
        EnumType type = operation.type();
        Statement create = statement(sql -> {
            ifNotExists(sql.sql("CREATE TYPE"), operation.ifNotExists());
            sql.name(type.name()).sql("AS ENUM").list(type.values(), SqlWriter::string);
        });
        return commented(create, sql -> sql.sql("TYPE").name(type.name()), type.comment());
    }

    /** Nothing without {@link Capability#ENUM_TYPES}; a dialect that checks columns instead changes those. */
    @Override
    public List<Statement> visitAlterEnum(AlterEnum operation) {
        if (!dialect.can(Capability.ENUM_TYPES)) {
            return List.of();
        }
        return one(sql -> enumChange(sql.sql("ALTER TYPE").name(operation.type()), operation.change()));
    }

    /**
     * Writes a change to an enum type, from behind its name on.
     *
     * @param sql    the statement
     * @param change the change
     * @throws IllegalArgumentException for a dropped value, which the check refuses
     */
    protected void enumChange(SqlWriter sql, EnumChange change) {
        if (change instanceof EnumChange.AddValue add) {
            ifNotExists(sql.sql("ADD VALUE"), add.ifNotExists());
            sql.string(add.value());
            neighbour(sql, "BEFORE", add.before());
            neighbour(sql, "AFTER", add.after());
        } else if (change instanceof EnumChange.RenameValue rename) {
            sql.sql("RENAME VALUE").string(rename.from()).sql("TO").string(rename.to());
        } else {
            throw new IllegalArgumentException("enum change must add or rename a value, but was " + change);
        }
    }

    private static void neighbour(SqlWriter sql, String words, @Nullable String value) {
        if (value != null) {
            sql.sql(words).literal(new Literal.Text(value));
        }
    }

    /** Nothing without {@link Capability#ENUM_TYPES}. */
    @Override
    public List<Statement> visitDropEnum(DropEnum operation) {
        return dialect.can(Capability.ENUM_TYPES)
                ? drop("DROP TYPE", operation.type(), operation.ifExists(), operation.cascade())
                : List.of();
    }

    @Override
    public List<Statement> visitCreateView(CreateView operation) {
        return createView("CREATE", operation.view(), operation.ifNotExists());
    }

    /** A materialized view is dropped and created; a plain one, and one that may not be there, is replaced. */
    @Override
    public List<Statement> visitReplaceView(ReplaceView operation) {
        View view = operation.view();
        if (!view.materialized()) {
            return createView("CREATE OR REPLACE", view, false);
        }
        List<Statement> statements = new ArrayList<>(drop(dropView(true), view.name(), true, false));
        statements.addAll(createView("CREATE", view, false));
        return statements;
    }

    private List<Statement> createView(String create, View view, boolean ifNotExists) {
        String kind = view.materialized() ? "MATERIALIZED VIEW" : "VIEW";
        Statement statement = statement(sql -> {
            ifNotExists(sql.sql(create).sql(kind), ifNotExists);
            sql.name(view.name());
            if (!view.columns().isEmpty()) {
                sql.names(view.columns());
            }
            viewOptions(sql, view);
            sql.sql("AS").newLine().text(view.query());
        });
        return commented(statement, sql -> sql.sql(kind).name(view.name()), view.comment());
    }

    /**
     * Writes the dialect's own options of a view, between its columns and {@code AS}; nothing here.
     *
     * @param sql  the statement
     * @param view the view
     */
    protected void viewOptions(SqlWriter sql, View view) {}

    @Override
    public List<Statement> visitDropView(DropView operation) {
        return drop(dropView(operation.materialized()), operation.view(), operation.ifExists(), operation.cascade());
    }

    private static String dropView(boolean materialized) {
        return materialized ? "DROP MATERIALIZED VIEW" : "DROP VIEW";
    }

    @Override
    public List<Statement> visitCreateRoutine(CreateRoutine operation) {
        Routine routine = operation.routine();
        Statement create = statement(sql -> sql.text(routine.definition()));
        return commented(create, sql -> signature(sql, routine.key()), routine.comment());
    }

    @Override
    public List<Statement> visitDropRoutine(DropRoutine operation) {
        return one(sql -> {
            Routine.Key key = operation.routine();
            ifExists(sql.sql("DROP").sql(key.kind().name()), operation.ifExists());
            sql.name(key.name()).append("(" + key.arguments() + ")");
            dropBehaviour(sql, operation.cascade());
        });
    }

    private static void signature(SqlWriter sql, Routine.Key key) {
        sql.sql(key.kind().name()).name(key.name()).append("(" + key.arguments() + ")");
    }

    @Override
    public List<Statement> visitCreateTrigger(CreateTrigger operation) {
        Trigger trigger = operation.trigger();
        Statement create = statement(
                sql -> new TriggerClauses().create(sql, trigger, nameOf(trigger), operation.ifNotExists()));
        return commented(
                create,
                sql -> sql.sql("TRIGGER").name(trigger.name()).sql("ON").name(trigger.table()),
                trigger.comment());
    }

    /**
     * How a trigger is called when it is created: without a namespace, which is that of its table. A database that looks in
     * the namespace of the session overrides this.
     *
     * @param trigger the trigger
     * @return its name
     */
    protected QualifiedName nameOf(Trigger trigger) {
        return new QualifiedName(null, trigger.name());
    }

    /** ISO SQL knows a trigger by its name alone, in the namespace of its table. */
    @Override
    public List<Statement> visitDropTrigger(DropTrigger operation) {
        QualifiedName table = operation.table();
        QualifiedName name =
                table == null ? new QualifiedName(null, operation.trigger()) : table.sibling(operation.trigger());
        return drop("DROP TRIGGER", name, operation.ifExists(), false);
    }

    /**
     * A statement that drops something.
     *
     * @param words    {@code DROP} and the kind of object
     * @param name     its name
     * @param ifExists whether it is no mistake if it does not exist
     * @param cascade  whether objects that depend on it go too
     * @return a list of one statement
     */
    protected final List<Statement> drop(String words, QualifiedName name, boolean ifExists, boolean cascade) {
        return one(sql -> {
            ifExists(sql.sql(words), ifExists);
            dropBehaviour(sql.name(name), cascade);
        });
    }
}
