// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CREATE VIRTUAL TABLE statement; what the arguments mean is the module's affair.
 *
 * @param text the statement as written
 * @param schema the schema before the name, null when not written
 * @param name the table's name
 * @param module the module's name
 * @param arguments the arguments verbatim, empty when there are no parentheses
 */
public record CreateVirtualTableText(
        String text, @Nullable NameText schema, NameText name, NameText module, List<Fragment> arguments)
        implements SchemaText {

    /** Copies the arguments. */
    public CreateVirtualTableText {
        arguments = List.copyOf(arguments);
    }
}
