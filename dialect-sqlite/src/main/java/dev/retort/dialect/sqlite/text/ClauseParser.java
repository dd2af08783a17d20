// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the clauses that column constraints, table constraints and indexes share. */
final class ClauseParser {

    private final TokenCursor cursor;

    ClauseParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    @Nullable
    SortOrder sortOrder() {
        return cursor.accept("ASC") ? SortOrder.ASC : cursor.accept("DESC") ? SortOrder.DESC : null;
    }

    @Nullable
    ConflictResolution conflict() {
        if (!cursor.accept("ON", "CONFLICT")) {
            return null;
        }
        for (ConflictResolution resolution : ConflictResolution.values()) {
            if (cursor.accept(resolution.name())) {
                return resolution;
            }
        }
        throw cursor.failure("ROLLBACK, ABORT, FAIL, IGNORE or REPLACE");
    }

    /** The rest of a clause that begins with REFERENCES, which has been taken. */
    ReferencesText references() {
        NameText table = cursor.name("the name of the referenced table");
        List<NameText> columns = cursor.aheadOperator("(") ? nameList() : List.of();
        ForeignKeyAction onDelete = null;
        ForeignKeyAction onUpdate = null;
        NameText match = null;
        while (true) {
            if (cursor.accept("ON", "DELETE")) {
                onDelete = action();
            } else if (cursor.accept("ON", "UPDATE")) {
                onUpdate = action();
            } else if (cursor.accept("ON", "INSERT")) {
                action(); // SQLite reads this and does nothing with it.
            } else if (cursor.accept("MATCH")) {
                match = cursor.name("a name after MATCH");
            } else {
                return new ReferencesText(table, columns, onDelete, onUpdate, match, deferral());
            }
        }
    }

    @Nullable
    Deferral deferral() {
        boolean not = cursor.accept("NOT", "DEFERRABLE");
        if (!not && !cursor.accept("DEFERRABLE")) {
            return null;
        }
        if (!cursor.accept("INITIALLY")) {
            return new Deferral(!not, null);
        }
        boolean deferred = cursor.accept("DEFERRED");
        if (!deferred) {
            cursor.expect("IMMEDIATE");
        }
        return new Deferral(!not, deferred);
    }

    private ForeignKeyAction action() {
        for (ForeignKeyAction action : ForeignKeyAction.values()) {
            if (cursor.accept(action.name().toUpperCase(Locale.ROOT).split("_"))) {
                return action;
            }
        }
        throw cursor.failure("SET NULL, SET DEFAULT, CASCADE, RESTRICT or NO ACTION");
    }

    /** Names in parentheses; the collations and directions that old SQLite let stand there are stepped over. */
    List<NameText> nameList() {
        cursor.expectOperator("(");
        List<NameText> names = new ArrayList<>();
        do {
            names.add(cursor.name("a column name"));
            if (cursor.accept("COLLATE")) {
                cursor.take();
            }
            sortOrder();
        } while (cursor.acceptOperator(","));
        cursor.expectOperator(")");
        return names;
    }

    /** Indexed parts up to a closing parenthesis or AUTOINCREMENT, neither of which is taken. */
    List<IndexedPartText> indexedParts() {
        List<IndexedPartText> parts = new ArrayList<>();
        do {
            parts.add(indexedPart());
        } while (cursor.acceptOperator(","));
        return parts;
    }

    private IndexedPartText indexedPart() {
        List<Token> tokens = new ArrayList<>();
        while (!cursor.aheadOperator(",") && !cursor.aheadOperator(")") && !autoincrementAhead()) {
            Token token = cursor.take();
            tokens.add(token);
            if (token.isOperator("(")) {
                int inside = cursor.mark();
                cursor.closing();
                int after = cursor.mark();
                cursor.reset(inside);
                while (cursor.mark() < after) {
                    tokens.add(cursor.take());
                }
            }
        }
        if (tokens.isEmpty()) {
            throw cursor.failure("a column name or an expression");
        }
        return part(tokens);
    }

    private boolean autoincrementAhead() {
        return cursor.ahead("AUTOINCREMENT")
                && cursor.previous() != null
                && !cursor.previous().isOperator(".");
    }

    private IndexedPartText part(List<Token> tokens) {
        Fragment whole = fragment(tokens);
        SortOrder order = null;
        int size = tokens.size();
        if (size > 1 && (tokens.get(size - 1).is("ASC") || tokens.get(size - 1).is("DESC"))) {
            order = tokens.get(size - 1).is("ASC") ? SortOrder.ASC : SortOrder.DESC;
            tokens = tokens.subList(0, --size);
        }
        NameText collation = null;
        if (size > 2 && tokens.get(size - 2).is("COLLATE")) {
            collation = new NameText(tokens.get(size - 1));
            tokens = tokens.subList(0, size - 2);
        }
        return new IndexedPartText(whole, fragment(tokens), column(tokens), collation, order);
    }

    /** The one name among the tokens; SQLite also takes a name in parentheses, or in single quotes, for a column. */
    private static @Nullable NameText column(List<Token> tokens) {
        List<Token> inner = tokens;
        while (inner.size() >= 3
                && inner.get(0).isOperator("(")
                && inner.get(inner.size() - 1).isOperator(")")) {
            inner = inner.subList(1, inner.size() - 1);
        }
        if (inner.size() != 1) {
            return null;
        }
        Token only = inner.get(0);
        boolean word = only.kind() == TokenKind.WORD && SqliteKeywords.canName(only);
        return word || only.kind() == TokenKind.STRING || only.kind().isQuotedName() ? new NameText(only) : null;
    }

    private Fragment fragment(List<Token> tokens) {
        return new Fragment(
                cursor.text(),
                tokens.get(0).start(),
                tokens.get(tokens.size() - 1).end());
    }
}
