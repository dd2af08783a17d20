// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.NearMatches;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Templates for the names of constraints and indexes that are given none. Tokens: {@code %{table}}, {@code %{columns}}
 * (joined by {@code _}), {@code %{column_0}} and so on, {@code %{referred_table}}, {@code %{referred_columns}},
 * {@code %{name}} (a check's own name).
 *
 * @param primaryKey template, or null to leave them unnamed
 * @param foreignKey template, or null to leave them unnamed
 * @param unique     template, or null to leave them unnamed
 * @param index      template for indexes, which cannot stay unnamed
 * @param check      template, or null to leave them as they are
 */
public record NamingConvention(
        @Nullable String primaryKey,
        @Nullable String foreignKey,
        @Nullable String unique,
        String index,
        @Nullable String check) {

    /** Indexes only: {@code ix_<table>_<columns>}. */
    public static final NamingConvention NONE = new NamingConvention(null, null, null, "ix_%{table}_%{columns}", null);

    static final String FIRST_COLUMN = "column_0";

    private static final List<String> OF_COLUMNS = List.of("table", "columns", FIRST_COLUMN);
    private static final List<String> OF_FOREIGN_KEYS =
            List.of("table", "columns", FIRST_COLUMN, "referred_table", "referred_columns");
    private static final List<String> OF_CHECKS = List.of("table", "name");

    /**
     * What is wrong with the templates.
     *
     * @return a finding for each unknown token, without a place; none if all is well
     */
    public List<Finding> problems() {
        List<Finding> findings = new ArrayList<>();
        check("primary_key", primaryKey, OF_COLUMNS, findings);
        check("foreign_key", foreignKey, OF_FOREIGN_KEYS, findings);
        check("unique", unique, OF_COLUMNS, findings);
        check("index", index, OF_COLUMNS, findings);
        check("check", check, OF_CHECKS, findings);
        return findings;
    }

    private static void check(String key, @Nullable String template, List<String> known, List<Finding> findings) {
        if (template == null) {
            return;
        }
        for (String token : new NameTemplate(template).unknown(known)) {
            String list = known.stream().map(name -> "%{" + name + "}").collect(Collectors.joining(", "));
            findings.add(Finding.error(
                            ErrorCode.BAD_VALUE,
                            "The naming template '" + template + "' must have known tokens only, but has %{" + token
                                    + "}; a template for " + key + " knows " + list + ".")
                    .about("naming." + key)
                    .withHint(new NearMatches(known).question(token)));
        }
    }

    /**
     * A table with names for its unnamed parts. Applied again, it changes nothing.
     *
     * @param table a table
     * @param limit the longest name, in bytes of UTF-8; a longer one is cut and ends with a hash
     * @return a copy
     */
    public Table name(Table table, int limit) {
        PrimaryKey key = table.primaryKey();
        return table.toBuilder()
                .primaryKey(key == null ? null : (PrimaryKey) name(table.name(), key, limit))
                .mapUniques(part -> (UniqueConstraint) name(table.name(), part, limit))
                .mapForeignKeys(part -> (ForeignKey) name(table.name(), part, limit))
                .mapChecks(part -> (CheckConstraint) name(table.name(), part, limit))
                .mapIndexes(part -> name(table.name(), part, limit))
                .build();
    }

    /**
     * A constraint with a name, if there is a template for its kind. A given name stays, except that a check's is put
     * into the template unless it has that form already.
     *
     * @param table      its table
     * @param constraint the constraint
     * @param limit      as for {@link #name(Table, int)}
     * @return a copy of the same class
     */
    public TableConstraint name(QualifiedName table, TableConstraint constraint, int limit) {
        if (constraint instanceof CheckConstraint checked) {
            return check == null ? checked : nameCheck(table, checked, new NameTemplate(check), limit);
        }
        String template = template(constraint.kind());
        if (template == null || constraint.name() != null) {
            return constraint;
        }
        return constraint.withName(expand(template, values(table, constraint), limit));
    }

    private @Nullable String template(ConstraintKind kind) {
        return switch (kind) {
            case PRIMARY_KEY -> primaryKey;
            case UNIQUE -> unique;
            case FOREIGN_KEY -> foreignKey;
            case CHECK, EXCLUSION -> null;
        };
    }

    private static CheckConstraint nameCheck(
            QualifiedName table, CheckConstraint checked, NameTemplate template, int limit) {
        Map<String, String> values = new HashMap<>(Map.of("table", table.name().value()));
        Identifier own = checked.name();
        if (!template.uses("name")) {
            return own == null ? checked.withName(expand(template.text(), values, limit)) : checked;
        }
        if (own == null) {
            return checked;
        }
        String before = template.before("name", values);
        String after = template.after("name", values);
        boolean named =
                before.isEmpty() ? own.value().endsWith(after) : own.value().startsWith(before);
        values.put("name", own.value());
        return named ? checked : checked.withName(expand(template.text(), values, limit));
    }

    /**
     * An index with a name.
     *
     * @param table its table
     * @param unnamed an index; one with a name stays as it is
     * @param limit as for {@link #name(Table, int)}
     * @return a copy
     */
    public Index name(QualifiedName table, Index unnamed, int limit) {
        if (unnamed.name() != null) {
            return unnamed;
        }
        List<String> columns =
                unnamed.parts().stream().map(part -> word(part.key())).toList();
        return unnamed.withName(expand(index, values(table, columns), limit));
    }

    /** An expression counts with the words in it. */
    private static String word(IndexKey key) {
        if (key instanceof IndexKey.OfColumn column) {
            return column.name().value();
        }
        String words = ((IndexKey.OfExpression) key).sql().toString().replaceAll("\\W+", "_");
        return words.replaceAll("^_|_$", "");
    }

    private static Map<String, String> values(QualifiedName table, TableConstraint constraint) {
        if (constraint instanceof ForeignKey key) {
            Map<String, String> values = values(table, strings(key.columns()));
            values.put("referred_table", key.referredTable().name().value());
            values.put("referred_columns", String.join("_", strings(key.referredColumns())));
            return values;
        }
        List<Identifier> columns =
                constraint instanceof PrimaryKey key ? key.columns() : ((UniqueConstraint) constraint).columns();
        return values(table, strings(columns));
    }

    private static Map<String, String> values(QualifiedName table, List<String> columns) {
        Map<String, String> values = new HashMap<>();
        values.put("table", table.name().value());
        values.put("columns", String.join("_", columns));
        for (int i = 0; i < columns.size(); i++) {
            values.put("column_" + i, columns.get(i));
        }
        return values;
    }

    private static List<String> strings(List<Identifier> names) {
        return names.stream().map(Identifier::value).toList();
    }

    private static Identifier expand(String template, Map<String, String> values, int limit) {
        return new Identifier(NameTemplate.shortened(new NameTemplate(template).expand(values), limit));
    }
}
