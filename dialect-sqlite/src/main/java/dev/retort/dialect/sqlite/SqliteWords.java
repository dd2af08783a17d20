// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

/** The parts that read and write SQLite's texts, made once for a dialect. */
final class SqliteWords {

    final SqliteSyntax syntax = new SqliteSyntax();
    final SqliteTypes types = new SqliteTypes();
    final SqliteCanonical canonical = new SqliteCanonical(types, syntax);
    final TableReader reader = new TableReader(types, new DefaultTexts(syntax));
    final TableWriter tables = new TableWriter(syntax, types);
    final ObjectWriter objects = new ObjectWriter(syntax, tables);
}
