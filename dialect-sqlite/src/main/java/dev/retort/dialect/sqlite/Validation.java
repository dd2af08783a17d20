// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.Statement;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Literal;
import dev.retort.schema.Schema;
import dev.retort.schema.TableConstraint;
import java.util.List;
import java.util.Optional;

/** Checks the rows of a table against one of its constraints. */
final class Validation {

    private final SqliteWords words;
    private final Guards guards;

    Validation(SqliteWords words) {
        this.words = words;
        this.guards = new Guards(words.syntax);
    }

    List<Statement> validate(ValidateConstraint operation, Schema before) {
        String name = operation.table().name().value();
        Optional<TableConstraint> constraint = SqliteCanonical.find(operation.table(), before)
                .flatMap(table -> table.constraint(operation.constraint()));
        if (constraint.isEmpty()) {
            return List.of();
        }
        String message = "rows of table " + name + " do not satisfy constraint " + operation.constraint();
        if (constraint.get() instanceof CheckConstraint check) {
            return List.of(guards.none(
                    "SELECT * FROM " + words.syntax.quote(name) + " WHERE NOT ("
                            + SqlExpressions.closed(SqlWriter.verbatim(check.expression())) + ")",
                    message,
                    ": "));
        }
        if (constraint.get() instanceof ForeignKey) {
            return List.of(guards.none(
                    "SELECT \"table\", \"rowid\", \"parent\" FROM pragma_foreign_key_check("
                            + words.syntax.literal(new Literal.Text(name)) + ")",
                    message,
                    " (table, row, table referred to): "));
        }
        return List.of();
    }
}
