// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.postgres.text.Columns;
import dev.retort.dialect.postgres.text.Texts;
import dev.retort.schema.Column;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives expressions on a table's columns the form in which they are compared. */
final class Expressions {

    private Expressions() {}

    static SqlText canonical(SqlText text, Table table, PostgresTypes types) {
        return SqlText.verbatim(Texts.expression(SqlWriter.verbatim(text), columns(table, types)));
    }

    private static Columns columns(Table table, PostgresTypes types) {
        Map<String, String> known = new HashMap<>();
        for (Column column : table.columns()) {
            known.put(column.name().value(), TableRelations.type(column.type(), types));
        }
        String own = table.name().name().value();
        return new Columns() {
            @Override
            public boolean extractsByDatePart() {
                return types.extractsByDatePart();
            }

            @Override
            public @Nullable String type(List<String> name) {
                return known.get(name.get(name.size() - 1));
            }

            @Override
            public List<String> shortest(List<String> name) {
                int last = name.size() - 1;
                boolean qualified = last > 0 && name.get(last - 1).equals(own) && known.containsKey(name.get(last));
                return qualified ? name.subList(last, last + 1) : name;
            }
        };
    }
}
