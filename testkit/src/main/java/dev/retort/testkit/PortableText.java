// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.dialect.Dialect;
import dev.retort.engine.text.SqlScanner;
import dev.retort.engine.text.SqlToken;
import dev.retort.schema.Identifier;
import dev.retort.schema.SqlText;

/** Stands in for the renderer of portable SQL where a text is nothing but names, literals and plain operators. */
final class PortableText {

    private PortableText() {}

    static SqlText resolve(SqlText text, Dialect dialect) {
        if (!(text instanceof SqlText.Portable portable)) {
            return text;
        }
        StringBuilder sql = new StringBuilder();
        int done = 0;
        for (SqlToken token : SqlScanner.tokens(portable.sql())) {
            if (token.kind() == SqlToken.Kind.QUOTED) {
                sql.append(portable.sql(), done, token.start())
                        .append(dialect.writer().name(new Identifier(token.name())));
                done = token.end();
            }
        }
        return SqlText.verbatim(sql.append(portable.sql().substring(done)).toString());
    }
}
