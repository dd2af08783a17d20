// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

/** What random schemas are made of, beyond what a dialect's capabilities say. A quirk leaves one out. */
public enum Feature {
    /** Names with blanks, quotes, other scripts, and names that are keywords. */
    ODD_NAMES,
    /** Defaults that are expressions. */
    EXPRESSION_DEFAULTS,
    /** Constraints without a name. */
    UNNAMED_CONSTRAINTS,
    /** Texts with carriage returns in them. */
    CARRIAGE_RETURNS,
    /** Foreign keys from a table to itself. */
    SELF_REFERENCES,
    /** Foreign keys in a circle. */
    CIRCULAR_REFERENCES,
    /** {@code ON DELETE} and {@code ON UPDATE} with {@code SET DEFAULT}. */
    SET_DEFAULT,
    /** {@code RESTRICT} as an action of its own. */
    RESTRICT,
    /** Views on views. */
    NESTED_VIEWS,
    /** Names of a view's columns. */
    VIEW_COLUMNS,
    /** Generated columns in indexes. */
    INDEXED_GENERATED_COLUMNS,
    /** A column that becomes generated, or is generated no longer. */
    ALTER_GENERATED,
    /** A column that becomes an identity, or is one no longer. */
    ALTER_IDENTITY,
    /** A change of a column's type to one of another kind. */
    ALTER_TYPE
}
