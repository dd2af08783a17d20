// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One column definition.
 *
 * @param fragment the definition from its name to its last constraint
 * @param withComments the definition with the comments that belong to it: those on lines of their own above it, and
 *     those behind it on its last line, even behind its comma
 * @param name the column's name
 * @param type the declared type as written, null when there is none
 * @param constraints the constraints in the order written
 */
public record ColumnText(
        Fragment fragment,
        Fragment withComments,
        NameText name,
        @Nullable Fragment type,
        List<ColumnConstraintText> constraints) {

    /** Copies the constraints. */
    public ColumnText {
        constraints = List.copyOf(constraints);
    }

    /** The declared type as written, empty when there is none. */
    public String typeText() {
        return type == null ? "" : type.text();
    }

    /** The declared type as SQLite takes it: of a type that begins with a quoted name, that name is all it keeps. */
    public String typeName() {
        if (type == null) {
            return "";
        }
        Token first = SqliteLexer.tokens(type.text()).get(0);
        return first.kind() == TokenKind.WORD ? type.text() : first.name();
    }

    /** The last constraint of the kind; where SQLite lets a clause come twice, the last one holds. */
    public <T extends ColumnConstraintText> Optional<T> last(Class<T> kind) {
        for (int i = constraints.size() - 1; i >= 0; i--) {
            if (kind.isInstance(constraints.get(i))) {
                return Optional.of(kind.cast(constraints.get(i)));
            }
        }
        return Optional.empty();
    }
}
