// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import dev.retort.diagnostic.NearMatches;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlIdentifier;
import org.jspecify.annotations.Nullable;

/** Finds what names of tables and columns mean. */
final class Columns {

    private final Target target;
    private final Schema schema;
    private final Problems problems;

    Columns(Target target, Schema schema, Problems problems) {
        this.target = target;
        this.schema = schema;
        this.problems = problems;
    }

    /** The relation of a table or view, with a finding if there is none. */
    Relation table(SqlIdentifier name, @Nullable String alias, Scope scope) {
        String last = name.names.get(name.names.size() - 1);
        String shown = alias == null ? last : alias;
        Relation query = name.isSimple() ? scope.named(last) : null;
        if (query != null) {
            return new Relation(shown, query.columns());
        }
        QualifiedName qualified = qualified(name);
        Table table = schema.tables().get(qualified);
        if (table != null) {
            return Relation.of(shown, table);
        }
        View view = schema.views().get(qualified);
        if (view != null) {
            return new Relation(
                    shown,
                    view.columns().isEmpty()
                            ? null
                            : view.columns().stream()
                                    .map(column -> new Relation.Field(column.value(), Kind.UNKNOWN, false, false))
                                    .toList());
        }
        List<String> known = new ArrayList<>();
        schema.tables().keySet().forEach(each -> known.add(each.toString()));
        schema.views().keySet().forEach(each -> known.add(each.toString()));
        for (Scope at = scope; at != null; at = at.outer) {
            known.addAll(at.named.keySet());
        }
        String near = new NearMatches(known).question(qualified.toString());
        problems.add(
                name,
                "There is no table or view '" + qualified + "' at this revision.",
                near != null ? near : known.isEmpty() ? null : "There are: " + quoted(known) + ".");
        return new Relation(shown, null);
    }

    static QualifiedName qualified(SqlIdentifier name) {
        List<String> names = name.names;
        return names.size() == 1
                ? QualifiedName.of(names.get(0))
                : QualifiedName.of(names.get(names.size() - 2), names.get(names.size() - 1));
    }

    Rendered column(SqlIdentifier name, Scope scope) {
        if (name.isStar()) {
            return problems.add(name, "Found '*' where one value is expected.", null);
        }
        if (name.names.size() > 2) {
            return problems.add(
                    name,
                    "Found '" + String.join(".", name.names) + "', but expected at most a table and a column.",
                    "Give the table a short name with AS.");
        }
        String last = name.names.get(name.names.size() - 1);
        if (name.isSimple()) {
            return plain(name, last, scope);
        }
        String alias = name.names.get(0);
        Relation relation = scope.relation(alias);
        if (relation == null) {
            List<String> known = new ArrayList<>();
            for (Scope at = scope; at != null; at = at.outer) {
                at.relations.forEach(each -> known.add(each.alias()));
            }
            return problems.add(
                    name, "There is no table '" + alias + "' in this query.", new NearMatches(known).question(alias));
        }
        String sql = target.name(alias) + "." + target.name(last);
        Optional<Relation.Field> field = relation.field(last);
        if (field.isPresent()) {
            return rendered(sql, field.get());
        }
        return relation.columns() == null ? Rendered.atom(sql, Kind.UNKNOWN) : unknown(name, last, List.of(relation));
    }

    private Rendered plain(SqlIdentifier name, String column, Scope start) {
        List<Relation> seen = new ArrayList<>();
        for (Scope scope = start; scope != null; scope = scope.outer) {
            List<Relation> having = scope.relations.stream()
                    .filter(relation -> relation.field(column).isPresent())
                    .toList();
            if (having.size() > 1 && !scope.shared.contains(column)) {
                return problems.add(
                        name,
                        "Column '" + column + "' is ambiguous: it is in "
                                + quoted(having.stream().map(Relation::alias).toList()) + ".",
                        "Write the table before it, as in " + having.get(0).alias() + "." + column + ".");
            }
            if (!having.isEmpty()) {
                return rendered(target.name(column), having.get(0).field(column).orElseThrow());
            }
            if (scope.relations.stream().anyMatch(relation -> relation.columns() == null)) {
                return Rendered.atom(target.name(column), Kind.UNKNOWN);
            }
            seen.addAll(scope.relations);
        }
        return unknown(name, column, seen);
    }

    private Rendered unknown(SqlIdentifier name, String column, List<Relation> relations) {
        List<String> known = new ArrayList<>();
        for (Relation relation : relations) {
            List<Relation.Field> fields = relation.columns();
            if (fields != null) {
                fields.forEach(field -> known.add(field.name()));
            }
        }
        String where = relations.isEmpty()
                ? "there is no table here"
                : "not in " + quoted(relations.stream().map(Relation::alias).toList());
        String near = new NearMatches(known).question(column);
        return problems.add(
                name,
                "Column '" + column + "' is unknown, " + where + ".",
                near != null ? near : known.isEmpty() ? null : "There are: " + quoted(known) + ".");
    }

    private static Rendered rendered(String sql, Relation.Field field) {
        return new Rendered(sql, Level.ATOM, field.kind(), field.notNull(), field.fractions());
    }

    static String quoted(List<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }
}
