// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.postgres.text.QueryText;
import dev.retort.dialect.postgres.text.Relations;
import dev.retort.dialect.postgres.text.TypeNames;
import dev.retort.schema.DataType;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.View;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the queries of a schema's views can read. */
final class TableRelations implements Relations {

    private final Schema schema;
    private final PostgresTypes types;
    private final Map<QualifiedName, QueryText> views = new HashMap<>();

    TableRelations(Schema schema, PostgresTypes types) {
        this.schema = schema;
        this.types = types;
    }

    static String type(DataType type, PostgresTypes types) {
        return type instanceof DataType.Array array
                ? type(array.element(), types) + "[]"
                : type instanceof DataType.Enum
                        ? TypeNames.canonical(types.render(type))
                        : types.render(types.canonical(type));
    }

    @Override
    public Optional<Map<String, String>> columns(List<String> name) {
        QualifiedName qualified = name.size() > 1
                ? QualifiedName.of(name.get(name.size() - 2), name.get(name.size() - 1))
                : QualifiedName.of(name.get(0));
        return schema.table(qualified)
                .map(table -> {
                    Map<String, String> columns = new LinkedHashMap<>();
                    table.columns().forEach(c -> columns.put(c.name().value(), type(c.type(), types)));
                    return columns;
                })
                .or(() -> schema.view(qualified).map(view -> query(view).columns()));
    }

    @Override
    public boolean extractsByDatePart() {
        return types.extractsByDatePart();
    }

    /** The form of a view's query. A view that reads itself, which no database has, has no columns here. */
    QueryText query(View view) {
        QueryText known = views.get(view.name());
        if (known != null) {
            return known;
        }
        views.put(view.name(), new QueryText("", Map.of(), false));
        List<String> names = view.columns().stream().map(Identifier::value).toList();
        QueryText query = QueryText.of(SqlWriter.verbatim(view.query()), names, this);
        views.put(view.name(), query);
        return query;
    }
}
