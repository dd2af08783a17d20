// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import dev.retort.dialect.sqlite.text.ColumnConstraintText.Check;
import dev.retort.dialect.sqlite.text.ColumnConstraintText.Collate;
import dev.retort.dialect.sqlite.text.ColumnConstraintText.Dangling;
import dev.retort.dialect.sqlite.text.ColumnConstraintText.Default;
import dev.retort.dialect.sqlite.text.ColumnConstraintText.Deferred;
import dev.retort.dialect.sqlite.text.ColumnConstraintText.Generated;
import dev.retort.dialect.sqlite.text.ColumnConstraintText.NotNull;
import dev.retort.dialect.sqlite.text.ColumnConstraintText.Null;
import dev.retort.dialect.sqlite.text.ColumnConstraintText.PrimaryKey;
import dev.retort.dialect.sqlite.text.ColumnConstraintText.References;
import dev.retort.dialect.sqlite.text.ColumnConstraintText.Unique;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one column definition. */
final class ColumnParser {

    private final TokenCursor cursor;
    private final ClauseParser clauses;

    ColumnParser(TokenCursor cursor) {
        this.cursor = cursor;
        this.clauses = new ClauseParser(cursor);
    }

    /** The definition ahead; the comments that belong to it are not known yet. */
    ColumnText column() {
        int start = cursor.start();
        NameText name = cursor.name("a column name");
        Fragment type = type();
        List<ColumnConstraintText> constraints = new ArrayList<>();
        while (!cursor.atEnd() && !cursor.aheadOperator(",") && !cursor.aheadOperator(")")) {
            constraints.add(constraint());
        }
        Fragment fragment = cursor.since(start);
        return new ColumnText(fragment, fragment, name, type, constraints);
    }

    private @Nullable Fragment type() {
        int start = cursor.start();
        boolean any = false;
        while (cursor.aheadId() && !generatedAhead()) {
            cursor.take();
            any = true;
        }
        if (!any) {
            return null;
        }
        if (cursor.acceptOperator("(")) {
            signedNumber();
            if (cursor.acceptOperator(",")) {
                signedNumber();
            }
            cursor.expectOperator(")");
        }
        return cursor.since(start);
    }

    /** SQLite reads GENERATED ALWAYS as the end of a type and then cuts it off; any other GENERATED is a type word. */
    private boolean generatedAhead() {
        return cursor.ahead("GENERATED") && cursor.ahead(1, "ALWAYS") && cursor.ahead(2, "AS");
    }

    private void signedNumber() {
        if (!cursor.acceptOperator("-")) {
            cursor.acceptOperator("+");
        }
        if (cursor.atEnd() || cursor.current().kind() != TokenKind.NUMBER) {
            throw cursor.failure("a number");
        }
        cursor.take();
    }

    private ColumnConstraintText constraint() {
        int start = cursor.start();
        NameText name = null;
        if (cursor.accept("CONSTRAINT")) {
            name = cursor.name("a constraint name");
            if (cursor.atEnd()
                    || cursor.ahead("CONSTRAINT")
                    || cursor.aheadOperator(",")
                    || cursor.aheadOperator(")")) {
                return new Dangling(cursor.since(start), name);
            }
        }
        if (cursor.accept("PRIMARY")) {
            cursor.expect("KEY");
            SortOrder order = clauses.sortOrder();
            ConflictResolution conflict = clauses.conflict();
            boolean autoincrement = cursor.accept("AUTOINCREMENT");
            return new PrimaryKey(cursor.since(start), name, order, conflict, autoincrement);
        }
        if (cursor.accept("NOT", "NULL")) {
            ConflictResolution conflict = clauses.conflict();
            return new NotNull(cursor.since(start), name, conflict);
        }
        if (cursor.accept("NULL")) {
            ConflictResolution conflict = clauses.conflict();
            return new Null(cursor.since(start), name, conflict);
        }
        if (cursor.accept("UNIQUE")) {
            ConflictResolution conflict = clauses.conflict();
            return new Unique(cursor.since(start), name, conflict);
        }
        return expressionConstraint(start, name);
    }

    private ColumnConstraintText expressionConstraint(int start, @Nullable NameText name) {
        if (cursor.accept("CHECK")) {
            Fragment expression = cursor.parenthesised();
            return new Check(cursor.since(start), name, expression);
        }
        if (cursor.accept("DEFAULT")) {
            Fragment value = defaultValue();
            return new Default(cursor.since(start), name, value);
        }
        if (cursor.accept("COLLATE")) {
            NameText collation = cursor.name("a collation name");
            return new Collate(cursor.since(start), name, collation);
        }
        if (cursor.accept("REFERENCES")) {
            ReferencesText target = clauses.references();
            return new References(cursor.since(start), name, target);
        }
        Deferral deferral = clauses.deferral();
        if (deferral != null) {
            return new Deferred(cursor.since(start), name, deferral);
        }
        if (cursor.accept("GENERATED")) {
            cursor.expect("ALWAYS");
        }
        if (cursor.accept("AS")) {
            Fragment expression = cursor.parenthesised();
            boolean stored = cursor.accept("STORED");
            if (!stored) {
                cursor.accept("VIRTUAL");
            }
            return new Generated(cursor.since(start), name, expression, stored);
        }
        throw cursor.failure("a column constraint, ',' or ')'");
    }

    private Fragment defaultValue() {
        int start = cursor.start();
        if (cursor.aheadOperator("(")) {
            cursor.parenthesised();
            return cursor.since(start);
        }
        if (!cursor.acceptOperator("-")) {
            cursor.acceptOperator("+");
        }
        Token value = cursor.current();
        boolean literal = value.kind() == TokenKind.NUMBER
                || value.kind() == TokenKind.BLOB
                || value.kind() == TokenKind.STRING
                || value.is("NULL");
        if (!literal && !cursor.aheadId()) {
            throw cursor.failure("a default value");
        }
        cursor.take();
        return cursor.since(start);
    }
}
