// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import dev.retort.dialect.sqlite.text.TableConstraintText.Check;
import dev.retort.dialect.sqlite.text.TableConstraintText.Dangling;
import dev.retort.dialect.sqlite.text.TableConstraintText.ForeignKey;
import dev.retort.dialect.sqlite.text.TableConstraintText.PrimaryKey;
import dev.retort.dialect.sqlite.text.TableConstraintText.Unique;
import java.util.List;

/** Reads one table constraint. */
final class TableConstraintParser {

    private final TokenCursor cursor;
    private final ClauseParser clauses;

    TableConstraintParser(TokenCursor cursor) {
        this.cursor = cursor;
        this.clauses = new ClauseParser(cursor);
    }

    /** Whether a table constraint stands next; all the words it can begin with are reserved. */
    boolean ahead() {
        return cursor.ahead("CONSTRAINT")
                || cursor.ahead("PRIMARY")
                || cursor.ahead("UNIQUE")
                || cursor.ahead("CHECK")
                || cursor.ahead("FOREIGN");
    }

    /** The constraint ahead; the comments that belong to it are not known yet. */
    TableConstraintText constraint() {
        int start = cursor.start();
        NameText name = cursor.accept("CONSTRAINT") ? cursor.name("a constraint name") : null;
        if (cursor.accept("PRIMARY", "KEY")) {
            cursor.expectOperator("(");
            List<IndexedPartText> parts = clauses.indexedParts();
            boolean autoincrement = cursor.accept("AUTOINCREMENT");
            cursor.expectOperator(")");
            ConflictResolution conflict = clauses.conflict();
            Fragment fragment = cursor.since(start);
            return new PrimaryKey(fragment, fragment, name, parts, autoincrement, conflict);
        }
        if (cursor.accept("UNIQUE")) {
            cursor.expectOperator("(");
            List<IndexedPartText> parts = clauses.indexedParts();
            cursor.expectOperator(")");
            ConflictResolution conflict = clauses.conflict();
            Fragment fragment = cursor.since(start);
            return new Unique(fragment, fragment, name, parts, conflict);
        }
        if (cursor.accept("CHECK")) {
            Fragment expression = cursor.parenthesised();
            ConflictResolution conflict = clauses.conflict();
            Fragment fragment = cursor.since(start);
            return new Check(fragment, fragment, name, expression, conflict);
        }
        if (cursor.accept("FOREIGN", "KEY")) {
            List<NameText> columns = clauses.nameList();
            cursor.expect("REFERENCES");
            ReferencesText target = clauses.references();
            Fragment fragment = cursor.since(start);
            return new ForeignKey(fragment, fragment, name, columns, target);
        }
        if (name != null) {
            Fragment fragment = cursor.since(start);
            return new Dangling(fragment, fragment, name);
        }
        throw cursor.failure("a table constraint");
    }
}
