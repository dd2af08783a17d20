// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.inverse;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.engine.text.Mentions;
import dev.retort.engine.text.RowsOnly;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.schema.SqlText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The inverse of {@code execute}, as far as the author says or the words of the text tell. */
final class ExecuteInverse {

    private ExecuteInverse() {}

    /** The second argument is the inverse of the effects, or null if none are stated. */
    static Reversal of(Execute execute, @Nullable Reversal effects) {
        SqlText reverse = execute.reverse();
        if (reverse != null) {
            return reverse(reverse, effects);
        }
        if (isEmpty(execute.sql())) {
            return Reversal.by();
        }
        if (effects != null && !List.of().equals(execute.effects())) {
            return effects;
        }
        if (effects != null || RowsOnly.is(execute.sql())) {
            return RowsOnly.reads(execute.sql()) ? Reversal.by() : rowsStay();
        }
        return new Reversal.Irreversible(
                "the SQL text may change the schema and does not say how it is undone",
                "Add 'reverse' with the SQL that undoes it, or 'effects' that say what it does, or write the downgrade.");
    }

    private static Reversal reverse(SqlText reverse, @Nullable Reversal effects) {
        if (isEmpty(reverse)) {
            return Reversal.by();
        }
        @Nullable
        List<Operation> undone =
                effects == null ? null : Inverse.operations(effects).orElse(null);
        return Reversal.by(new Execute(reverse, undone, null));
    }

    private static boolean isEmpty(SqlText text) {
        return Mentions.textsOf(text).stream().allMatch(RowsOnly::isEmpty);
    }

    private static Reversal rowsStay() {
        return new Reversal.By(
                List.of(),
                List.of(Finding.warning(ErrorCode.ROWS_NOT_RESTORED, "What the SQL text does to rows is not undone.")
                        .withHint("Add 'reverse' with the SQL that undoes it, empty if there is nothing to undo.")));
    }
}
