// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.ObjectKind;
import dev.retort.schema.SqlText;
import dev.retort.schema.View;
import java.util.function.UnaryOperator;

/**
 * Replaces the query of a view, or creates the view.
 *
 * @param view the view as it shall be
 */
public record ReplaceView(View view) implements Operation {

    @Override
    public String keyword() {
        return "replace_view";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitReplaceView(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.writes(ObjectRef.of(ObjectKind.VIEW, view.name())).opaquely();
    }

    @Override
    public ReplaceView mapSql(UnaryOperator<SqlText> change) {
        return new ReplaceView(SqlMapping.view(view, change));
    }
}
