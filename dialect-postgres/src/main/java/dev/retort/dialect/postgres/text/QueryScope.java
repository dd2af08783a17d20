// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of everything that a query reads. */
final class QueryScope implements Columns {

    private final Map<String, Map<String, String>> relations = new LinkedHashMap<>();

    private final boolean datePart;

    QueryScope(boolean datePart) {
        this.datePart = datePart;
    }

    @Override
    public boolean extractsByDatePart() {
        return datePart;
    }

    void add(String alias, Map<String, String> columns) {
        relations.put(alias, columns);
    }

    /** Every column as its own expression, of one relation or all. */
    List<Expression> all(@Nullable String alias) {
        List<Expression> names = new ArrayList<>();
        relations.forEach((name, columns) -> {
            if (alias == null || alias.equals(name)) {
                columns.keySet().forEach(column -> names.add(new Expression.Name(List.of(name, column))));
            }
        });
        return names;
    }

    @Override
    public @Nullable String type(List<String> name) {
        String column = name.get(name.size() - 1);
        Map<String, String> relation = relation(name);
        String type = relation == null ? null : relation.get(column);
        return type == null || type.isEmpty() ? null : type;
    }

    private @Nullable Map<String, String> relation(List<String> name) {
        if (name.size() > 1) {
            return relations.get(name.get(name.size() - 2));
        }
        return relations.values().stream()
                .filter(columns -> columns.containsKey(name.get(0)))
                .findFirst()
                .orElse(null);
    }

    /** A single relation needs no qualifier; among several, each column has one. */
    @Override
    public List<String> shortest(List<String> name) {
        String column = name.get(name.size() - 1);
        if (column.equals("*")) {
            // A whole row is not a list of columns.
            return name;
        }
        if (relations.size() == 1) {
            return name.size() > 1 && relations.containsKey(name.get(name.size() - 2)) ? List.of(column) : name;
        }
        if (name.size() > 2) {
            return name.subList(name.size() - 2, name.size());
        }
        if (name.size() == 2) {
            return name;
        }
        return relations.entrySet().stream()
                .filter(relation -> relation.getValue().containsKey(column))
                .findFirst()
                .map(relation -> List.of(relation.getKey(), column))
                .orElse(name);
    }
}
