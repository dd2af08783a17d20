// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.Statement;
import java.util.ArrayList;
import java.util.List;

/** Creates what may be there already, where PostgreSQL has no {@code IF NOT EXISTS}. */
final class Unless {

    private Unless() {}

    /** The same statements, the first of which does nothing if what it creates is there. */
    static List<Statement> exists(List<Statement> creation) {
        List<Statement> statements = new ArrayList<>(creation);
        String sql = ((Statement.Sql) creation.get(0)).sql();
        String tag = "$retort$";
        for (int i = 1; sql.contains(tag); i++) {
            tag = "$retort" + i + "$";
        }
        statements.set(
                0,
                new Statement.Sql("DO " + tag + " BEGIN " + sql
                        + "; EXCEPTION WHEN duplicate_object OR duplicate_table THEN NULL; END " + tag));
        return statements;
    }
}
