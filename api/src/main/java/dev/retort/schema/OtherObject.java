// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

/**
 * An object that the model has no type for, in its dialect's own words, such as a virtual table of SQLite. It is read
 * back, compared and created as text.
 *
 * @param name       its name
 * @param type       what the dialect calls it, such as {@code virtual table}
 * @param definition the whole {@code CREATE} statement
 */
public record OtherObject(QualifiedName name, String type, SqlText definition) {}
