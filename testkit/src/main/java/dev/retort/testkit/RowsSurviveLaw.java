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
                List<Operation> operations = one.operations(before, 1, RowsSurviveLaw::isSafe);
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

    private static void upAndDown(LawCase one, LawSession session, Schema before, Operation operation)
            throws Exception {
        StoredRows stored = new StoredRows(one.dialect(), session.connection());
        var rows = stored.read(before);
        session.run(before, List.of(operation));
        Schema after = Replay.after(before, List.of(operation));
        stored.compare(rows, RowMove.of(operation), stored.read(after), () -> "after " + Compact.text(operation));
        Reversal reversal = new Inverse(one.placing()).of(operation, ReplayState.of(before));
        if (reversal instanceof Reversal.By by
                && one.random().nextBoolean()
                && by.operations().stream().allMatch(RowsSurviveLaw::comesBack)) {
            session.run(after, by.operations());
            stored.compare(
                    rows,
                    RowMove.back(operation),
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
