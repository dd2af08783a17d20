// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Routine;
import dev.retort.schema.SqlText;
import java.util.function.UnaryOperator;

/** Records operations on what stands beside tables: namespaces, sequences, enum types, views, routines, triggers. */
abstract class ObjectRecorder extends ConstraintRecorder {

    ObjectRecorder(UnaryOperator<String> fileNames) {
        super(fileNames);
    }

    /**
     * Creates a namespace.
     *
     * @param schema its name
     * @return the step
     */
    public NamespaceStep createSchema(String schema) {
        return record(new NamespaceStep(schema));
    }

    /**
     * Drops a namespace.
     *
     * @param schema its name
     * @return the step
     */
    public NamespaceStep.Drop dropSchema(String schema) {
        return record(new NamespaceStep.Drop(schema));
    }

    /**
     * Creates a sequence.
     *
     * @param sequence its name
     * @return the step
     */
    public SequenceStep.Create createSequence(String sequence) {
        return record(new SequenceStep.Create(sequence));
    }

    /**
     * Replaces the definition of a sequence, which keeps its current value unless it is to restart.
     *
     * @param sequence its name
     * @return the step
     */
    public SequenceStep.Alter alterSequence(String sequence) {
        return record(new SequenceStep.Alter(sequence));
    }

    /**
     * Drops a sequence.
     *
     * @param sequence its name
     * @return the step
     */
    public DropStep.OfObject dropSequence(String sequence) {
        return record(new DropStep.OfObject(sequence, DropSequence::new));
    }

    /**
     * Creates an enum type.
     *
     * @param type   its name
     * @param values its values, in order
     * @return the step
     */
    public EnumStep createEnum(String type, String... values) {
        return record(new EnumStep(type, values));
    }

    /**
     * Adds a value to an enum type; at the end, until the step is told otherwise.
     *
     * @param type  the type
     * @param value the value
     * @return the step
     */
    public EnumStep.AddValue addEnumValue(String type, String value) {
        return record(new EnumStep.AddValue(type, value));
    }

    /**
     * Renames a value of an enum type; rows follow.
     *
     * @param type the type
     * @param from the value
     * @param to   its new name
     * @return the step
     */
    public PlainStep renameEnumValue(String type, String from, String to) {
        return record(new PlainStep(type, name -> new AlterEnum(name, new EnumChange.RenameValue(from, to))));
    }

    /**
     * Takes a value away from an enum type; refused if a row holds it.
     *
     * @param type  the type
     * @param value the value
     * @return the step
     */
    public PlainStep dropEnumValue(String type, String value) {
        return record(new PlainStep(type, name -> new AlterEnum(name, new EnumChange.DropValue(value))));
    }

    /**
     * Drops an enum type.
     *
     * @param type its name
     * @return the step
     */
    public DropStep.OfObject dropEnum(String type) {
        return record(new DropStep.OfObject(type, DropEnum::new));
    }

    /**
     * Creates a view.
     *
     * @param view  its name
     * @param query its query, passed as it is
     * @return the step
     */
    public ViewStep.Create createView(String view, String query) {
        return createView(view, SqlText.verbatim(query));
    }

    /**
     * Creates a view.
     *
     * @param view  its name
     * @param query its query
     * @return the step
     */
    public ViewStep.Create createView(String view, SqlText query) {
        return record(new ViewStep.Create(view, query));
    }

    /**
     * Replaces the query of a view, or creates the view.
     *
     * @param view  its name
     * @param query its query, passed as it is
     * @return the step
     */
    public ViewStep.Replace replaceView(String view, String query) {
        return replaceView(view, SqlText.verbatim(query));
    }

    /**
     * Replaces the query of a view, or creates the view.
     *
     * @param view  its name
     * @param query its query
     * @return the step
     */
    public ViewStep.Replace replaceView(String view, SqlText query) {
        return record(new ViewStep.Replace(view, query));
    }

    /**
     * Drops a view.
     *
     * @param view its name
     * @return the step
     */
    public DropStep.OfView dropView(String view) {
        return record(new DropStep.OfView(view));
    }

    /**
     * Creates a function.
     *
     * @param name       its name
     * @param arguments  argument types that tell overloaded functions apart, without parentheses; may be empty
     * @param definition the whole {@code CREATE} statement; {@code sql("...")} for a text passed as it is
     * @return the step
     */
    public RoutineStep createFunction(String name, String arguments, SqlText definition) {
        return record(new RoutineStep(Routine.Kind.FUNCTION, name, arguments, definition));
    }

    /**
     * Creates a procedure.
     *
     * @param name       its name
     * @param arguments  as for {@link #createFunction}
     * @param definition as for {@link #createFunction}
     * @return the step
     */
    public RoutineStep createProcedure(String name, String arguments, SqlText definition) {
        return record(new RoutineStep(Routine.Kind.PROCEDURE, name, arguments, definition));
    }

    /**
     * Drops a function.
     *
     * @param name      its name
     * @param arguments as for {@link #createFunction}
     * @return the step
     */
    public DropStep.OfObject dropFunction(String name, String arguments) {
        return dropRoutine(Routine.Kind.FUNCTION, name, arguments);
    }

    /**
     * Drops a procedure.
     *
     * @param name      its name
     * @param arguments as for {@link #createFunction}
     * @return the step
     */
    public DropStep.OfObject dropProcedure(String name, String arguments) {
        return dropRoutine(Routine.Kind.PROCEDURE, name, arguments);
    }

    private DropStep.OfObject dropRoutine(Routine.Kind kind, String routine, String arguments) {
        return record(new DropStep.OfObject(
                routine,
                (name, ifExists, cascade) ->
                        new DropRoutine(new Routine.Key(name, kind, arguments), ifExists, cascade)));
    }

    /**
     * Creates a trigger; the step is to be told what sets it off.
     *
     * @param trigger its name
     * @param table   the table or view that it watches
     * @param body    what it does, passed as it is: {@code BEGIN ... END}, a statement, or {@code EXECUTE FUNCTION f()}
     * @return the step
     */
    public TriggerStep createTrigger(String trigger, String table, String body) {
        return createTrigger(trigger, table, SqlText.verbatim(body));
    }

    /**
     * Creates a trigger; the step is to be told what sets it off.
     *
     * @param trigger its name
     * @param table   the table or view that it watches
     * @param body    what it does
     * @return the step
     */
    public TriggerStep createTrigger(String trigger, String table, SqlText body) {
        return record(new TriggerStep(trigger, table, body));
    }

    /**
     * Drops a trigger.
     *
     * @param trigger its name
     * @return the step
     */
    public TriggerStep.Drop dropTrigger(String trigger) {
        return record(new TriggerStep.Drop(trigger));
    }
}
