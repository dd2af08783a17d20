// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one text, so that all of it is said at once. */
final class Problems {

    static final String OWN_TEXTS = "Or write one text for each dialect.";

    private final List<Finding> findings = new ArrayList<>();

    /**
     * Says that something is wrong.
     *
     * @param where   the part of the text
     * @param message a full sentence
     * @param hint    what to do, beside writing one text for each dialect; or null
     * @return a placeholder to go on with
     */
    Rendered add(SqlNode where, String message, @Nullable String hint) {
        return add(where.getParserPosition(), message, hint);
    }

    Rendered add(SqlParserPos where, String message, @Nullable String hint) {
        findings.add(at(Math.max(1, where.getLineNum()), Math.max(1, where.getColumnNum()), message, hint));
        return Rendered.broken();
    }

    static Finding at(int line, int column, String message, @Nullable String hint) {
        return Finding.error(
                        ErrorCode.PORTABLE_SQL, "Portable SQL, line " + line + ", column " + column + ": " + message)
                .withHint(hint == null ? "Write one text for each dialect." : hint + " " + OWN_TEXTS);
    }

    void throwIfAny() {
        if (!findings.isEmpty()) {
            throw new RetortException(findings.stream().distinct().toList());
        }
    }
}
