// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.autogenerate;

import dev.retort.engine.text.Mentions;
import dev.retort.operation.CreateRoutine;
import dev.retort.operation.DropRoutine;
import dev.retort.operation.Operation;
import dev.retort.schema.Routine;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * Differences between routines. One that mentions no table may be needed by tables, so it comes before them; one that
 * mentions tables comes after them.
 *
 * @param from the schema that is there
 * @param to   the schema that shall be
 */
record RoutineChange(Schema from, Schema to) {

    List<Operation> early() {
        List<Operation> operations = new ArrayList<>();
        for (Routine routine : from.routines().values()) {
            Routine target = to.routines().get(routine.key());
            if (target != null && !target.equals(routine) && !saysReplace(target)) {
                operations.add(new DropRoutine(routine.key(), false, false));
            }
        }
        operations.addAll(creates(false));
        return operations;
    }

    List<Operation> late() {
        return creates(true);
    }

    List<Operation> drops() {
        return from.routines().keySet().stream()
                .filter(key -> !to.routines().containsKey(key))
                .<Operation>map(key -> new DropRoutine(key, false, false))
                .toList();
    }

    private List<Operation> creates(boolean late) {
        return to.routines().values().stream()
                .filter(routine -> !routine.equals(from.routines().get(routine.key())))
                .filter(routine -> mentionsTable(routine) == late)
                .<Operation>map(routine -> new CreateRoutine(
                        routine, saysReplace(routine) && from.routines().containsKey(routine.key())))
                .toList();
    }

    private boolean mentionsTable(Routine routine) {
        Mentions mentions = Mentions.of(routine.definition());
        return to.tables().keySet().stream()
                        .anyMatch(name -> mentions.has(name.name().value()))
                || to.views().keySet().stream()
                        .anyMatch(name -> mentions.has(name.name().value()));
    }

    private static boolean saysReplace(Routine routine) {
        Mentions mentions = Mentions.of(routine.definition());
        return mentions.has("or") && mentions.has("replace");
    }
}
