// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.inverse;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Severity;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.engine.autogenerate.Comparator;
import dev.retort.engine.autogenerate.Comparison;
import dev.retort.engine.replay.Replay;
import dev.retort.engine.replay.ReplayState;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.function.Function;

/**
 * Brings back what an operation takes away, with all that goes along with it: the difference between the schema after the
 * operation and the schema before it.
 *
 * @param before  the state before the operation
 * @param placing whether a column takes its old place
 * @param replays makes replays
 */
record Restoring(ReplayState before, boolean placing, Function<ReplayState, Replay> replays) {

    Reversal after(Operation operation, Finding... lost) {
        Replay replay = replays.apply(before).apply(operation, SourceLocation.NONE);
        for (Finding finding : replay.findings()) {
            if (finding.severity() == Severity.ERROR) {
                return new Reversal.Irreversible(
                        "it does not fit the schema: " + finding.message().replaceAll("\\.$", ""), "Correct it first.");
            }
            if (finding.code() == ErrorCode.UNKNOWN_SCHEMA) {
                return unknown(before);
            }
        }
        Schema after = replay.state().schema();
        Comparison difference = new Comparator(placing).compare(after, before.schema());
        if (!difference.findings().isEmpty()) {
            return new Reversal.Irreversible(
                    "of " + difference.findings().get(0).message().replaceAll("\\.$", ""), "Write the downgrade.");
        }
        boolean nothing = difference.operations().isEmpty();
        return new Reversal.By(difference.operations(), nothing ? List.of() : List.of(lost));
    }

    static Reversal unknown(ReplayState state) {
        return new Reversal.Irreversible(
                "what it changes is not known here: the statement at "
                        + state.opaque().get(0) + " does not say what it does to the schema",
                "State the effects of that statement, or write the downgrade.");
    }
}
