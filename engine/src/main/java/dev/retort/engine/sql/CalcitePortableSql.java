// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import dev.retort.dialect.Dialect;
import dev.retort.engine.plan.PortableSql;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** Portable SQL by means of Calcite's parser, which is loaded with the first text and not before. */
public final class CalcitePortableSql implements PortableSql {

    /** For {@link java.util.ServiceLoader}. */
    public CalcitePortableSql() {}

    @Override
    public String render(String sql, Dialect dialect, Schema schema) {
        return render(sql, dialect, schema, null);
    }

    @Override
    public String render(String sql, Dialect dialect, Schema schema, @Nullable Table table) {
        SqlNode parsed = PortableParser.parse(sql);
        Problems problems = new Problems();
        String rendered = new Renderer(new Target(dialect), schema, problems).render(parsed, table);
        problems.throwIfAny();
        return rendered;
    }
}
