// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

/** What a database can do. A dialect states the set for a server version; planner, docs and testkit read the same set. */
public enum Capability {
    /** DDL can be rolled back with its transaction. */
    TRANSACTIONAL_DDL("DDL can be rolled back with its transaction"),
    /** A column's type, nullability and default change without making the table anew. */
    ALTER_COLUMN_IN_PLACE("a column can be altered without making the table anew"),
    /** Constraints can be added to and dropped from an existing table, in place or by a rebuild. */
    ALTER_CONSTRAINTS("constraints can be added to and dropped from an existing table"),
    /** A column can be placed first or after another. */
    COLUMN_POSITION("a column can be placed first or after another"),
    /** There are namespaces. */
    SCHEMAS("there are namespaces (CREATE SCHEMA)"),
    /** There are sequences. */
    SEQUENCES("there are sequences"),
    /** There are named enum types. */
    ENUM_TYPES("there are named enum types"),
    /** An enum, named or not, can be declared; without named types as a checked or listed column. */
    ENUMS("a column can be limited to a list of words"),
    /** There are arrays. */
    ARRAYS("a column can hold an array"),
    /** Tables, columns and other objects keep a comment. */
    COMMENTS("objects keep a comment"),
    /** A constraint can be checked at the end of the transaction. */
    DEFERRABLE_CONSTRAINTS("a foreign key can be deferred"),
    /** A unique constraint or primary key can be deferred. */
    DEFERRABLE_UNIQUE("a unique constraint or primary key can be deferred"),
    /** Checks have names. */
    NAMED_CHECKS("checks have names"),
    /** Constraints can be renamed. */
    RENAME_CONSTRAINT("a constraint can be renamed"),
    /** A constraint can be added without looking at the rows there are. */
    NOT_VALID_CONSTRAINTS("a constraint can be added without checking existing rows"),
    /** There are exclusion constraints. */
    EXCLUSION_CONSTRAINTS("there are exclusion constraints"),
    /** An index can hold some of the rows. */
    PARTIAL_INDEX("an index can be partial"),
    /** An index can be on an expression. */
    EXPRESSION_INDEX("an index can be on an expression"),
    /** An index part can sort from high to low. */
    DESCENDING_INDEX("an index can sort from high to low"),
    /** An index part can say where NULLs go. */
    INDEX_NULLS_ORDER("an index can say where NULLs go"),
    /** An index can be renamed. */
    RENAME_INDEX("an index can be renamed"),
    /** An index can be built while rows are written. */
    CONCURRENT_INDEX("an index can be built while rows are written"),
    /** There are generated columns that are stored. */
    GENERATED_STORED("a generated column can be stored"),
    /** There are generated columns that are computed when read. */
    GENERATED_VIRTUAL("a generated column can be virtual"),
    /** A column can be numbered by the database. */
    IDENTITY("a column can be numbered by the database"),
    /** A numbered column can refuse given values, start elsewhere, or step by more than 1. */
    IDENTITY_OPTIONS("an identity column can have options"),
    /** There are materialized views. */
    MATERIALIZED_VIEWS("there are materialized views"),
    /** There are functions and procedures. */
    ROUTINES("there are functions and procedures"),
    /** There are triggers. */
    TRIGGERS("there are triggers"),
    /** {@code IF EXISTS} and {@code IF NOT EXISTS} are understood for columns and constraints too. */
    IF_EXISTS_ON_PARTS("IF [NOT] EXISTS is understood for columns and constraints");

    private final String sentence;

    Capability(String sentence) {
        this.sentence = sentence;
    }

    /** {@return what it means, in words that follow "that"} */
    public String sentence() {
        return sentence;
    }
}
