// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.ObjectKind;
import dev.retort.schema.SqlText;
import dev.retort.schema.View;
import java.util.function.UnaryOperator;

/**
 * Creates a view.
 *
 * @param view        the view
 * @param ifNotExists whether it is no mistake if it exists already
 */
public record CreateView(View view, boolean ifNotExists) implements Operation {

    @Override
    public String keyword() {
        return "create_view";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitCreateView(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.writes(ObjectRef.of(ObjectKind.VIEW, view.name())).opaquely();
    }

    @Override
    public CreateView mapSql(UnaryOperator<SqlText> change) {
        return new CreateView(SqlMapping.view(view, change), ifNotExists);
    }
}
