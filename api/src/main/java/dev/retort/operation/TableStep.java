// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.TableBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates a table. */
public final class TableStep extends OptionStep<TableStep> {

    private final List<TablePart> parts;
    private final List<String> prefixes = new ArrayList<>();
    private @Nullable String comment;
    private boolean ifNotExists;

    TableStep(String table, List<TablePart> parts) {
        super(table);
        this.parts = List.copyOf(parts);
    }

    /**
     * Comments the table.
     *
     * @param words words about it
     * @return this
     */
    public TableStep comment(String words) {
        comment = words;
        return this;
    }

    /**
     * Puts a word between {@code CREATE} and {@code TABLE}, such as {@code TEMPORARY}; called again, puts another one
     * behind it.
     *
     * @param words SQL, passed as it is
     * @return this
     */
    public TableStep prefix(String words) {
        prefixes.add(words);
        return this;
    }

    /** {@return this, now without a mistake if the table exists already} */
    public TableStep ifNotExists() {
        ifNotExists = true;
        return this;
    }

    @Override
    Operation build() {
        QualifiedName name = name();
        TableBuilder table = new TableBuilder(name).comment(comment).options(options());
        boolean hasPrimaryKey = false;
        for (TablePart part : parts) {
            if (part instanceof PrimaryKeySpec) {
                if (hasPrimaryKey) {
                    throw new IllegalArgumentException("table " + name + " must not have two primary keys");
                }
                hasPrimaryKey = true;
            }
            part.addTo(table);
        }
        return new CreateTable(table.build(), ifNotExists, prefixes);
    }
}
