// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.replay;

import dev.retort.schema.SqlText;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Edits the SQL inside a text of any kind, in each of its variants. */
final class SqlEdit {

    private SqlEdit() {}

    static SqlText of(SqlText text, UnaryOperator<String> change) {
        if (text instanceof SqlText.Verbatim verbatim) {
            return SqlText.verbatim(change.apply(verbatim.sql()));
        }
        if (text instanceof SqlText.Portable portable) {
            return SqlText.portable(change.apply(portable.sql()));
        }
        SqlText.Variants variants = (SqlText.Variants) text;
        SortedMap<String, String> byDialect = new TreeMap<>();
        variants.byDialect().forEach((dialect, sql) -> byDialect.put(dialect, change.apply(sql)));
        String otherwise = variants.otherwise();
        return SqlText.variants(byDialect, otherwise == null ? null : change.apply(otherwise));
    }
}
