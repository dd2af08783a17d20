// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.engine.inverse.Inverse;
import dev.retort.engine.inverse.Reversal;
import dev.retort.engine.replay.Replay;
import dev.retort.engine.replay.ReplayState;
import dev.retort.operation.*;
import dev.retort.schema.Generated;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Law 6: no operation loses or alters a row that it does not have to, on the way up or down. */
final class RowsSurviveLaw implements Law {

    private static final int ROWS = 6;

    @Override
    public String name() {
        return "6 rows survive";
    }

    @Override
    public int check(LawCase one) throws Exception {
        Schema schema = one.schema();
        int checked = 0;
        try (LawSession session = one.session()) {
            session.create(schema);
            session.run(schema, new RandomRows(one.words(), schema, one.random()).inserts(ROWS));
            for (int i = 0; i < 4; i++) {
                Schema before = session.inspect();
                List<Operation> operations = one.random().nextInt(3) == 0
                        ? typeChange(one, before)
                        : one.operations(before, 1, RowsSurviveLaw::isSafe);
                if (!operations.isEmpty()) {
                    try {
                        upAndDown(one, session, before, operations.get(0));
                    } catch (Exception | AssertionError e) {
                        one.note("statements", session::log);
                        throw e;
                    }
                    checked++;
                }
            }
        }
        return checked;
    }

    /** A change of a type that keeps all values, on the way up and back. */
    private static List<Operation> typeChange(LawCase one, Schema before) {
        List<Operation> change = new TypeChanges(one.words(), one.random())
                .of(before).stream()
                        .filter(operation -> one.fits(operation, before))
                        .limit(1)
                        .toList();
        one.note("operations", () -> Compact.text(change));
        return change;
    }

    /** Where values are after the operation: a type changes here only if they all stay. */
    private static RowMove move(Operation operation) {
        return isTypeChange(operation) ? Optional::of : RowMove.of(operation);
    }

    private static boolean isTypeChange(Operation operation) {
        return operation instanceof AlterColumn alter && alter.type() != null;
    }

    private static void upAndDown(LawCase one, LawSession session, Schema before, Operation operation)
            throws Exception {
        StoredRows stored = new StoredRows(one.dialect(), session.connection());
        var rows = stored.read(before);
        session.run(before, List.of(operation));
        Schema after = Replay.after(before, List.of(operation));
        stored.compare(rows, move(operation), stored.read(after), () -> "after " + Compact.text(operation));
        Reversal reversal = new Inverse(one.placing()).of(operation, ReplayState.of(before));
        if (reversal instanceof Reversal.By by
                && one.random().nextBoolean()
                && by.operations().stream().allMatch(RowsSurviveLaw::comesBack)
                && session.placed(after, by.operations()).stream().noneMatch(one::refuses)) {
            session.run(after, by.operations());
            stored.compare(
                    rows,
                    isTypeChange(operation) ? Optional::of : RowMove.back(operation),
                    stored.read(session.inspect()),
                    () -> "after the inverse of " + Compact.text(operation));
        }
    }

    /** A column that comes back without its values must be content with NULL in every row. */
    private static boolean comesBack(Operation operation) {
        return !(operation instanceof AddColumn add)
                || (add.column().nullable() && add.column().defaultValue() == null);
    }

    /** Whether the rows of {@link RandomRows} cannot stand in the way of an operation. */
    static boolean isSafe(Operation operation) {
        if (operation instanceof AddColumn add) {
            Generated generated = add.column().generated();
            // What is computed from any row at once, and stored, may be out of range.
            return generated != null
                    ? add.column().nullable() && !generated.stored()
                    : add.column().nullable() || add.column().defaultValue() != null;
        }
        if (operation instanceof AlterColumn alter) {
            return !Boolean.FALSE.equals(alter.nullable()) && alter.type() == null;
        }
        if (operation instanceof CreateIndex create) {
            return !create.index().unique();
        }
        if (operation instanceof Batch batch) {
            return batch.operations().stream().allMatch(RowsSurviveLaw::isSafe);
        }
        return !(operation instanceof AddCheck)
                && !(operation instanceof AddUnique)
                && !(operation instanceof AddForeignKey)
                && !(operation instanceof AddPrimaryKey)
                && !(operation instanceof DropTable);
    }
}
