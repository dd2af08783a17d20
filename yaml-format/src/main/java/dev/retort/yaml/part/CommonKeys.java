// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import dev.retort.schema.Deferrability;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.SqlText;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Scalars;
import java.util.List;

/** Keys that mean the same wherever they stand. */
public final class CommonKeys {

    /** An optional name of a constraint or index. */
    public static final Key<Identifier> CONSTRAINT_NAME = Key.of("name", Scalars.IDENTIFIER, "Its name.");

    /** Columns of a constraint. */
    public static final Key<List<Identifier>> COLUMNS = Key.of("columns", Names.COLUMN_NAMES, "Its columns, in order.");

    /** One column. */
    public static final Key<Identifier> COLUMN = Key.of("column", Scalars.IDENTIFIER, "The column.");

    /** Old name. */
    public static final Key<Identifier> FROM = Key.of("from", Scalars.IDENTIFIER, "The name that it has.");

    /** New name. */
    public static final Key<Identifier> TO = Key.of("to", Scalars.IDENTIFIER, "The name that it shall have.");

    /** Words about an object. */
    public static final Key<String> COMMENT = Key.of("comment", Scalars.TEXT, "Words about it.");

    /** What only one dialect knows. */
    public static final Key<Options> OPTIONS =
            Key.of("options", OptionsYaml.FORM, "What only one dialect knows, by dialect.");

    /** Condition of an index. */
    public static final Key<SqlText> WHERE = Key.of("where", SqlTextYaml.FORM, "Which rows; all if left out.");

    /** When a constraint is checked. */
    public static final Key<Deferrability> DEFERRABLE = Key.of(
            "deferrable", new DeferrableForm(), "Whether a transaction may defer it: false, immediate or deferred.");

    /** Whether rows that were there before satisfy a constraint. */
    public static final Key<Boolean> VALIDATED =
            Key.of("validated", Scalars.BOOLEAN, "false: rows that were there before are not checked yet.");

    /** No mistake if it exists. */
    public static final Key<Boolean> IF_NOT_EXISTS =
            Key.of("if_not_exists", Scalars.BOOLEAN, "true: it is no mistake if it exists already.");

    /** No mistake if it does not exist. */
    public static final Key<Boolean> IF_EXISTS =
            Key.of("if_exists", Scalars.BOOLEAN, "true: it is no mistake if it does not exist.");

    /** Dependent objects go too. */
    public static final Key<Boolean> CASCADE =
            Key.of("cascade", Scalars.BOOLEAN, "true: what depends on it is dropped too.");

    private CommonKeys() {}
}
