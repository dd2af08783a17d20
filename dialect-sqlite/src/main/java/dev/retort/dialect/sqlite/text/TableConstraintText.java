// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One constraint of a table, written after its columns. */
public sealed interface TableConstraintText {

    /** The whole constraint, {@code CONSTRAINT name} included, comments around it not. */
    Fragment fragment();

    /** The constraint with the comments that belong to it. */
    Fragment withComments();

    /** The name given with {@code CONSTRAINT}, null when there is none. */
    @Nullable
    NameText name();

    /** {@code PRIMARY KEY (...)}. */
    record PrimaryKey(
            Fragment fragment,
            Fragment withComments,
            @Nullable NameText name,
            List<IndexedPartText> parts,
            boolean autoincrement,
            @Nullable ConflictResolution conflict)
            implements TableConstraintText {

        /** Copies the parts. */
        public PrimaryKey {
            parts = List.copyOf(parts);
        }
    }

    /** {@code UNIQUE (...)}. */
    record Unique(
            Fragment fragment,
            Fragment withComments,
            @Nullable NameText name,
            List<IndexedPartText> parts,
            @Nullable ConflictResolution conflict)
            implements TableConstraintText {

        /** Copies the parts. */
        public Unique {
            parts = List.copyOf(parts);
        }
    }

    /** {@code CHECK (...)}; the expression is what stands between the parentheses. */
    record Check(
            Fragment fragment,
            Fragment withComments,
            @Nullable NameText name,
            Fragment expression,
            @Nullable ConflictResolution conflict)
            implements TableConstraintText {}

    /** {@code FOREIGN KEY (...) REFERENCES ...}. */
    record ForeignKey(
            Fragment fragment,
            Fragment withComments,
            @Nullable NameText name,
            List<NameText> columns,
            ReferencesText target)
            implements TableConstraintText {

        /** Copies the columns. */
        public ForeignKey {
            columns = List.copyOf(columns);
        }
    }

    /** {@code CONSTRAINT name} with nothing behind it, which SQLite lets pass. */
    record Dangling(Fragment fragment, Fragment withComments, NameText name) implements TableConstraintText {}
}
